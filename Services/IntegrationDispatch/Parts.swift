import Database
import Hosting
import LinkGrants
import RPC
import Records

/// What the service is made of once its store is open: the proto services, and what they share.
struct Parts: Sendable {
  let database: Database
  let connectors: ConnectorTable
  let keys: KeyRing
  let source: DocumentSource
  let lease = Lease()
  let queue = DeliveryQueue()
  let incarnation: Incarnation
  private let pages: PageTokens

  init(
    database: Database, connectors: ConnectorTable, keys: KeyRing, source: DocumentSource
  ) async throws {
    self.database = database
    self.connectors = connectors
    self.keys = keys
    self.source = source
    incarnation = try await Incarnation.open(in: database)
    pages = try await PageTokens.open(in: database)
  }

  var links: LinkEvents { LinkEvents(connectors: connectors, keys: keys) }

  var services: [any RPCService] {
    let calls = SideCalls(
      database: database, changes: Changes(in: database),
      access: SideAccess(partners: PartnerAccess(lease: lease)))
    return [
      IntegrationService(calls: calls, connectors: connectors, keys: keys, pages: pages),
      DeliveryService(
        calls: calls, queue: queue, pages: pages,
        isApproved: { [source] in try await source.isApproved($0) }),
      ApprovalService(database: database, events: ApprovalEvents(queue: queue)),
      links.receiver(in: database, incarnation),
    ]
  }

  var gauges: [ScrapedGauge] { Gauges(database: database, queue: queue, lease: lease).all }
}
