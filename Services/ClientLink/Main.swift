import Assembly
import Contracts
import Database
import Hosting
import Identity
import RPC
import Records

/// client-link: who is linked to whom. Wires the parts and runs them; knows no rule.
@main struct Main {
  private static let settings: [any DeclaredSetting] = StoreSettings.all + DoorSettings.all

  static func main() async {
    await ServiceMain(
      name: "client-link", summary: "Who is linked to whom: invitations, consent, statuses.",
      port: 7001, settings: settings, commands: [.databaseStatus(migrations)], assemble: assemble
    ).run()
  }

  @Sendable private static func assemble(_ context: ServiceContext) async throws -> ServiceAssembly
  {
    let store = try await Store.open(context.settings, migrations: migrations)
    let database = store.database
    let services: [any RPCService] = [
      ClientService(
        database: database, changes: Changes(in: database),
        pages: try await PageTokens.open(in: database))
    ]
    let door = try await DoorSettings.open(
      context.settings, table: Access.table, services: [.documentStatus, .integrationDispatch])
    return ServiceAssembly(
      services: services, authenticate: door.authenticate, interceptors: [ErrorTranslation()],
      close: { await database.close() })
  }
}
