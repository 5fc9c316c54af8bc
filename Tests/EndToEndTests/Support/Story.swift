import Contracts
import Foundation
import Identity
import RPC

/// The main job for one firm and one business, step by step: from a client in a list to delivered
/// documents, and the end of the link. Every step may be run again: it carries its request ids.
///
/// Calls are repeated while the service called is away (UNAVAILABLE), as a user's software would.
final class Story {
  let platform: Platform
  let firm: Person
  let business: Person
  private let number: String
  private(set) var client = Client()
  private(set) var document = Document()
  private(set) var firmFolder = Integration()
  private(set) var ownWebhook = Integration()
  private var token = ""

  /// - Parameter index: Tells stories on one platform apart.
  init(on platform: Platform, index: Int) async throws {
    self.platform = platform
    number = Story.number(index)
    firm = try await .partner(platform, space: "firm-\(index)")
    business = try await .business(platform, space: "business-\(index)", number: number)
  }

  /// A Belgian enterprise number with right check digits.
  static func number(_ index: Int) -> String {
    let digits = 4_000_000 + index
    let check = 97 - digits % 97
    return "BE0" + String(digits) + (check < 10 ? "0\(check)" : "\(check)")
  }

  typealias Step = (name: String, run: () async throws -> Void)

  /// In order. Each leaves something that the next needs.
  var steps: [Step] {
    [
      ("add the client", addClient), ("invite", invite), ("read the mail", readMail),
      ("open the invitation", openInvitation), ("accept with consent", accept),
      ("set the firm's folder up", setUpFolder), ("set the business's webhook up", setUpWebhook),
      ("import a PDF", importDocument), ("save the fields", save), ("approve", approve),
      ("wait for the deliveries", waitForDeliveries), ("mark as processed", markProcessed),
      ("archive the client", archive), ("see that the firm sees nothing", seeNothing),
    ]
  }

  func play(upTo last: String? = nil) async throws {
    for step in steps {
      try await step.run()
      if step.name == last { return }
    }
  }

  // MARK: The link

  private let requests = (0..<12).map { _ in UUID().uuidString.lowercased() }
  private var email: String { "office-\(number.lowercased())@example.com" }

  private func addClient() async throws {
    client = try await Retry.whileAway { [firm, requests, number, email] in
      try await firm.clients.createClient(
        CreateClientRequest(
          parent: firm.space,
          client: Client(
            displayName: "Business \(number)", enterpriseNumber: number, contactEmail: email),
          requestId: requests[0]), firm.options)
    }
  }

  private func invite() async throws {
    client = try await Retry.whileAway { [firm, requests, client] in
      try await firm.clients.inviteClient(
        InviteClientRequest(name: client.name, requestId: requests[1]), firm.options)
    }
  }

  private func readMail() async throws {
    try await eventually("the mail to \(email) arrives") {
      guard let found = try platform.mail.token(to: email) else { return false }
      token = found
      return true
    }
  }

  private func openInvitation() async throws {
    _ = try await Retry.whileAway { [business, token] in
      try await business.links.openInvitation(
        OpenInvitationRequest(token: token), business.options)
    }
  }

  private func accept() async throws {
    let link = try await Retry.whileAway { [business, requests, token] in
      try await business.links.acceptInvitation(
        AcceptInvitationRequest(
          parent: business.space, token: token, consent: true, requestId: requests[2]),
        business.options)
    }
    guard link.active else { throw TestFailure("the link is not active: \(link)") }
  }

  // MARK: Integrations

  /// The firm's name for the business's documents and integrations.
  var clientSpace: String { "\(firm.space)/\(business.space)" }

  private func setUpFolder() async throws {
    firmFolder = try await setUp(
      Integration(
        connector: "folder", displayName: "Bookkeeping",
        configuration: .folder(FolderConfiguration(path: business.user.space.description))),
      for: firm, in: clientSpace, requests[3], requests[4])
  }

  private func setUpWebhook() async throws {
    ownWebhook = try await setUp(
      Integration(
        connector: "webhook", displayName: "Own tools",
        configuration: .webhook(
          WebhookConfiguration(url: platform.webhook.url, secret: platform.webhook.secret))),
      for: business, in: business.space, requests[5], requests[6])
  }

  private func setUp(
    _ integration: Integration, for person: Person, in parent: String, _ create: String,
    _ activate: String
  ) async throws -> Integration {
    // The grant of a fresh link reaches integration-dispatch a moment after the consent.
    let made = try await Retry.whileAway(also: [.notFound]) {
      try await person.integrations.createIntegration(
        CreateIntegrationRequest(parent: parent, integration: integration, requestId: create),
        person.options)
    }
    return try await Retry.whileAway {
      try await person.integrations.activateIntegration(
        ActivateIntegrationRequest(name: made.name, requestId: activate), person.options)
    }
  }

  // MARK: The document

  private func importDocument() async throws {
    let bytes = try Samples.pdf(unique: number)
    document = try await Retry.whileAway { [business, requests] in
      try await business.importDocument(
        bytes, kind: .purchaseInvoice, fileName: "invoice.pdf", requestID: requests[7])
    }
  }

  private func save() async throws {
    var changed = document
    changed.fields = Samples.fields(number: "F-\(number)", buyer: number)
    document = try await Retry.whileAway { [business, requests, changed] in
      try await business.documents.updateDocument(
        UpdateDocumentRequest(document: changed, requestId: requests[8]), business.options)
    }
    guard document.violations.isEmpty else {
      throw TestFailure("the sample breaks rules: \(document.violations)")
    }
  }

  private func approve() async throws {
    document = try await Retry.whileAway { [business, requests, document] in
      try await business.documents.approveDocument(
        ApproveDocumentRequest(
          name: document.name, etag: document.etag, requestId: requests[9]), business.options)
    }
    guard document.status == .unpaid else { throw TestFailure("not unpaid: \(document.status)") }
  }

  /// The files in the firm's folder for this business.
  func deliveredFiles() -> [String] {
    VisibleFiles.below(
      platform.folder.appending(
        path: "delivered/partners/\(firm.user.space)/\(business.user.space)"))
  }

  /// What the webhook received of this document, by webhook-id.
  func receivedCalls() throws -> [String: String] {
    let id = document.name.split(separator: "/").last.map(String.init) ?? ""
    return try platform.webhook.received().filter { $0.value.contains(id) }
  }

  private func waitForDeliveries() async throws {
    try await eventually(within: .seconds(40), "both deliveries of \(document.name) arrive") {
      try deliveredFiles().count >= 2 && !receivedCalls().isEmpty
    }
  }

  // MARK: The accountant

  /// The document as the firm names it.
  var firmDocument: String {
    firm.space + "/" + document.name
  }

  private func markProcessed() async throws {
    // After a restart the grant may reach document-status later than the deliveries arrived.
    let marked = try await Retry.whileAway(also: [.notFound]) { [firm, requests, firmDocument] in
      try await firm.accounting.markProcessed(
        MarkProcessedRequest(name: firmDocument, requestId: requests[10]), firm.options)
    }
    guard marked.accountingStatus == .processed else {
      throw TestFailure("not processed: \(marked.accountingStatus)")
    }
  }

  private func archive() async throws {
    client = try await Retry.whileAway { [firm, requests, client] in
      try await firm.clients.archiveClient(
        ArchiveClientRequest(name: client.name, requestId: requests[11]), firm.options)
    }
    guard client.status == .archived else { throw TestFailure("not archived: \(client.status)") }
  }

  private func seeNothing() async throws {
    let error = await failure { [firm, firmDocument] in
      try await Retry.whileAway {
        try await firm.accounting.getAccountingDocument(
          GetAccountingDocumentRequest(name: firmDocument), firm.options)
      }
    }
    guard error?.code == .notFound else {
      throw TestFailure("the firm still sees: \(error as Any)")
    }
  }
}

extension Person {
  /// Streams a file up as a person's software would, in pieces.
  func importDocument(
    _ bytes: [UInt8], kind: DocumentKind, fileName: String,
    requestID: String = UUID().uuidString.lowercased()
  ) async throws -> Document {
    let parent = space
    return try await documents.channel.clientStreaming(
      DocumentServiceMethods.importDocument, options, as: Document.self
    ) { (writer: RequestWriter<ImportDocumentRequest>) in
      try await writer.write(
        ImportDocumentRequest(
          parent: parent, kind: kind, fileName: fileName, requestId: requestID))
      for start in stride(from: 0, to: bytes.count, by: 65_536) {
        try await writer.write(
          ImportDocumentRequest(chunk: Array(bytes[start..<min(start + 65_536, bytes.count)])))
      }
    }
  }
}

/// The error that a call ends with; nil when it succeeds.
func failure<T>(_ call: () async throws -> T) async -> RPCError? {
  do {
    _ = try await call()
    return nil
  } catch {
    return error as? RPCError ?? RPCError(.unknown, "\(error)")
  }
}

/// Repeats a call while its service is away.
enum Retry {
  static func whileAway<T>(
    also codes: Set<RPCError.Code> = [], _ call: () async throws -> T
  ) async throws -> T {
    let end = ContinuousClock.now + .seconds(30)
    while true {
      do {
        return try await call()
      } catch let error as RPCError
        where (error.code == .unavailable || codes.contains(error.code))
        && ContinuousClock.now < end
      {
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }
}
