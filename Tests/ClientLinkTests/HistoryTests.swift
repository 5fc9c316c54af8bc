import Contracts
import Identity
import RPC
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `History` {
  @Test func `Each side reads what is for it`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.activeClient(by: partner, business: business)
      _ = try await house.clients.assignAccountant(
        AssignAccountantRequest(name: client.name, subject: "carl"), house.by(partner))
      _ = try await house.backOffice.rejectAccess(
        RejectAccessRequest(
          name: client.name, reason: "for the partner", internalReason: "a suspicion"),
        house.by(try People.backOffice()))
      let ofPartner = try await house.history(of: client, by: partner)
      #expect(
        ofPartner.map(\.event) == [
          "reject_access", "assign_accountant", "complete", "invite", "add",
        ])
      #expect(ofPartner.first?.reason == "for the partner")
      let name = "businesses/bakery/links/firm-jansen"
      let ofBusiness = try await house.links.listLinkHistory(
        ListLinkHistoryRequest(name: name), house.by(business)
      ).entries
      #expect(ofBusiness.map(\.event) == ["link_ended", "complete"])
      #expect(ofBusiness.map(\.reason) == ["", ""])
      #expect(ofBusiness.first?.statusBefore == "" && ofBusiness.first?.statusAfter == "")
      #expect(ofBusiness.first?.actor?.role == "service")
      for entry in ofPartner + ofBusiness { #expect(!entry.reason.contains("suspicion")) }
      #expect(ofPartner.first?.actor == Self.platform)
      #expect(ofPartner.last?.statusBefore == "" && ofPartner.last?.statusAfter == "draft")
    }
  }

  /// The back office as others read it: nobody by name.
  private static let platform = Actor(
    subject: "", space: "backOffice", role: "back_office", displayName: "")

  @Test func `A business reads of a passed check only that its link was made`() async throws {
    try await House.open(.init(checkIsRequired: true)) { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.invite(try await house.add(by: partner), by: partner)
      _ = try await house.accept(try await house.token(of: client), by: business)
      _ = try await house.backOffice.passKycCheck(
        PassKycCheckRequest(name: client.name), house.by(try People.backOffice()))
      let ofBusiness = try await house.links.listLinkHistory(
        ListLinkHistoryRequest(name: "businesses/bakery/links/firm-jansen"), house.by(business)
      ).entries
      #expect(ofBusiness.map(\.event) == ["link_made"])
      #expect(ofBusiness.first?.actor?.role == "service")
      let ofPartner = try await house.history(of: client, by: partner)
      #expect(ofPartner.first?.event == "pass_check")
      #expect(ofPartner.first?.actor == Self.platform)
    }
  }

  @Test func `A business reads its link's periods over entries made again, page by page`()
    async throws
  {
    try await House.open(.init(lease: .milliseconds(1))) { house in
      let partner = try People.partner()
      let business = try People.business()
      for round in 0..<3 {
        let client = try await house.activeClient(by: partner, business: business)
        _ = try await house.clients.archiveClient(
          ArchiveClientRequest(name: client.name, reason: "round \(round)"), house.by(partner))
        _ = try await house.clients.deleteClient(
          DeleteClientRequest(name: client.name), house.by(partner))
      }
      var events: [String] = []
      var token = ""
      repeat {
        let page = try await house.links.listLinkHistory(
          ListLinkHistoryRequest(
            name: "businesses/bakery/links/firm-jansen", pageSize: 1, pageToken: token),
          house.by(business))
        events += page.entries.map { "\($0.event) \($0.reason)" }
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(
        events == (0..<3).reversed().flatMap { ["archive round \($0)", "complete "] })
    }
  }
}

@Suite(.onEachEngine) struct `Spaces` {
  /// A call on somebody else's thing, by what it is.
  static let calls: [(String, @Sendable (House, Client, Caller, Caller) async throws -> Void)] = [
    (
      "CreateClient",
      { house, _, partner, _ in
        _ = try await house.clients.createClient(
          CreateClientRequest(parent: "partners/firm-jansen", client: House.draft()),
          house.by(partner))
      }
    ),
    (
      "GetClient",
      { house, client, partner, _ in
        _ = try await house.clients.getClient(
          GetClientRequest(name: client.name), house.by(partner))
      }
    ),
    (
      "ListClients",
      { house, _, partner, _ in
        _ = try await house.clients.listClients(
          ListClientsRequest(parent: "partners/firm-jansen"), house.by(partner))
      }
    ),
    (
      "UpdateClient",
      { house, client, partner, _ in
        _ = try await house.clients.updateClient(
          UpdateClientRequest(client: client), house.by(partner))
      }
    ),
    (
      "InviteClient",
      { house, client, partner, _ in _ = try await house.invite(client, by: partner) }
    ),
    (
      "ResendInvitation",
      { house, client, partner, _ in
        _ = try await house.clients.resendInvitation(
          ResendInvitationRequest(name: client.name), house.by(partner))
      }
    ),
    (
      "WithdrawInvitation",
      { house, client, partner, _ in
        _ = try await house.clients.withdrawInvitation(
          WithdrawInvitationRequest(name: client.name), house.by(partner))
      }
    ),
    (
      "ArchiveClient",
      { house, client, partner, _ in
        _ = try await house.clients.archiveClient(
          ArchiveClientRequest(name: client.name), house.by(partner))
      }
    ),
    (
      "DeleteClient",
      { house, client, partner, _ in
        _ = try await house.clients.deleteClient(
          DeleteClientRequest(name: client.name), house.by(partner))
      }
    ),
    (
      "AssignAccountant",
      { house, client, partner, _ in
        _ = try await house.clients.assignAccountant(
          AssignAccountantRequest(name: client.name, subject: "carl"), house.by(partner))
      }
    ),
    (
      "UnassignAccountant",
      { house, client, partner, _ in
        _ = try await house.clients.unassignAccountant(
          UnassignAccountantRequest(name: client.name, subject: "carl"), house.by(partner))
      }
    ),
    (
      "ListClientHistory",
      { house, client, partner, _ in
        _ = try await house.history(of: client, by: partner)
      }
    ),
    (
      "AcceptInvitation",
      { house, client, _, business in
        _ = try await house.links.acceptInvitation(
          AcceptInvitationRequest(
            parent: "businesses/bakery", token: try await house.token(of: client), consent: true),
          house.by(business))
      }
    ),
    (
      "ListLinks",
      { house, _, _, business in
        _ = try await house.links.listLinks(
          ListLinksRequest(parent: "businesses/bakery"), house.by(business))
      }
    ),
    (
      "RemoveLink",
      { house, _, _, business in
        _ = try await house.links.removeLink(
          RemoveLinkRequest(name: "businesses/bakery/links/firm-jansen"), house.by(business))
      }
    ),
    (
      "ListLinkHistory",
      { house, _, _, business in
        _ = try await house.links.listLinkHistory(
          ListLinkHistoryRequest(name: "businesses/bakery/links/firm-jansen"), house.by(business))
      }
    ),
  ]

  @Test(arguments: calls.map(\.0))
  func `What is in another space is nowhere, in the same words`(method: String) async throws {
    let call = try #require(Self.calls.first { $0.0 == method }).1
    try await House.open(.init(lease: .milliseconds(1))) { house in
      let client = try await house.activeClient(
        by: try People.partner(), business: try People.business())
      let error = await refusal {
        try await call(
          house, client, try People.partner("firm-peeters"),
          try People.business("garage", number: Numbers.garage))
      }
      #expect(error?.code == .notFound)
      #expect(error?.message.hasSuffix(" was not found") ?? false, "\(error?.message ?? "")")
    }
  }

  @Test func `A link that never was is nowhere too`() async throws {
    try await House.open { house in
      let business = house.by(try People.business())
      let name = "businesses/bakery/links/firm-jansen"
      for error in [
        await refusal {
          try await house.links.removeLink(RemoveLinkRequest(name: name), business)
        },
        await refusal {
          try await house.links.listLinkHistory(ListLinkHistoryRequest(name: name), business)
        },
      ] { #expect(error?.code == .notFound) }
    }
  }
}
