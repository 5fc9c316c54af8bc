import Assembly
import Contracts
import Database
import Identity
import RPC
import Records
import StatusRules

/// What a business does with its links: the invitation, the consent, and the end.
struct LinkService: LinkServiceServer {
  let database: Database
  let changes: Changes
  let pages: PageTokens
  let events: ClientEvents
  let endings: LinkEndings

  func openInvitation(
    _ request: OpenInvitationRequest, _ call: ServerCall
  ) async throws -> Contracts.Invitation {
    let cause = try Cause(call)
    let business = try await noted(call)
    return try await database.write { tx in
      let invitation = try await events.effects.invitations.invitation(
        token: request.token, in: tx)
      let opened = try await events.open(invitation, as: business, by: cause, in: tx)
      return Contracts.Invitation(
        opened, to: try await events.client(invitation.client, in: tx),
        from: try await events.partners.partner(invitation.partner, in: tx), now: tx.now)
    }
  }

  func acceptInvitation(
    _ request: AcceptInvitationRequest, _ call: ServerCall
  ) async throws -> Link {
    let cause = try Cause(call)
    let name = try Names.business(request.parent, of: call)
    let business = try await noted(call)
    let invitations = events.effects.invitations
    try await database.write { tx in
      try await invitations.noteAttempt(token: request.token, by: business, in: tx)
    }
    return try await changes.once(call, request.requestId, request) { tx in
      let invitation = try await invitations.invitation(token: request.token, in: tx)
      let client = try await events.complete(
        invitation, as: business, consent: request.consent, by: cause, in: tx)
      return try await link(
        LinkName(business: name, partner: invitation.partner), of: client, in: tx)
    }
  }

  func listLinks(_ request: ListLinksRequest, _ call: ServerCall) async throws -> ListLinksResponse
  {
    let business = try Names.business(request.parent, of: call)
    _ = try await noted(call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["ListLinks", business]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let (links, partners) = try await database.read { tx in
      let links = try await LinkStore().activeLinks(
        of: business, after: after, limit: size + 1, in: tx)
      var partners: [String: PartnerRecord] = [:]
      for link in links {
        partners[link.partner] = try await events.partners.partner(link.partner, in: tx)
      }
      return (links, partners)
    }
    let page = pages.page(links, size: size, filter: filter, position: LinkStore.position(of:))
    return ListLinksResponse(
      links: page.items.compactMap { link in
        partners[link.partner].map { Link(link, with: $0, status: .active) }
      }, nextPageToken: page.nextPageToken)
  }

  func removeLink(_ request: RemoveLinkRequest, _ call: ServerCall) async throws -> Link {
    let cause = try Cause(call)
    let name = try Names.link(request.name, of: call)
    let reason = try InputText.optional(request.reason, field: "reason", maximum: 500)
    let ended = try await database.read { tx in
      try await LinkStore().link(partner: name.partner, business: name.business, in: tx)
    }
    guard let ended else { throw RPCError.notFound(request.name) }
    let answer = try await changes.once(call, request.requestId, request) { tx in
      guard
        let link = try await LinkStore().link(
          partner: name.partner, business: name.business, in: tx)
      else { throw RPCError.notFound(request.name) }
      let client = try await events.removeLink(link, reason: reason, by: cause, in: tx)
      return try await self.link(name, of: client, in: tx)
    }
    try await endings.settle(ended.client)
    return answer
  }

  func listLinkHistory(
    _ request: ListLinkHistoryRequest, _ call: ServerCall
  ) async throws -> ListLinkHistoryResponse {
    let name = try Names.link(request.name, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["ListLinkHistory", name.description]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let entries = try await database.read { tx in
      let history = LinkHistory(name: name)
      guard let entries = try await history.entries(after: after, limit: size + 1, in: tx) else {
        throw RPCError.notFound(request.name)
      }
      return entries
    }
    let page = pages.page(entries, size: size, filter: filter, position: \.position)
    return ListLinkHistoryResponse(
      entries: page.items.map(\.entry), nextPageToken: page.nextPageToken)
  }

  /// The link as it is, or as pending where none was made.
  private func link(
    _ name: LinkName, of client: ClientRecord, in tx: isolated Transaction
  ) async throws -> Link {
    let partner = try await events.partners.partner(name.partner, in: tx)
    let link = try await LinkStore().link(
      partner: name.partner, business: name.business, in: tx)
    guard let link, link.active == (client.business == name.business), client.status != .invited
    else { return Link(pending: name, with: partner, status: client.status.message) }
    return Link(link, with: partner, status: client.status.message)
  }

  /// The caller's space, which is known here from now on.
  private func noted(_ call: ServerCall) async throws -> BusinessSpace {
    let business = BusinessSpace(try call.caller.user)
    try await BusinessStore().note(business, in: database)
    return business
  }
}
