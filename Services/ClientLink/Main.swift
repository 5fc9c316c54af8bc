import Assembly
import Database
import Hosting
import Identity

/// client-link: who is linked to whom. Wires the parts and runs them; knows no rule.
@main struct Main {
  static func main() async {
    await ServiceMain(
      name: "client-link", summary: "Who is linked to whom: invitations, consent, statuses.",
      port: 7001, settings: StoreSettings.all + DoorSettings.all + ClientLinkSettings.all,
      commands: [
        .databaseStatus(migrations), .databaseCheck(migrations),
        ClientLinkSettings.invitationKey.accepting(migrations),
        .backup("client-link", migrations),
        .restore("client-link", migrations) { [try ClientLinkSettings.invitationKey.path($0)] },
      ], assemble: assemble
    ).run()
  }

  @Sendable private static func assemble(_ context: ServiceContext) async throws -> ServiceAssembly
  {
    let settings = context.settings
    let store = try await Store.open(settings, migrations: migrations)
    let receivers = LinkReceivers(
      documentStatus: try ClientLinkSettings.documentStatus.channel(context),
      integrationDispatch: try ClientLinkSettings.integrationDispatch.channel(context))
    let parts = try await Parts(
      database: store.database, receivers: receivers, terms: try await terms(settings, store),
      leaseDuration: try settings[ClientLinkSettings.leaseDuration],
      checkIsRequired: try settings[ClientLinkSettings.checkIsRequired])
    let loops = try Loops(parts, to: receivers, context)
    let door = try await DoorSettings.open(
      settings, table: Access.table, serving: parts.services,
      callers: [.documentStatus, .integrationDispatch])
    return ServiceAssembly(
      on: store, door: door, services: parts.services, loops: loops.all, gauges: parts.gauges,
      channels: loops.channels)
  }

  private static func terms(
    _ settings: Settings, _ store: Store
  ) async throws -> InvitationTerms {
    let reminder = try settings[ClientLinkSettings.reminder].microseconds
    return InvitationTerms(
      key: try await ClientLinkSettings.invitationKey.open(settings, in: store),
      lifetime: try settings[ClientLinkSettings.lifetime].microseconds,
      reminder: reminder == 0 ? nil : reminder)
  }
}
