import Assembly
import Contracts
import Database
import Hosting
import Identity
import RPC
import Records

/// client-link: who is linked to whom. Wires the parts and runs them; knows no rule.
@main struct Main {
  private static let peers: [(receiver: LinkReceiver, settings: PeerSettings)] = [
    (.documentStatus, PeerSettings("document-status", default: "127.0.0.1:7002")),
    (.integrationDispatch, PeerSettings("integration-dispatch", default: "127.0.0.1:7003")),
  ]
  private static let settings: [any DeclaredSetting] =
    StoreSettings.all + DoorSettings.all + LinkSettings.all
    + peers.map { $0.settings.target as any DeclaredSetting }
    + [PeerSettings.roots, PeerSettings.serverName]

  static func main() async {
    await ServiceMain(
      name: "client-link", summary: "Who is linked to whom: invitations, consent, statuses.",
      port: 7001, settings: settings, commands: [.databaseStatus(migrations)], assemble: assemble
    ).run()
  }

  @Sendable private static func assemble(_ context: ServiceContext) async throws -> ServiceAssembly
  {
    let settings = context.settings
    let store = try await Store.open(settings, migrations: migrations)
    let database = store.database
    let outboxes = Outboxes()
    let events = ClientEvents(
      effects: ClientEffects(
        invitations: InvitationEvents(terms: try terms(settings, store)),
        links: LinkEvents(outboxes: outboxes)),
      checkIsRequired: try settings[LinkSettings.checkIsRequired])
    let endings = LinkEndings(
      database: database,
      leases: try await LeaseBook.open(
        duration: try settings[LinkSettings.leaseDuration], in: database))
    let services = try await ServiceSet.open(database, events: events, endings: endings)
    let door = try await DoorSettings.open(
      settings, table: Access.table, services: [.documentStatus, .integrationDispatch])
    let mailer = try mailer(settings, database, events)
    let owner = try StoreSettings.owner(settings)
    let relays =
      try peers.map { peer in
        LinkRelay(
          receiver: peer.receiver,
          client: LinkGrantServiceClient(try peer.settings.channel(settings)), endings: endings
        ).relay(of: outboxes.links(to: peer.receiver), in: database, owner: owner)
      } + [
        OutboxRelay(outboxes.mail, in: database, owner: owner, deliver: mailer.deliver)
      ]
    return ServiceAssembly(
      services: services, authenticate: door.authenticate, interceptors: [ErrorTranslation()],
      loops: relays.map { RelayLoop($0.logging(to: context.logger)) } + [
        RelayLoop { try? await RequestKeys().sweep(in: database) },
        BackgroundLoop("invitations", every: .seconds(15), logger: context.logger) {
          try await InvitationClock(database: database, events: events).tick()
        },
      ],
      checks: [ReadyCheck("store") { _ = try await database.migrationStatus() }],
      gauges: outboxes.all.flatMap { OutboxGauges.gauges(of: $0, in: database) },
      close: {
        await database.close()
        // The folder stays locked until nothing writes into it any more.
        _ = store.folder
      })
  }

  private static func terms(_ settings: Settings, _ store: Store) throws -> InvitationTerms {
    let reminder = try settings[LinkSettings.reminder].microseconds
    return InvitationTerms(
      key: try store.secret(named: "invitation-key"),
      lifetime: try settings[LinkSettings.lifetime].microseconds,
      reminder: reminder == 0 ? nil : reminder)
  }

  private static func mailer(
    _ settings: Settings, _ database: Database, _ events: ClientEvents
  ) throws -> InvitationMailer {
    let mail = try MailSettings(settings)
    return InvitationMailer(
      database: database, events: events, client: mail.client, server: mail.server,
      sender: mail.sender, linkBase: try settings[LinkSettings.linkBase])
  }
}
