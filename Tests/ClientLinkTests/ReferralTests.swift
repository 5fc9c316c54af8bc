import Contracts
import Database
import Identity
import RPC
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `Referral partners and identity checks` {
  private static func referral() throws -> Caller {
    try People.partner("firm-refer", kind: .referral)
  }

  @Test func `A referral partner's invitation of an existing space is rejected by opening it`()
    async throws
  {
    try await House.open { house in
      let partner = try Self.referral()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let token = try await house.token(of: client)
      // Somebody else's space proves nothing about the invited business.
      _ = try await house.links.openInvitation(
        OpenInvitationRequest(token: token),
        house.by(try People.business("garage", number: Numbers.garage)))
      #expect(try await status(client, house, partner) == .invited)
      let shown = try await house.links.openInvitation(
        OpenInvitationRequest(token: token), house.by(try People.business()))
      #expect(shown.status == .void)
      #expect(try await status(client, house, partner) == .invitationRejected)
    }
  }

  @Test func `A referral partner's invitation of an existing space is rejected by accepting it`()
    async throws
  {
    try await House.open { house in
      let partner = try Self.referral()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let link = try await house.accept(
        try await house.token(of: client), by: try People.business(madeAt: 1_000_000))
      #expect(!link.active)
      #expect(link.status == .invitationRejected)
    }
  }

  @Test func `A referral partner may bring in a space that was made for the invitation`()
    async throws
  {
    try await House.open { house in
      let partner = try Self.referral()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let business = try People.business(madeAt: WallClock.now() + 1_000_000)
      #expect(try await house.accept(try await house.token(of: client), by: business).active)
    }
  }

  @Test func `A space made for the first invitation is new to a resent one too`() async throws {
    try await House.open { house in
      let partner = try Self.referral()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let business = try People.business(madeAt: WallClock.now())
      _ = try await house.clients.resendInvitation(
        ResendInvitationRequest(name: client.name), house.by(partner))
      #expect(try await house.accept(try await house.token(of: client), by: business).active)
    }
  }

  @Test func `A pending check keeps the client invited, and passing it makes the link`()
    async throws
  {
    try await House.open(.init(checkIsRequired: true)) { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let token = try await house.token(of: client)
      let pending = try await house.accept(token, by: business)
      #expect(!pending.active)
      #expect(pending.status == .invited)
      let again = try await house.accept(token, by: business)
      #expect(again == pending)
      let other = await refusal {
        try await house.accept(token, by: try People.business("garage", number: Numbers.garage))
      }
      #expect(other?.code == .failedPrecondition)
      let seen = try await house.clients.getClient(
        GetClientRequest(name: client.name), house.by(partner))
      #expect(seen.openStep == .kyc)
      let passed = try await house.backOffice.passKycCheck(
        PassKycCheckRequest(name: client.name), house.by(try People.backOffice()))
      #expect(passed.status == .active)
      #expect(passed.business == "businesses/bakery")
    }
  }

  @Test func `A check that passed before the consent is remembered`() async throws {
    try await House.open(.init(checkIsRequired: true)) { house in
      let partner = try People.partner()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      let passed = try await house.backOffice.passKycCheck(
        PassKycCheckRequest(name: client.name), house.by(try People.backOffice()))
      #expect(passed.status == .invited)
      #expect(
        try await house.accept(try await house.token(of: client), by: try People.business()).active)
    }
  }

  @Test(arguments: [false, true])
  func `A rejection stands over a deletion until it is lifted`(deleted: Bool) async throws {
    try await House.open { house in
      let partner = try People.partner()
      let office = try People.backOffice()
      let client = try await house.activeClient(by: partner, business: try People.business())
      let none = await refusal {
        try await house.backOffice.rejectAccess(
          RejectAccessRequest(name: client.name), house.by(office))
      }
      #expect(none?.code == .failedPrecondition)
      let rejected = try await house.backOffice.rejectAccess(
        RejectAccessRequest(
          name: client.name, reason: "not verified", internalReason: "forged papers"),
        house.by(office))
      #expect(rejected.status == .accessRejected)
      #expect(rejected.business == "")
      if deleted {
        _ = try await house.clients.deleteClient(
          DeleteClientRequest(name: client.name), house.by(partner))
        #expect(await refusal { try await house.add(by: partner) }?.code == .failedPrecondition)
      } else {
        #expect(await refusal { try await house.add(by: partner) }?.code == .alreadyExists)
      }
      _ = try await house.add(by: try People.partner("firm-peeters"))
      let lifted = try await house.backOffice.liftRejection(
        LiftRejectionRequest(name: client.name, reason: "verified since"), house.by(office))
      #expect(lifted.status == .draft)
      #expect(lifted.name == client.name)
      let invited = await refusal { try await house.add(by: partner) }
      #expect(invited?.code == .alreadyExists)
    }
  }

  private func status(
    _ client: Client, _ house: House, _ partner: Caller
  ) async throws -> ClientStatus {
    try await house.clients.getClient(GetClientRequest(name: client.name), house.by(partner)).status
  }
}
