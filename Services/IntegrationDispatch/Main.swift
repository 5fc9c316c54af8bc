import Assembly
import Contracts
import Database
import Hosting
import Identity
import LinkGrants
import Logging
import RPC
import Records
import ServiceLifecycle
import StatusRules

/// integration-dispatch: delivers what was approved to where it is needed. Wires the parts and runs
/// them; knows no rule.
@main struct Main {
  private static let settings: [any DeclaredSetting] =
    StoreSettings.all + DoorSettings.all + DispatchSettings.all

  static func main() async {
    await ServiceMain(
      name: "integration-dispatch",
      summary: "Delivers approved documents to the integrations of both sides.", port: 7003,
      settings: settings, commands: [.databaseStatus(migrations)], assemble: assemble
    ).run()
  }

  @Sendable private static func assemble(_ context: ServiceContext) async throws -> ServiceAssembly
  {
    let settings = context.settings
    let store = try await Store.open(settings, migrations: migrations)
    let database = store.database
    let connectors = try DispatchSettings.connectors(settings)
    let keys = try DispatchSettings.keyRing(settings)
    try await StartChecks(database: database, connectors: connectors, keys: keys).run()

    let lease = Lease()
    let queue = DeliveryQueue()
    let links = LinkEvents(connectors: connectors, keys: keys)
    let source = DocumentSource(
      client: DocumentSourceServiceClient(try DispatchSettings.documentStatus.channel(settings)),
      fileLimit: try settings[DispatchSettings.contentLimit])
    let worker = DeliveryWorker(
      database: database, queue: queue,
      attempts: Attempts(policy: try DispatchSettings.retryPolicy(settings), lease: lease),
      connectors: connectors, keys: keys,
      content: { document, file throws(ContentFault) in
        try await source.read(file, of: document)
      },
      perDestination: try settings[DispatchSettings.perDestination],
      leaseDuration: try settings[DispatchSettings.lease], logger: context.logger)
    let keeper = links.keeper(
      LeaseServiceClient(try DispatchSettings.clientLink.channel(settings)), in: database,
      lease: lease)
    let destinations = try settings[DispatchSettings.destinations]

    let calls = SideCalls(
      database: database, changes: Changes(in: database),
      access: SideAccess(partners: PartnerAccess(lease: lease)))
    let pages = try await PageTokens.open(in: database)
    let services: [any RPCService] = [
      IntegrationService(calls: calls, connectors: connectors, keys: keys, pages: pages),
      DeliveryService(
        calls: calls, queue: queue, pages: pages, isApproved: { try await source.isApproved($0) }),
      ApprovalService(database: database, events: ApprovalEvents(queue: queue)),
      links.receiver(in: database),
    ]
    try Access.table.validate(against: services.flatMap(\.handlers).map(\.method))
    let door = try await DoorSettings.open(
      settings, table: Access.table, services: [.clientLink, .documentStatus])
    let logger = context.logger
    let owner = try StoreSettings.owner(context.settings)
    return ServiceAssembly(
      services: services, authenticate: door.authenticate, interceptors: [ErrorTranslation()],
      loops: [
        RelayLoop { await worker.run(destinations: destinations, owner: owner) },
        RelayLoop {
          await keeper.run { error in
            logger.warning("the lease could not be renewed", metadata: ["cause": "\(error)"])
          }
        },
        RelayLoop { try? await RequestKeys().sweep(in: database) },
      ],
      checks: [ReadyCheck("store") { try await database.read { _ in } }],
      gauges: Gauges(database: database, queue: queue, lease: lease).all,
      close: {
        await database.close()
        // The folder's lock is held until nothing runs any more.
        withExtendedLifetime(store) {}
      })
  }
}
