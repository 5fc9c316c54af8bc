import Contracts
import Crypto
import Foundation
import Outbound
import TestDatabases
import Testing

@testable import IntegrationDispatch

@Suite(.onEachEngine) struct WebhookTests {
  private struct Body: Decodable {
    struct File: Decodable {
      let part: String
      let sha256: String
      let content: String
    }
    struct Document: Decodable {
      let document: String
      let total: [String: String]
      let files: [File]
    }
    let type: String
    let timestamp: String
    let data: Document
  }

  @Test func `A call is signed as Standard Webhooks and carries the files`() async throws {
    let bench = try await Bench()
    let receiver = try await Receiver()
    _ = try await bench.makeWebhook(receiver.url("/hook?a=b"))
    let approved = Date()
    try await bench.approve(
      parts: ["original", "e_invoice"], at: Int64(approved.timeIntervalSince1970 * 1_000_000))
    try await bench.work(until: [.delivered])
    let call = try #require(try receiver.calls.first)
    #expect(call.path == "/hook?a=b" && call.header("content-type") == "application/json")
    let signed = "\(call.header("webhook-id")).\(call.header("webhook-timestamp")).\(call.body)"
    let key = SymmetricKey(data: (0..<32).map { UInt8($0) })
    let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)
    #expect(call.header("webhook-signature") == "v1," + Data(code).base64EncodedString())
    let delivery = try await bench.list()[0]
    #expect(delivery.name.hasSuffix("/" + call.header("webhook-id")))
    #expect(delivery.destination == receiver.url("/hook?a=b"))
    let now = Int64(Date().timeIntervalSince1970)
    #expect(abs(now - (Int64(call.header("webhook-timestamp")) ?? 0)) < 60)

    let body = try JSONDecoder().decode(Body.self, from: Data(call.body.utf8))
    #expect(body.type == "document.approved" && body.timestamp == approved.formatted(.iso8601))
    #expect(body.data.document == "businesses/bakery/documents/doc-1")
    #expect(body.data.total == ["value": "121.00", "currency_code": "EUR"])
    #expect(body.data.files.map(\.part) == ["original", "e_invoice"])
    #expect(
      body.data.files.map { Data(base64Encoded: $0.content) }
        == [Data("doc-1 original".utf8), Data("doc-1 e_invoice".utf8)])
  }

  @Test func `A retry keeps webhook-id, a resend has another`() async throws {
    let bench = try await Bench()
    let receiver = try await Receiver()
    _ = try await bench.makeWebhook(receiver.url("/status/500"))
    try await bench.approve()
    try await bench.work(until: [.failed])
    #expect(Set(try receiver.calls.map { $0.header("webhook-id") }).count == 1)
    #expect(try receiver.calls.count == 3)
    _ = try await bench.deliveries.resendDocument(
      ResendDocumentRequest(document: "businesses/bakery/documents/doc-1"), Bench.call(.owner))
    try await bench.work(until: [.failed])
    #expect(Set(try receiver.calls.map { $0.header("webhook-id") }).count == 2)
  }

  @Test(arguments: [
    (200, Contracts.DeliveryStatus.delivered), (204, .delivered), (302, .failed), (400, .failed),
    (401, .failed), (404, .failed), (410, .failed), (422, .failed), (408, .retrying),
    (425, .retrying), (429, .retrying), (500, .retrying), (503, .retrying),
  ])
  func `Each answer means what the table says`(
    status: Int, expected: Contracts.DeliveryStatus
  ) async throws {
    let bench = try await Bench(policy: .slow)
    let receiver = try await Receiver()
    _ = try await bench.makeWebhook(receiver.url("/status/\(status)"))
    try await bench.approve()
    try await bench.work(until: [.delivered, .failed, .retrying])
    let delivery = try await bench.get(try await bench.list()[0].name)
    #expect(delivery.status == expected)
    #expect(delivery.attempts[0].answer.hasPrefix("HTTP \(status)"))
    if status == 503 || status == 429 {
      let wait = (delivery.dueTime?.seconds ?? 0) - (delivery.createTime?.seconds ?? 0)
      #expect(wait >= 7_200)
    }
  }

  @Test func `A redirect is refused and not followed`() async throws {
    let bench = try await Bench()
    let receiver = try await Receiver()
    let made = try await bench.makeWebhook(receiver.url("/redirect"))
    try await bench.approve()
    try await bench.work(until: [.failed])
    #expect(try await bench.explain(made).detail.contains("redirects are not followed"))
    #expect(try receiver.calls.map(\.path) == ["/redirect"])
  }

  @Test(arguments: ["127.0.0.1", "localhost", "10.1.2.3", "169.254.169.254", "[::1]"])
  func `A loopback or private address is refused in words that say what to do`(
    host: String
  ) async throws {
    let bench = try await Bench(allow: [])
    let receiver = try await Receiver()
    let made = try await bench.makeWebhook("http://\(host):\(receiver.port)/hook")
    try await bench.approve()
    try await bench.work(until: [.failed])
    #expect(try await bench.explain(made).detail.contains("outbound.allowed-networks"))
    #expect(try receiver.calls.isEmpty)
  }

  @Test func `Nobody there is tried again`() async throws {
    let bench = try await Bench(policy: .slow)
    _ = try await bench.makeWebhook("http://127.0.0.1:1/hook")
    try await bench.approve()
    try await bench.work(until: [.retrying])
  }

  @Test func `410 stops the integration until a new secret is set`() async throws {
    let bench = try await Bench()
    let receiver = try await Receiver()
    let made = try await bench.makeWebhook(receiver.url("/status/410"))
    try await bench.approve("doc-1")
    try await bench.work(until: [.failed])
    var present = try await bench.integrations.getIntegration(
      GetIntegrationRequest(name: made.name), Bench.call(.owner))
    #expect(present.status == .needsAuthorisation && !present.configured)
    try await bench.approve("doc-2")
    #expect(try await bench.list().count == 1)
    let why = try await bench.explain(made, document: "doc-2")
    #expect(why.reason == .misconfigured && why.field == "authorisation")

    present.configuration = .webhook(WebhookConfiguration(url: receiver.url("/hook")))
    present = try await bench.integrations.updateIntegration(
      UpdateIntegrationRequest(integration: present), Bench.call(.owner))
    #expect(present.status == .needsAuthorisation)
    present.configuration = .webhook(
      WebhookConfiguration(url: receiver.url("/hook"), secret: Bench.secret))
    present = try await bench.integrations.updateIntegration(
      UpdateIntegrationRequest(integration: present), Bench.call(.owner))
    #expect(present.status == .active && present.configured)
  }

  @Test func `More than a webhook takes is a permanent fault in words`() async throws {
    let bench = try await Bench(contentLimit: 10)
    let receiver = try await Receiver()
    let made = try await bench.makeWebhook(receiver.url("/hook"))
    try await bench.approve()
    try await bench.work(until: [.failed])
    #expect(try await bench.explain(made).detail.contains("more than a webhook takes"))
    #expect(try receiver.calls.isEmpty)
  }

  @Test func `Content that cannot be read is tried again`() async throws {
    let bench = try await Bench(policy: .slow)
    let receiver = try await Receiver()
    _ = try await bench.makeWebhook(receiver.url("/hook"))
    try await bench.approve()
    bench.library.close()
    try await bench.work(until: [.retrying])
    #expect(try receiver.calls.isEmpty)
  }

  @Test func `A receiver that never answers delays no other integration`() async throws {
    let bench = try await Bench(policy: .slow)
    let receiver = try await Receiver()
    _ = try await bench.makeWebhook(receiver.url("/silent"))
    let good = try await bench.makeWebhook(receiver.url("/hook"))
    for number in 0..<12 { try await bench.approve("doc-\(number)") }
    let start = ContinuousClock.now
    try await bench.work(destinations: 2) {
      for number in 0..<12 {
        guard try await bench.explain(good, document: "doc-\(number)").reason == .delivered else {
          return false
        }
      }
      return true
    }
    // The silent one holds on to its attempts for 5 seconds each, and the stop waits for those that run.
    #expect(ContinuousClock.now - start < .seconds(12))
  }

  @Test(
    arguments: [
      ("120", 120_000_000), ("0", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
      ("Sun, 06 Nov 1994 08:50:37 GMT", 60_000_000), ("Thu, 29 Feb 1996 00:00:00 GMT", nil),
      ("soon", nil), ("", nil), ("-5", nil), ("1e9", nil),
      ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("99999999999999999", Int64.max),
    ] as [(String, Int64?)])
  func `Retry-After is seconds or a date`(text: String, expected: Int64?) {
    let now: Int64 = 784_111_777
    let leapDay: Int64 = (825_552_000 - now) * 1_000_000
    let wanted = text.hasPrefix("Thu") ? leapDay : expected
    #expect(RetryAfter.microseconds(text, now: now) == wanted)
  }

  @Test(arguments: [
    (23, false), (24, true), (64, true), (65, false), (0, false),
  ])
  func `A secret has 24 to 64 bytes`(count: Int, isGood: Bool) {
    let text = "whsec_" + Data(repeating: 1, count: count).base64EncodedString()
    #expect((WebhookSecret(text) != nil) == isGood)
    #expect(WebhookSecret(String(text.dropFirst(6))) == nil)
  }

  /// The example of the Standard Webhooks specification's reference libraries.
  @Test func `The signature is that of the reference libraries`() throws {
    let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = secret.signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
      body: Array(#"{"test": 2432232314}"#.utf8))
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }
}
