import Assembly
import Contracts
import Database
import Hosting
import Identity

/// integration-dispatch: delivers what was approved to where it is needed. Wires the parts and runs
/// them; knows no rule.
@main struct Main {
  static func main() async {
    await ServiceMain(
      name: "integration-dispatch",
      summary: "Delivers approved documents to the integrations of both sides.", port: 7003,
      settings: StoreSettings.all + DoorSettings.all + IntegrationDispatchSettings.all,
      commands: [
        .databaseStatus(migrations), .databaseCheck(migrations),
        .backup("integration-dispatch", migrations),
        .restore("integration-dispatch", migrations) {
          [try IntegrationDispatchSettings.keyPath($0)]
        },
      ], assemble: assemble
    ).run()
  }

  @Sendable private static func assemble(_ context: ServiceContext) async throws -> ServiceAssembly
  {
    let settings = context.settings
    let store = try await Store.open(settings, migrations: migrations)
    let documentStatus = try IntegrationDispatchSettings.documentStatus.channel(context)
    let parts = try await Parts(
      database: store.database, connectors: try IntegrationDispatchSettings.connectors(settings),
      keys: try IntegrationDispatchSettings.keyRing(settings),
      source: DocumentSource(
        client: DocumentSourceServiceClient(documentStatus),
        fileLimit: try settings[IntegrationDispatchSettings.contentLimit]))
    try await StartChecks(
      database: parts.database, connectors: parts.connectors, keys: parts.keys
    ).run()
    let loops = try Loops(parts, reading: documentStatus, context)
    let door = try await DoorSettings.open(
      settings, table: Access.table, serving: parts.services,
      callers: [.clientLink, .documentStatus])
    return ServiceAssembly(
      on: store, door: door, services: parts.services, loops: loops.all, gauges: parts.gauges,
      channels: loops.channels)
  }
}
