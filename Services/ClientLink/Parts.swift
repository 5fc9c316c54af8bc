import Assembly
import Database
import Hosting
import Identity
import RPC
import Records

/// What the service is made of once its store is open: the proto services, and what they share.
struct Parts: Sendable {
  let database: Database
  let outboxes = Outboxes()
  let events: ClientEvents
  let endings: LinkEndings
  let standing: Standing
  private let receivers: LinkReceivers
  private let pages: PageTokens

  /// - Parameter leaseDuration: For how long another service may answer partners without hearing
  ///   from here.
  init(
    database: Database, receivers: LinkReceivers, terms: InvitationTerms, leaseDuration: Duration,
    checkIsRequired: Bool
  ) async throws {
    self.database = database
    events = ClientEvents(
      effects: ClientEffects(
        invitations: InvitationEvents(terms: terms), links: LinkEvents(outboxes: outboxes)),
      checkIsRequired: checkIsRequired)
    endings = LinkEndings(
      database: database,
      leases: try await LeaseBook.open(duration: leaseDuration, in: database))
    standing = Standing(
      database: database, incarnation: try await Incarnation.open(in: database))
    self.receivers = receivers
    pages = try await PageTokens.open(in: database)
  }

  var services: [any RPCService] {
    let changes = Changes(in: database)
    return [
      ClientService(
        database: database, changes: changes, pages: pages, events: events, endings: endings),
      LinkService(
        database: database, changes: changes, pages: pages, events: events, endings: endings),
      BackOfficeService(changes: changes, events: events, endings: endings),
      LeaseService(database: database, leases: endings.leases, standing: standing),
      LinkReconciliationService(
        reconciliation: LinkReconciliation(
          database: database, events: events, standing: standing, receivers: receivers)),
    ]
  }

  var gauges: [ScrapedGauge] {
    outboxes.all.flatMap { OutboxGauges.gauges(of: $0, in: database) }
  }
}
