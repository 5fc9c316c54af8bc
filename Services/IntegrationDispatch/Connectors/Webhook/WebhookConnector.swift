import Identity
import Outbound

/// Calls an address for each document, signed as Standard Webhooks has it. Repeated attempts carry one
/// `webhook-id`, the delivery's, by which the receiver tells them apart.
struct WebhookConnector: Connector {
  let kind = ConnectorKind.webhook
  let client: OutboundClient
  /// Whether `http://` is taken beside `https://`.
  let allowsPlainText: Bool
  /// The most that a document's files may be together, in bytes: a body is held in memory, a third
  /// longer in base64.
  let contentLimit: Int
  var timeout: Duration = .seconds(30)

  static let urlField = "webhook.url"
  static let secretField = "webhook.secret"

  func gaps(in settings: [String: String], secrets: Set<String>) -> [SettingGap] {
    var gaps: [SettingGap] = []
    if let problem = addressProblem(settings[Self.urlField] ?? "") {
      gaps.append(SettingGap(field: Self.urlField, message: problem))
    }
    if !secrets.contains(Self.secretField) {
      gaps.append(
        SettingGap(
          field: Self.secretField,
          message: "Set the signing secret: whsec_ and 24 to 64 random bytes in base64."))
    }
    return gaps
  }

  func send(_ consignment: Consignment) async -> AttemptResult {
    let url = consignment.settings[Self.urlField] ?? ""
    guard let secret = WebhookSecret(consignment.secrets[Self.secretField] ?? "") else {
      return .permanent(answer: "the signing secret is missing: set it, then resend")
    }
    let size = consignment.document.files.reduce(0) { $0 + $1.size }
    guard size <= Int64(contentLimit) else {
      return .permanent(
        answer: "the document's \(size) bytes are more than a webhook takes (\(contentLimit))")
    }
    do {
      let body = try await body(of: consignment)
      let now = WallClock.now() / 1_000_000
      let id = consignment.delivery.delivery
      let response = try await client.perform(
        HTTPRequest(
          method: "POST", url: url,
          headers: [
            HTTPHeader("content-type", "application/json"), HTTPHeader("webhook-id", id),
            HTTPHeader("webhook-timestamp", String(now)),
            HTTPHeader(
              "webhook-signature", secret.signature(id: id, timestamp: now, body: body)),
          ], body: body, responseLimit: 4_096, timeouts: Timeouts(whole: timeout)))
      return WebhookAnswer.result(response, place: url, now: now)
    } catch let fault as ContentFault {
      return AttemptResult(fault)
    } catch let error as OutboundError {
      return WebhookAnswer.result(error)
    } catch {
      return .permanent(answer: "the message could not be written")
    }
  }

  private func body(of consignment: Consignment) async throws -> [UInt8] {
    var contents: [(file: ApprovedFile, bytes: [UInt8])] = []
    for file in consignment.document.files {
      contents.append((file, try await consignment.content(file)))
    }
    return try WebhookMessage(consignment.document, contents: contents).bytes()
  }

  /// What is wrong with an address; nil for a good one. Where it resolves to is checked when it is
  /// called, since that may change.
  private func addressProblem(_ url: String) -> String? {
    if url.isEmpty { return "Give the address to call, https://…" }
    let scheme = url.prefix { $0 != ":" }.lowercased()
    let rest = url.dropFirst(scheme.count)
    guard rest.hasPrefix("://"), url.utf8.allSatisfy({ (0x21...0x7e) ~= $0 }) else {
      return "Give a whole, percent-encoded address, https://…"
    }
    let authority = rest.dropFirst(3).prefix { !"/?#".contains($0) }
    guard !authority.isEmpty, !authority.contains("@") else {
      return "Give an address with a host and without a user name or password."
    }
    if scheme == "https" || scheme == "http" && allowsPlainText { return nil }
    return allowsPlainText
      ? "The address must start with https:// or http://." : "The address must start with https://."
  }
}
