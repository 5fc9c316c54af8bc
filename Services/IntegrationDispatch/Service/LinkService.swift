import Contracts
import Database
import LinkGrants
import Records

/// What the link's changes and the lease's ends cause here.
extension LinkEvents {
  func receiver(in database: Database, _ incarnation: Incarnation) -> LinkGrantReceiver {
    LinkGrantReceiver(database: database, incarnation: incarnation) { grant, request, tx in
      let side = Side(partner: grant.partner, business: grant.business)
      let author = request.actor.map { Author($0) } ?? .clientLink
      if grant.active {
        try await begin(
          side, prepared: request.preparedIntegrations.map { PreparedSetUp($0) }, by: author, in: tx
        )
      } else {
        try await end(side, by: author, in: tx)
      }
    }
  }

  func keeper(
    _ client: LeaseServiceClient, in database: Database, lease: Lease, _ incarnation: Incarnation
  ) -> LeaseKeeper {
    LeaseKeeper(client: client, database: database, lease: lease, incarnation: incarnation) {
      partner, business, tx in
      try await end(
        Side(partner: partner, business: business), by: .clientLink, in: tx)
    }
  }
}
