import Assembly
import Database
import Hosting
import Identity

/// document-status: what each side sees of a document. Wires the parts and runs them; knows no rule.
@main struct Main {
  static func main() async {
    await ServiceMain(
      name: "document-status",
      summary: "What each side sees of a document: import, approval, payments, accounting.",
      port: 7002, settings: StoreSettings.all + DoorSettings.all + DocumentStatusSettings.all,
      commands: [
        .databaseStatus(migrations), .databaseCheck(migrations, ContentBackup.parts),
        .backup("document-status", migrations, ContentBackup.parts),
        .restore("document-status", migrations, ContentBackup.parts),
      ], assemble: assemble
    ).run()
  }

  @Sendable private static func assemble(_ context: ServiceContext) async throws -> ServiceAssembly
  {
    let settings = context.settings
    let store = try await Store.open(settings, migrations: migrations)
    let contents = try await DocumentStatusSettings.contents(settings, beside: store.folder.path)
    let dispatch = try DocumentStatusSettings.integrationDispatch.channel(context)
    let parts = try await Parts(
      database: store.database, contents: contents, dispatch: dispatch)
    let loops = try Loops(parts, to: dispatch, context)
    let door = try await DoorSettings.open(
      settings, table: Access.table, serving: parts.services,
      callers: [.clientLink, .integrationDispatch, .network, .bankFeed])
    return ServiceAssembly(
      on: store, door: door, services: parts.services, loops: loops.all, checks: parts.checks,
      gauges: parts.gauges, channels: loops.channels)
  }
}
