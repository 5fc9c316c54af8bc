import Contracts
import Identity
import Outbound
import RPC
import TestDatabases
import Testing

@testable import ClientLink
@testable import Database

@Suite(.onEachEngine) struct `Invitation mail` {
  private static let base = "https://app.daybook.example/invitations/"

  private func mailer(_ house: House, port: Int) throws -> InvitationMailer {
    InvitationMailer(
      database: house.database, events: house.events,
      client: try OutboundClient(
        OutboundConfiguration(policy: AddressPolicy(allow: [try #require(IPNetwork("127.0.0.1"))]))),
      server: SMTPServer(host: "127.0.0.1", port: port, security: .none),
      sender: try MailAddress("invitations@daybook.example"), linkBase: Self.base)
  }

  /// Runs the mail's relay for the time of `body`.
  private func relaying(
    _ house: House, port: Int, _ body: @Sendable () async throws -> Void
  ) async throws {
    let mailer = try mailer(house, port: port)
    var relay = OutboxRelay(
      house.outboxes.mail, in: house.database, owner: "test", deliver: mailer.deliver)
    relay.loop.backoff.first = .milliseconds(10)
    relay.loop.backoff.longest = .milliseconds(50)
    let running = Task { [relay] in await relay.run() }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    running.cancel()
    await running.value
    try outcome.get()
  }

  @Test(arguments: [
    ("en", "invites Bakery <North> & Sons"), ("nl-BE", "nodigt Bakery <North> & Sons uit"),
    ("fr", "invite Bakery <North> & Sons"), ("de", "invites Bakery <North> & Sons"),
  ])
  func `An invitation arrives in the client's language with its link and QR code`(
    language: String, words: String
  ) async throws {
    try await MailServer.run { server in
      try await House.open { house in
        let partner = try People.partner()
        var draft = House.draft("Bakery <North> & Sons")
        draft.languageCode = language
        let client = try await house.add(draft, by: partner)
        _ = try await house.clients.inviteClient(
          InviteClientRequest(name: client.name, message: "Hello <b>you</b>\nsee you"),
          house.by(partner))
        let link = Self.base + (try await house.token(of: client))
        try await relaying(house, port: server.port) {
          let mail = try await server.mail()
          #expect(mail.recipients == ["office@bakery.example"])
          #expect(mail.sender == "invitations@daybook.example")
          #expect(mail.from.contains("Jansen & Co"))
          #expect(mail.subject.contains(words), "\(mail.subject)")
          #expect(mail.text.contains(link))
          #expect(mail.text.contains("Hello <b>you</b>"))
          #expect(mail.html.contains("href=\"\(link)\""))
          #expect(mail.html.contains("Bakery &lt;North&gt; &amp; Sons"))
          #expect(mail.html.contains("Hello &lt;b&gt;you&lt;/b&gt;"))
          #expect(!mail.html.contains("<b>you"))
          #expect(mail.code == link)
          #expect(mail.messageID.hasPrefix("<invitation."))
          let told = try await eventually {
            try await house.history(of: client, by: partner).first?.event == "mail_sent"
          }
          #expect(told)
        }
      }
    }
  }

  @Test func `An address that the server refuses ends the mail and stands in the history`()
    async throws
  {
    try await MailServer.run { server in
      try await House.open { house in
        let partner = try People.partner()
        let client = try await house.add(
          House.draft(email: "refused@bakery.example"), by: partner)
        _ = try await house.invite(client, by: partner)
        try await relaying(house, port: server.port) {
          let told = try await eventually {
            let last = try await house.history(of: client, by: partner).first
            return last?.event == "mail_refused" && last?.reason.contains("550") ?? false
          }
          #expect(told)
          let gone = try await eventually {
            try await house.database.read { try await house.outboxes.mail.depth($0).events } == 0
          }
          #expect(gone)
        }
      }
    }
  }

  @Test func `A passing fault is tried again; a repeated mail has the same id and link`()
    async throws
  {
    try await MailServer.run { server in
      try await House.open { house in
        let partner = try People.partner()
        var client = try await house.add(
          House.draft(email: "deferred@bakery.example"), by: partner)
        client = try await house.invite(client, by: partner)
        let link = Self.base + (try await house.token(of: client))
        try await relaying(house, port: server.port) { [client] in
          let tried = try await eventually {
            try await house.database.read { tx in
              try await tx.first("SELECT 1 AS found FROM leased_work WHERE attempts >= 3") != nil
            }
          }
          #expect(tried)
          var corrected = try await house.clients.getClient(
            GetClientRequest(name: client.name), house.by(partner))
          corrected.contactEmail = "office@bakery.example"
          _ = try await house.clients.updateClient(
            UpdateClientRequest(client: corrected), house.by(partner))
          let mail = try await server.mail()
          #expect(mail.code == link)
        }
        let event = OutboxEvent(
          space: "firm-jansen", key: "x", sequence: 1, kind: "invitation",
          payload: Array(try await invitationID(house).utf8), actor: "", trace: "", createdAt: 0,
          attempt: 1)
        let mailer = try mailer(house, port: server.port)
        try await mailer.deliver(event)
        try await mailer.deliver(event)
        let first = try await server.mail()
        let second = try await server.mail()
        #expect(first.messageID == second.messageID)
        #expect(first.code == link && second.code == link)
      }
    }
  }

  @Test func `An invitation that is void by then is not mailed`() async throws {
    try await MailServer.run { server in
      try await House.open { house in
        let partner = try People.partner()
        let client = try await house.invite(try await house.add(by: partner), by: partner)
        _ = try await house.clients.resendInvitation(
          ResendInvitationRequest(name: client.name), house.by(partner))
        let link = Self.base + (try await house.token(of: client))
        try await relaying(house, port: server.port) {
          // The first mail that comes is the second invitation's.
          let mail = try await server.mail()
          #expect(mail.code == link)
        }
      }
    }
  }

  @Test func `A server in a network that is not allowed is not connected to`() async throws {
    try await MailServer.run { server in
      try await House.open { house in
        let partner = try People.partner()
        _ = try await house.invite(try await house.add(by: partner), by: partner)
        let mailer = InvitationMailer(
          database: house.database, events: house.events, client: try OutboundClient(),
          server: SMTPServer(host: "127.0.0.1", port: server.port, security: .none),
          sender: try MailAddress("invitations@daybook.example"), linkBase: Self.base)
        let event = OutboxEvent(
          space: "firm-jansen", key: "x", sequence: 1, kind: "invitation",
          payload: Array(try await invitationID(house).utf8), actor: "", trace: "", createdAt: 0,
          attempt: 1)
        await #expect(throws: OutboundError.self) { try await mailer.deliver(event) }
      }
    }
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (951_782_400_000_000, "2000-02-29"), (1_798_761_599_999_999, "2026-12-31"),
      (4_107_542_400_000_000, "2100-03-01"),
    ] as [(Int64, String)])
  func `A day is written as ISO 8601 has it`(time: Int64, text: String) {
    #expect(CivilDate(microseconds: time).description == text)
  }

  private func invitationID(_ house: House) async throws -> String {
    let row = try await house.database.read { tx in
      try await tx.first("SELECT invitation FROM invitation ORDER BY create_time DESC LIMIT 1")
    }
    return try #require(row).text("invitation")
  }
}
