import Foundation
import Testing

@testable import Outbound

/// What the mail server understood of a mail.
struct Received: Decodable {
  struct Part: Decodable {
    let type: String
    let name: String?
    let id: String?
    let disposition: String?
    let content: String

    var bytes: [UInt8] { Array(Data(base64Encoded: content) ?? Data()) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let sender: String
  let recipients: [String]
  let headers: [String: String]
  let defects: [String]
  let parts: [Part]
  let longest: Int
  let bareLines: Int
  let encrypted: Bool
  let greeting: String
}

/// A running mail server and what it received.
final class MailServer: Sendable {
  private let folder: TemporaryFolder
  private let server: LocalServer

  init(_ mode: String, certificate: (certificate: String, key: String)? = nil) async throws {
    folder = try TemporaryFolder()
    let files = certificate.map { [$0.certificate, $0.key] } ?? []
    let aiosmtpd = try await Aiosmtpd.path()
    server = try await LocalServer(mailScript, [aiosmtpd, folder.path, mode] + files)
  }

  var port: Int { server.port }

  func received(_ number: Int) throws -> Received {
    let data = try Data(contentsOf: URL(filePath: folder.path("\(number).json")))
    return try JSONDecoder().decode(Received.self, from: data)
  }
}

func message(to: String = "ann@example.com", subject: String = "Hello") throws -> MailMessage {
  MailMessage(
    from: try MailAddress("daybook@example.com", name: "Daybook"), to: [try MailAddress(to)],
    subject: subject, messageID: "<invitation-1@example.com>", date: 1_763_697_600_000_000,
    text: "Good day")
}

@Suite(.timeLimit(.minutes(4))) struct MailTests {
  let client: OutboundClient

  init() throws {
    client = try OutboundClient(OutboundConfiguration(policy: onlyLoopback))
  }

  private func plain(_ port: Int) -> SMTPServer {
    SMTPServer(host: "127.0.0.1", port: port, security: .none, greeting: "daybook.test")
  }

  @Test("A mail with text, HTML, a picture and a file arrives as it was meant") func whole()
    async throws
  {
    let server = try await MailServer("plain")
    let picture = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let long = "Größe — " + String(repeating: "große Sache 🧾 ", count: 30)
    var mail = try message(subject: long)
    mail.from = try MailAddress("daybook@example.com", name: "Dagboek & Söhne")
    mail.to = [
      try MailAddress("ann@example.com", name: #"Ann "the pen", O'Neil \"#),
      try MailAddress("bo@sub.example.com"),
    ]
    mail.replyTo = try MailAddress("office@example.com")
    mail.text = "First\n.\n.leading dot\r\nlast ✓\n"
    mail.html = "<p>Scan <img src=\"cid:code@daybook\"></p>"
    mail.inlineFiles = [
      MailFile(
        name: "code.png", contentType: "image/png", contentID: "code@daybook", bytes: picture)
    ]
    mail.attachments = [
      MailFile(name: "Rechnung März \"1\".pdf", contentType: "application/pdf", bytes: [0, 255])
    ]

    let receipt = try await client.send(mail, via: plain(server.port))
    #expect(receipt.code == 250)
    #expect(receipt.reply == "250 2.0.0 queued as 1")
    #expect(receipt.address == IPAddress("127.0.0.1"))

    let got = try server.received(1)
    #expect(got.sender == "daybook@example.com")
    #expect(got.recipients == ["ann@example.com", "bo@sub.example.com"])
    #expect(got.greeting == "daybook.test")
    #expect(got.headers["subject"] == long)
    #expect(got.headers["from"] == "Dagboek & Söhne <daybook@example.com>")
    #expect(
      got.headers["to"] == #""Ann \"the pen\", O'Neil \\" <ann@example.com>, bo@sub.example.com"#)
    #expect(got.headers["reply-to"] == "office@example.com")
    #expect(got.headers["message-id"] == "<invitation-1@example.com>")
    #expect(got.headers["date"] == "Fri, 21 Nov 2025 04:00:00 +0000")
    #expect(got.defects == [])
    #expect(got.longest <= 76)
    #expect(got.bareLines == 0)
    #expect(
      got.parts.map(\.type) == [
        "multipart/mixed", "multipart/related", "multipart/alternative", "text/plain", "text/html",
        "image/png", "application/pdf",
      ])
    #expect(got.parts[3].text == "First\r\n.\r\n.leading dot\r\nlast ✓\r\n")
    #expect(got.parts[4].text == mail.html)
    #expect(got.parts[5].id == "<code@daybook>")
    #expect(got.parts[5].disposition == "inline")
    #expect(got.parts[5].bytes == picture)
    #expect(got.parts[6].name == "Rechnung März \"1\".pdf")
    #expect(got.parts[6].disposition == "attachment")
    #expect(got.parts[6].bytes == [0, 255])
  }

  @Test("Many mails go over few connections, each with its own content") func many() async throws {
    let server = try await MailServer("plain")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...40 {
        group.addTask {
          _ = try await client.send(
            message(subject: "Number \(number)"), via: plain(server.port))
        }
      }
      try await group.waitForAll()
    }
    let subjects = try (1...40).map { try server.received($0).headers["subject"] ?? "" }
    #expect(Set(subjects) == Set((1...40).map { "Number \($0)" }))
  }

  @Test(
    "A refusal is permanent, a deferral passing",
    arguments: [
      ("deferred@example.com", OutboundError.Kind.mailDeferred(code: 451), true),
      ("refused@example.com", OutboundError.Kind.mailRefused(code: 550), false),
    ])
  func refusals(_ to: String, _ kind: OutboundError.Kind, _ isPassing: Bool) async throws {
    let server = try await MailServer("plain")
    let error = await #expect(throws: OutboundError.self) {
      try await client.send(message(to: to), via: plain(server.port))
    }
    #expect(error?.kind == kind)
    #expect(error?.isPassing == isPassing)
    // The connection it leaves behind is good for the next mail.
    #expect(try await client.send(message(), via: plain(server.port)).code == 250)
  }

  @Test("A login goes over TLS, from the first byte or raised", arguments: ["starttls", "tls"])
  func encrypted(_ mode: String) async throws {
    let authority = try await Authority()
    let server = try await MailServer(mode, certificate: try await authority.issue("DNS:localhost"))
    let client = try OutboundClient(
      OutboundConfiguration(policy: onlyLoopback, certificateFile: authority.certificate))
    var smtp = SMTPServer(
      host: "localhost", port: server.port, security: mode == "tls" ? .tls : .startTLS,
      login: .init(user: "daybook", password: "correct"))
    #expect(try await client.send(message(), via: smtp).code == 250)
    #expect(try server.received(1).encrypted)

    smtp.login = .init(user: "daybook", password: "wrong")
    let error = await #expect(throws: OutboundError.self) {
      try await client.send(message(), via: smtp)
    }
    #expect(error?.kind == .mailRefused(code: 535))
    #expect(error?.cause.contains("wrong") == false)

    smtp.host = "127.0.0.1"
    let otherName = await #expect(throws: OutboundError.self) {
      try await client.send(message(), via: smtp)
    }
    #expect(otherName?.kind == .certificateRefused)
  }

  @Test("Where TLS is asked for and not offered, nothing is sent") func noStartTLS() async throws {
    let server = try await MailServer("plain")
    var smtp = plain(server.port)
    smtp.security = .startTLS
    let error = await #expect(throws: OutboundError.self) {
      try await client.send(message(), via: smtp)
    }
    #expect(error?.kind == .encryptionUnavailable)
    #expect(throws: CocoaError.self) { try server.received(1) }
  }

  @Test("A mail server inside is refused unless it is allowed") func address() async throws {
    let client = try OutboundClient()
    let error = await #expect(throws: OutboundError.self) {
      try await client.send(message(), via: plain(25))
    }
    #expect(error?.kind == .addressRefused(.v4(0x7f00_0001)))
  }

  @Test("A silent mail server runs into the timeout and delays no HTTP request") func silent()
    async throws
  {
    let mute = try await LocalServer(muteScript)
    let web = try await LocalServer(httpScript)
    var smtp = plain(mute.port)
    smtp.timeouts = Timeouts(whole: .milliseconds(500))
    let (message, server) = (try message(), smtp)
    let mail = Task { try await client.send(message, via: server) }
    let response = try await client.perform(
      HTTPRequest(url: "http://127.0.0.1:\(web.port)/echo"))
    #expect(response.status == 200)
    let error = await #expect(throws: OutboundError.self) { try await mail.value }
    #expect(error?.kind == .timedOut)
  }

  @Test("Mail servers that do not let go delay no HTTP request, and other mail only a little")
  func clinging() async throws {
    let web = try await LocalServer(httpScript)
    let url = "http://127.0.0.1:\(web.port)/echo"
    let servers = try await withThrowingTaskGroup(of: LocalServer.self) { group in
      for _ in 0..<6 { group.addTask { try await LocalServer(clingingScript) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    // libcurl keeps four connections here; the fifth makes it take leave of the first.
    let mails = Task {
      var slowest = Duration.zero
      for server in servers {
        let start = ContinuousClock.now
        let receipt = try await client.send(message(), via: plain(server.port))
        #expect(receipt.code == 250)
        slowest = max(slowest, ContinuousClock.now - start)
      }
      return slowest
    }
    var slowest = Duration.zero
    for _ in 0..<60 {
      let start = ContinuousClock.now
      #expect(try await client.perform(HTTPRequest(url: url)).status == 200)
      slowest = max(slowest, ContinuousClock.now - start)
      try await Task.sleep(for: .milliseconds(50))
    }
    // A thread that waits for a QUIT does so for nearly two seconds.
    #expect(slowest < .milliseconds(1700))
    #expect(try await mails.value < .seconds(10))
  }

  @Test("A login without TLS is not sent") func loginInClear() async throws {
    var smtp = plain(1)
    smtp.login = .init(user: "daybook", password: "correct")
    let error = await #expect(throws: OutboundError.self) {
      try await client.send(message(), via: smtp)
    }
    #expect(error?.kind == .malformed("a mail login is only sent over TLS"))
  }

  @Test(
    "A host that is more than a host is refused",
    arguments: ["", "a b", "a/b", "a@b", "a:25", "a\r\nb", "a?b", "a#b"])
  func host(_ host: String) async throws {
    var smtp = plain(25)
    smtp.host = host
    await #expect(throws: OutboundError.self) { try await client.send(message(), via: smtp) }
    smtp.host = "127.0.0.1"
    smtp.greeting = host
    let error = await #expect(throws: OutboundError.self) {
      try await client.send(message(), via: smtp)
    }
    #expect(error?.kind == .malformed("the mail greeting is not a host name"))
  }
}
