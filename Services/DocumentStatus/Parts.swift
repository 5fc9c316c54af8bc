import Assembly
import Content
import Contracts
import Database
import Hosting
import LinkGrants
import RPC
import Records

/// What the service is made of once its store is open: the proto services, and what they share.
struct Parts: Sendable {
  let database: Database
  let contents: ContentStore
  let lease = Lease()
  let outbox = Outbox(to: "integration-dispatch")
  let incarnation: Incarnation
  private let pages: PageTokens
  private let dispatch: ApprovalServiceClient

  /// - Parameter dispatch: To integration-dispatch.
  init(database: Database, contents: ContentStore, dispatch: RPCChannel) async throws {
    self.database = database
    self.contents = contents
    self.dispatch = ApprovalServiceClient(dispatch)
    incarnation = try await Incarnation.open(in: database)
    pages = try await PageTokens.open(in: database)
  }

  var services: [any RPCService] {
    let changes = Changes(in: database)
    return [
      DocumentService(
        database: database, contents: contents, changes: changes, pages: pages, outbox: outbox),
      AccountingService(
        database: database, contents: contents, changes: changes, pages: pages,
        access: PartnerAccess(lease: lease)),
      NetworkService(database: database, contents: contents, outbox: outbox),
      DocumentSourceService(database: database, contents: contents),
      // A link that begins or ends moves no row: a new firm takes earlier documents over by a call,
      // and one that returns finds its rows, which have followed their documents.
      ApprovalReconciliationService(
        reconciliation: ApprovalReconciliation(
          database: database, outbox: outbox, dispatch: dispatch)),
      LinkGrantReceiver(database: database, incarnation: incarnation) { grant, change, tx in
        try await AccountingSide().catchUp(
          with: grant, changedAt: change.time?.microseconds ?? tx.now, in: tx)
      },
    ]
  }

  /// Without the lease businesses are still served, and partners are not.
  var checks: [ReadyCheck] {
    let services = Set(AccountingServiceMethods.all.map(\.service))
    return [ReadyCheck("lease", of: services) { try lease.require() }]
  }

  var gauges: [ScrapedGauge] {
    OutboxGauges.gauges(of: outbox, in: database) + [
      ScrapedGauge(
        "daybook_lease_held", help: "1 while partners are answered, 0 without client-link's lease."
      ) { lease.isHeld ? 1 : 0 }
    ]
  }
}
