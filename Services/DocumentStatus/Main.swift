import Assembly
import Content
import Contracts
import Database
import Hosting
import Identity
import LinkGrants
import Logging
import RPC
import Records
import ServiceLifecycle

/// document-status: what each side sees of a document. Wires the parts and runs them; knows no rule.
@main struct Main {
  static func main() async {
    await ServiceMain(
      name: "document-status",
      summary: "What each side sees of a document: import, approval, payments, accounting.",
      port: 7002, settings: DocumentStatusSettings.all, commands: [.databaseStatus(migrations)],
      assemble: assemble
    ).run()
  }

  @Sendable private static func assemble(_ context: ServiceContext) async throws -> ServiceAssembly
  {
    let settings = context.settings
    let store = try await Store.open(settings, migrations: migrations)
    let contents = try await DocumentStatusSettings.contents(settings, beside: store.folder)
    let parts = try await Parts(database: store.database, contents: contents)
    try Access.table.validate(against: parts.services.flatMap(\.handlers).map(\.method))
    let door = try await DoorSettings.open(
      settings, table: Access.table,
      services: [.clientLink, .integrationDispatch, .network, .bankFeed])
    let loops = try Loops(parts, context)
    return ServiceAssembly(
      services: parts.services, authenticate: door.authenticate,
      interceptors: [ErrorTranslation()], loops: loops.all,
      checks: [ReadyCheck("store") { try await parts.database.read { _ in } }],
      gauges: parts.gauges,
      close: { [folder = store.folder] in
        await loops.close()
        await parts.database.close()
        // The lock on the folder is held until here.
        withExtendedLifetime(folder) {}
      })
  }
}
