import Contracts
import Database
import Identity
import RPC
import Records
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `A client's way` {
  @Test func `From draft over invited to active, archived and back`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let business = try People.business()
      let draft = try await house.add(by: partner)
      #expect(draft.status == .draft)
      #expect(draft.enterpriseNumber == Numbers.bakery)
      let invited = try await house.invite(draft, by: partner)
      #expect(invited.status == .invited)
      #expect(invited.openStep == .notOpened)
      #expect(invited.invitationExpireTime != nil)
      let token = try await house.token(of: invited)

      let shown = try await house.links.openInvitation(
        OpenInvitationRequest(token: token), house.by(business))
      #expect(shown.partnerDisplayName == "Jansen & Co")
      #expect(shown.status == .opened)
      let link = try await house.accept(token, by: business)
      #expect(link.active)
      #expect(link.epoch == 1)
      #expect(link.status == .active)
      let active = try await house.clients.getClient(
        GetClientRequest(name: draft.name), house.by(partner))
      #expect(active.status == .active)
      #expect(active.business == "businesses/bakery")

      let archived = try await house.clients.archiveClient(
        ArchiveClientRequest(name: draft.name, reason: "moved on"), house.by(partner))
      #expect(archived.status == .archived)
      #expect(archived.business == "")
      _ = try await house.invite(archived, by: partner)
      let again = try await house.accept(try await house.token(of: draft), by: business)
      #expect(again.active)
      #expect(again.epoch == 3)
    }
  }

  @Test func `The business ends its link and is lost to the partner`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.activeClient(by: partner, business: business)
      let name = "businesses/bakery/links/firm-jansen"
      let listed = try await house.links.listLinks(
        ListLinksRequest(parent: "businesses/bakery"), house.by(business))
      #expect(listed.links.map(\.name) == [name])
      let ended = try await house.links.removeLink(
        RemoveLinkRequest(name: name, reason: "another firm"), house.by(business))
      #expect(!ended.active)
      #expect(ended.status == .lost)
      #expect(ended.endTime != nil)
      let lost = try await house.clients.getClient(
        GetClientRequest(name: client.name), house.by(partner))
      #expect(lost.status == .lost)
      let again = try await house.links.removeLink(
        RemoveLinkRequest(name: name), house.by(business))
      #expect(again == ended)
      #expect(try await house.history(of: client, by: partner).first?.reason == "another firm")
      #expect(
        try await house.links.listLinks(
          ListLinksRequest(parent: "businesses/bakery"), house.by(business)
        ).links.isEmpty)
    }
  }

  @Test func `A link that the firm ended is not the business's to end`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let business = try People.business()
      let client = try await house.activeClient(by: partner, business: business)
      _ = try await house.clients.archiveClient(
        ArchiveClientRequest(name: client.name), house.by(partner))
      let error = await refusal {
        try await house.links.removeLink(
          RemoveLinkRequest(name: "businesses/bakery/links/firm-jansen"), house.by(business))
      }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message.contains("archived") == false)
    }
  }

  @Test func `What a status does not allow is refused with what it allows`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let draft = try await house.add(by: partner)
      let error = await refusal {
        try await house.clients.archiveClient(
          ArchiveClientRequest(name: draft.name), house.by(partner))
      }
      #expect(error?.code == .failedPrecondition)
      #expect(error?.message.contains("draft") ?? false)
      #expect(error?.message.contains("invite") ?? false)
      let status = try GoogleRpcStatus(storedBytes: try #require(error?.details))
      let detail = try TransitionRefusal(storedBytes: try #require(status.details.first?.value))
      #expect(detail.status == "draft")
      #expect(detail.event == "archive")
      #expect(detail.allowedEvents.contains("invite"))
    }
  }

  @Test func `A deleted client is nowhere, its history stays, and it can be added again`()
    async throws
  {
    try await House.open { house in
      let partner = try People.partner()
      let client = try await house.add(by: partner)
      _ = try await house.clients.deleteClient(
        DeleteClientRequest(name: client.name), house.by(partner))
      for error in [
        await refusal {
          try await house.clients.getClient(
            GetClientRequest(name: client.name), house.by(partner))
        },
        await refusal { try await house.invite(client, by: partner) },
      ] { #expect(error?.code == .notFound) }
      #expect(
        try await house.history(of: client, by: partner).map(\.event) == [
          "delete_reference", "add",
        ])
      #expect(try await house.add(by: partner).name != client.name)
    }
  }

  @Test func `A second client with the same number is refused, however it is written`()
    async throws
  {
    try await House.open { house in
      let partner = try People.partner()
      _ = try await house.add(by: partner)
      let bare = String(Numbers.bakery.dropFirst(2))
      for number in [Numbers.bakery, bare, "BE \(bare.prefix(4)).\(bare.dropFirst(4))"] {
        let error = await refusal {
          try await house.add(House.draft("Other", number: number), by: partner)
        }
        #expect(error?.code == .alreadyExists)
      }
      _ = try await house.add(by: try People.partner("firm-peeters"))
    }
  }

  @Test func `The tabs list active clients and all others, page by page`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      _ = try await house.activeClient(by: partner, business: try People.business())
      for place in 0..<5 {
        _ = try await house.add(
          House.draft("Client \(place)", number: Numbers.number(100 + place)), by: partner)
      }
      let parent = "partners/firm-jansen"
      let active = try await house.clients.listClients(
        ListClientsRequest(parent: parent, tab: .active), house.by(partner))
      #expect(active.clients.map(\.displayName) == ["Bakery North"])
      var names: [String] = []
      var token = ""
      repeat {
        let page = try await house.clients.listClients(
          ListClientsRequest(parent: parent, tab: .inactive, pageSize: 2, pageToken: token),
          house.by(partner))
        names += page.clients.map(\.displayName)
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(names == (0..<5).map { "Client \($0)" })
      let first = try await house.clients.listClients(
        ListClientsRequest(parent: parent, tab: .inactive, pageSize: 2), house.by(partner))
      let error = await refusal {
        try await house.clients.listClients(
          ListClientsRequest(
            parent: parent, tab: .active, pageSize: 2, pageToken: first.nextPageToken),
          house.by(partner))
      }
      #expect(error?.code == .invalidArgument)
    }
  }

  @Test func `An accountant sees the clients assigned and no others`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      let accountant = try People.partner("firm-jansen", .accountant, subject: "carl")
      let client = try await house.add(by: partner)
      let read = { @Sendable in
        try await house.clients.getClient(
          GetClientRequest(name: client.name), house.by(accountant))
      }
      let list = { @Sendable in
        try await house.clients.listClients(
          ListClientsRequest(parent: "partners/firm-jansen"), house.by(accountant)
        ).clients.count
      }
      #expect(await refusal(read)?.code == .notFound)
      #expect(try await list() == 0)
      let assigned = try await house.clients.assignAccountant(
        AssignAccountantRequest(name: client.name, subject: "carl"), house.by(partner))
      #expect(assigned.accountants == ["carl"])
      #expect(try await read().name == client.name)
      #expect(try await list() == 1)
      _ = try await house.clients.unassignAccountant(
        UnassignAccountantRequest(name: client.name, subject: "carl"), house.by(partner))
      #expect(await refusal(read)?.code == .notFound)
    }
  }

  @Test func `A change from an old version is refused, and without a version too`() async throws {
    try await House.open { house in
      let partner = try People.partner()
      var client = try await house.add(by: partner)
      let old = client
      client.displayName = "Bakery South"
      client.setup = ClientSetup(
        subscriptionPlan: "standard",
        integrations: [PreparedIntegration(connector: "folder", displayName: "Books")],
        accountants: ["carl"])
      let changed = try await house.clients.updateClient(
        UpdateClientRequest(client: client), house.by(partner))
      #expect(changed.displayName == "Bakery South")
      #expect(changed.setup == client.setup)
      #expect(changed.etag != old.etag)
      let stale = await refusal {
        try await house.clients.updateClient(
          UpdateClientRequest(client: old), house.by(partner))
      }
      #expect(stale?.code == .aborted)
      client.etag = ""
      let none = await refusal { [client] in
        try await house.clients.updateClient(
          UpdateClientRequest(client: client), house.by(partner))
      }
      #expect(none?.code == .invalidArgument)
    }
  }
}
