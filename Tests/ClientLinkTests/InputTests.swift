import Contracts
import Database
import Identity
import RPC
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `Input` {
  static let bad: [(String, @Sendable (inout Client) -> Void)] = [
    ("display_name", { $0.displayName = " " }),
    ("display_name", { $0.displayName = "a\nb" }),
    ("display_name", { $0.displayName = "a\u{7}b" }),
    ("display_name", { $0.displayName = String(repeating: "x", count: 201) }),
    ("enterprise_number", { $0.enterpriseNumber = "" }),
    ("enterprise_number", { $0.enterpriseNumber = "BE0123456700" }),
    ("enterprise_number", { $0.enterpriseNumber = "hello" }),
    ("contact_email", { $0.contactEmail = "nobody" }),
    ("contact_email", { $0.contactEmail = "a@b.example\r\nBcc: c@d.example" }),
    ("contact_email", { $0.contactEmail = "a@b.example, c@d.example" }),
    ("language_code", { $0.languageCode = "n l" }),
    ("setup", { $0.setup = ClientSetup(subscriptionPlan: String(repeating: "p", count: 64)) }),
    (
      "connector",
      {
        $0.setup = ClientSetup(integrations: [
          PreparedIntegration(connector: "fax", displayName: "a")
        ])
      }
    ),
    ("accountants", { $0.setup = ClientSetup(accountants: [""]) }),
  ]

  @Test(arguments: bad.indices)
  func `A bad field is named and nothing is made`(place: Int) async throws {
    try await House.open { house in
      let partner = try People.partner()
      var client = House.draft()
      Self.bad[place].1(&client)
      let error = await refusal { [client] in try await house.add(client, by: partner) }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains(Self.bad[place].0) ?? false, "\(error?.message ?? "")")
      let count = try await house.clients.listClients(
        ListClientsRequest(parent: "partners/firm-jansen"), house.by(partner)
      ).clients.count
      #expect(count == 0)
    }
  }

  @Test(arguments: [
    "", "partners", "partners/", "partners/firm-jansen", "partners/firm-jansen/clients/",
    "partners/-/clients/x", "partners/firm-jansen/clients/a/b", "businesses/x/links/y",
    "partners/Firm/clients/x", String(repeating: "x", count: 10_000),
  ])
  func `A malformed name is refused without being repeated`(name: String) async throws {
    try await House.open { house in
      let error = await refusal {
        try await house.clients.getClient(
          GetClientRequest(name: name), house.by(try People.partner()))
      }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains("partners/{space}/clients/{client}") ?? false)
    }
  }

  @Test func `Page sizes, tokens and request ids are checked`() async throws {
    try await House.open { house in
      let partner = house.by(try People.partner())
      let parent = "partners/firm-jansen"
      for error in [
        await refusal {
          try await house.clients.listClients(
            ListClientsRequest(parent: parent, pageSize: -1), partner)
        },
        await refusal {
          try await house.clients.listClients(
            ListClientsRequest(parent: parent, pageToken: "forged"), partner)
        },
        await refusal {
          try await house.clients.createClient(
            CreateClientRequest(parent: parent, client: House.draft(), requestId: "one"), partner)
        },
      ] { #expect(error?.code == .invalidArgument) }
    }
  }
}

@Suite(.onEachEngine) struct `Once` {
  @Test func `A repeated request is the same request, another one under its id is refused`()
    async throws
  {
    try await House.open { house in
      let partner = house.by(try People.partner())
      let request = CreateClientRequest(
        parent: "partners/firm-jansen", client: House.draft(),
        requestId: "6f1c1f66-8f7c-4d4b-9a63-0d6f4b9b8a03")
      let first = try await house.clients.createClient(request, partner)
      #expect(try await house.clients.createClient(request, partner) == first)
      var other = request
      other.client = House.draft("Other", number: Numbers.garage)
      let error = await refusal { [other] in try await house.clients.createClient(other, partner) }
      #expect(error?.code == .invalidArgument)
      let invite = InviteClientRequest(
        name: first.name, requestId: "6f1c1f66-8f7c-4d4b-9a63-0d6f4b9b8a04")
      for _ in 0..<3 { _ = try await house.clients.inviteClient(invite, partner) }
      let mails = try await house.database.read { tx in
        try await house.outboxes.mail.depth(tx).events
      }
      #expect(mails == 1)
    }
  }

  @Test func `A hundred at once: one client, one link, one end`() async throws {
    try await House.open(.init(lease: .milliseconds(1))) { house in
      let partner = try People.partner()
      let business = try People.business()
      _ = (house.by(partner), house.by(business))
      #expect(await succeeded { _ = try await house.add(by: partner) } == 1)
      let client = try #require(
        try await house.clients.listClients(
          ListClientsRequest(parent: "partners/firm-jansen"), house.by(partner)
        ).clients.first)
      _ = try await house.invite(client, by: partner)
      let token = try await house.token(of: client)
      // All are answered alike; what happened once is counted below.
      #expect(await succeeded { _ = try await house.accept(token, by: business) } == 100)
      let request = ArchiveClientRequest(name: client.name)
      #expect(
        await succeeded { _ = try await house.clients.archiveClient(request, house.by(partner)) }
          == 100)
      let epoch = try await house.database.read { tx in
        try await LinkStore().link(partner: "firm-jansen", business: "bakery", in: tx)?.epoch
      }
      #expect(epoch == 2)
      for receiver in LinkReceiver.allCases {
        let events = try await house.database.read { tx in
          try await house.outboxes.links(to: receiver).depth(tx).events
        }
        #expect(events == 2)
      }
    }
  }

  private func succeeded(_ call: @escaping @Sendable () async throws -> Void) async -> Int {
    await withTaskGroup { group in
      for _ in 0..<100 {
        group.addTask {
          do {
            try await call()
            return true
          } catch {
            return false
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
  }
}
