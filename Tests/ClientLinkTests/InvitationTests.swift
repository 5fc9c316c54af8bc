import Contracts
import Database
import Identity
import RPC
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `Invitations` {
  @Test func `Only the hash of a token is stored, and it opens one invitation`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let token = try await house.token(of: client)
      #expect(token.hasPrefix("firm-jansen."))
      let hash = try #require(ResourceID(token)).secretHash
      let row = try await house.database.read { tx in
        try await tx.first("SELECT token_hash, invitation FROM invitation")
      }
      #expect(try row?.bytes("token_hash") == hash)
      #expect(try row.map { try !token.contains($0.text("invitation")) } ?? false)
      for other in ["", "x", "firm-jansen", "firm-peeters" + token.dropFirst(11), token + "0"] {
        let error = await refusal {
          try await house.links.openInvitation(
            OpenInvitationRequest(token: other), house.by(try People.business()))
        }
        #expect(error?.code == .notFound)
      }
    }
  }

  @Test func `A resent invitation makes every earlier link void`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let first = try await house.token(of: client)
      _ = try await house.clients.resendInvitation(
        ResendInvitationRequest(name: client.name), house.by(partner))
      let error = await refusal { try await house.accept(first, by: business) }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message.contains("void") ?? false)
      let second = try await house.token(of: client)
      #expect(second != first)
      #expect(try await house.accept(second, by: business).active)
      let again = try await house.accept(second, by: business)
      #expect(again.active && again.epoch == 1, "an answer that was lost is given again")
      let twin = try People.business("bakery-south")
      let used = await refusal { try await house.accept(second, by: twin) }
      #expect(used?.code == .failedPrecondition)
      #expect(used?.message.contains("used") ?? false)
    }
  }

  @Test func `A withdrawn invitation is void and leads back to the status before it`()
    async throws
  {
    try await House.open { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.activeClient(by: partner, business: business)
      _ = try await house.clients.archiveClient(
        ArchiveClientRequest(name: client.name), house.by(partner))
      _ = try await house.invite(client, by: partner)
      let token = try await house.token(of: client)
      let back = try await house.clients.withdrawInvitation(
        WithdrawInvitationRequest(name: client.name), house.by(partner))
      #expect(back.status == .archived)
      #expect(
        await refusal { try await house.accept(token, by: business) }?.code == .failedPrecondition)
    }
  }

  @Test func `An invitation past its expiry cannot be used, and the partner sees it`()
    async throws
  {
    try await House.open(.init(lifetime: 1, reminder: nil)) { house in
      let partner = try People.partner()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let token = try await house.token(of: client)
      let business = try People.business()
      for error in [
        await refusal { try await house.accept(token, by: business) },
        await refusal {
          try await house.links.openInvitation(
            OpenInvitationRequest(token: token), house.by(business))
        },
      ] {
        #expect(error?.code == .failedPrecondition)
        #expect(error?.message.contains("expired") ?? false)
      }
      let seen = try await house.clients.getClient(
        GetClientRequest(name: client.name), house.by(partner))
      #expect(seen.openStep == .expired)
      #expect(seen.invitationExpireTime == nil)
      try await InvitationClock(database: house.database, events: house.events).tick()
      #expect(
        try await house.history(of: client, by: partner).first?.event == "invitation_expired")
      let after = await refusal { try await house.accept(token, by: business) }
      #expect(after?.message.contains("expired") ?? false)
    }
  }

  @Test func `A reminder is sent once, with the same link`() async throws {
    try await House.open(.init(lifetime: 1_000_000_000, reminder: 999_999_999)) { house in
      let partner = try People.partner()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let token = try await house.token(of: client)
      let clock = InvitationClock(database: house.database, events: house.events)
      // The reminder is due a microsecond after the invitation was made.
      try await clock.tick()
      try await clock.tick()
      let mails = try await house.database.read { tx in
        try await house.outboxes.mail.depth(tx).events
      }
      #expect(mails == 2)
      #expect(try await house.token(of: client) == token)
    }
  }

  @Test func `The step that is open says what stands in the way`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let token = try await house.token(of: client)
      let step = { @Sendable in
        try await house.clients.getClient(
          GetClientRequest(name: client.name), house.by(partner)
        ).openStep
      }
      #expect(try await step() == .notOpened)
      let stranger = try People.business("garage", number: Numbers.garage)
      _ = try await house.links.openInvitation(
        OpenInvitationRequest(token: token), house.by(stranger))
      #expect(try await step() == .opened)
      let differs = await refusal { try await house.accept(token, by: stranger) }
      #expect(differs?.code == .failedPrecondition)
      #expect(try await step() == .numberDiffers)
      let business = try People.business()
      let consent = await refusal { try await house.accept(token, by: business, consent: false) }
      #expect(consent?.code == .failedPrecondition)
      #expect(try await step() == .consent)
      #expect(try await house.accept(token, by: business).active)
      #expect(try await step() == .unspecified)
      // Nobody but the back office reads which space opened it.
      #expect(
        try await house.history(of: client, by: partner).allSatisfy {
          $0.actor?.space != "businesses/garage"
        })
    }
  }

  @Test func `A business that opens its invitation did not register without the link`()
    async throws
  {
    try await House.open { house in
      let partner = try People.partner()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let token = try await house.token(of: client)
      let step = { @Sendable in
        try await house.clients.getClient(
          GetClientRequest(name: client.name), house.by(partner)
        ).openStep
      }
      let stranger = try People.business("garage", number: Numbers.garage)
      for (business, expected) in [
        (stranger, InvitationStep.opened), (try People.business(), .consent),
        (stranger, .consent),
      ] {
        _ = try await house.links.openInvitation(
          OpenInvitationRequest(token: token), house.by(business))
        #expect(try await step() == expected)
      }
    }
  }

  @Test func `A business that registers without the link shows as such`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      _ = try await house.links.listLinks(
        ListLinksRequest(parent: "businesses/bakery"), house.by(try People.business()))
      let seen = try await house.clients.getClient(
        GetClientRequest(name: client.name), house.by(partner))
      #expect(seen.openStep == .registeredWithoutLink)
    }
  }

  @Test func `A client without an address cannot be invited`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let client = try await house.add(House.draft(email: ""), by: partner)
      let error = await refusal { try await house.invite(client, by: partner) }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message.contains("e-mail") ?? false)
    }
  }

  @Test func `Inviting many answers for each`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let good = try await house.add(by: partner)
      let silent = try await house.add(
        House.draft("Garage", number: Numbers.garage, email: ""), by: partner)
      let names = [
        good.name, silent.name, "partners/firm-peeters/clients/x", "nonsense",
        "partners/firm-jansen/clients/none", good.name,
      ]
      let request = BatchInviteClientsRequest(
        parent: "partners/firm-jansen", names: names,
        requestId: "6f1c1f66-8f7c-4d4b-9a63-0d6f4b9b8a01")
      let answer = try await house.clients.batchInviteClients(request, house.by(partner))
      #expect(answer.results.map(\.name) == names)
      let codes: [RPCError.Code] = [
        .ok, .failedPrecondition, .notFound, .invalidArgument, .notFound, .failedPrecondition,
      ]
      #expect(answer.results.map { $0.status?.code } == codes.map { Int32($0.rawValue) })
      #expect(answer.results[0].client?.status == .invited)
      let again = try await house.clients.batchInviteClients(request, house.by(partner))
      #expect(again == answer)
      let mails = try await house.database.read { tx in
        try await house.outboxes.mail.depth(tx).events
      }
      #expect(mails == 1)
    }
  }
}

/// In SQLite's words; PostgreSQL chooses by what it knows of the rows, and has the same indexes.
@Suite struct `Query plans` {
  @Test(arguments: [InvitationStore.openOfClient, InvitationStore.latestOfClient])
  func `A client's invitations are found without reading the firm's`(query: String) async throws {
    try await House.open { house in
      let plan = try await house.database.read { tx in
        try await tx.query("EXPLAIN QUERY PLAN \(query)", ["firm-jansen", "x"])
      }.map { try $0.text("detail") }
      #expect(plan.first?.hasSuffix("(partner=? AND client=?)") ?? false, "\(plan)")
    }
  }
}
