package import Contracts
package import Database
package import RPC

/// Takes the changes of links in: what client-link calls until it hears yes.
package struct LinkGrantReceiver: LinkGrantServiceServer {
  private let database: Database
  private let incarnation: Incarnation
  private let onChange: LinkChanged

  /// What a service does when a link begins, changes or ends, in the same transaction.
  package typealias LinkChanged =
    @Sendable (LinkGrant, ApplyLinkChangeRequest, isolated Transaction) async throws -> Void

  package init(
    database: Database, incarnation: Incarnation, onChange: @escaping LinkChanged
  ) {
    self.database = database
    self.incarnation = incarnation
    self.onChange = onChange
  }

  package func applyLinkChange(
    _ request: ApplyLinkChangeRequest, _ call: ServerCall
  ) async throws -> ApplyLinkChangeResponse {
    let grant = try Self.grant(request)
    try await database.write { [onChange] tx in
      // The sequence tells repetitions; the epoch tells what a lease has ended already.
      let isNew = try await Inbox.accept(
        tx, source: Incarnation.source("client-link", request.incarnation),
        space: grant.partner, key: "links/\(grant.business)",
        sequence: request.sequence)
      guard isNew,
        try await LinkGrantStore().apply(
          grant, time: request.time?.microseconds ?? tx.now, in: tx)
      else { return }
      try await onChange(grant, request, tx)
    }
    return ApplyLinkChangeResponse()
  }

  package func listLinkGrants(
    _ request: ListLinkGrantsRequest, _ call: ServerCall
  ) async throws -> ListLinkGrantsResponse {
    var after: (partner: String, business: String)?
    if !request.afterPartner.isEmpty {
      guard let partner = LinkNames.partner(request.afterPartner),
        let business = LinkNames.business(request.afterBusiness)
      else {
        throw RPCError(
          .invalidArgument, "after_partner and after_business must name a link, or both be empty")
      }
      after = (partner, business)
    }
    guard (1...500).contains(request.pageSize) else {
      throw RPCError(.invalidArgument, "page_size must be 1 to 500")
    }
    let limit = Int(request.pageSize)
    let grants = try await database.read { [after] tx in
      try await LinkGrantStore().grants(after: after, limit: limit, in: tx)
    }
    return ListLinkGrantsResponse(
      grants: grants.map { grant in
        HeldLinkGrant(
          partner: "partners/\(grant.partner)", business: "businesses/\(grant.business)",
          epoch: grant.epoch, active: grant.active, accountants: grant.accountants,
          client: grant.client)
      }, incarnation: incarnation.id)
  }

  private static func grant(_ request: ApplyLinkChangeRequest) throws(RPCError) -> LinkGrant {
    guard let partner = LinkNames.partner(request.partner),
      let business = LinkNames.business(request.business)
    else {
      throw RPCError(
        .invalidArgument, "partner and business must look like partners/… and businesses/…")
    }
    return LinkGrant(
      partner: partner, business: business, epoch: request.epoch, active: request.active,
      client: request.client, displayName: request.clientDisplayName,
      accountants: request.accountants)
  }
}
