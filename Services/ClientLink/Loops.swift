import Assembly
import Contracts
import Database
import Hosting
import RPC
import ServiceLifecycle

/// What runs beside the calls: the way of link changes to the other services, of mails to the mail
/// server, and the expiry of invitations.
struct Loops: Sendable {
  let all: [any Service]
  let channels: [RPCChannel]

  init(_ parts: Parts, _ context: ServiceContext) throws {
    let settings = context.settings
    let owner = try StoreSettings.owner(settings)
    let documentStatus = try ClientLinkSettings.documentStatus.channel(context)
    let integrationDispatch = try ClientLinkSettings.integrationDispatch.channel(context)
    channels = [documentStatus, integrationDispatch]

    func relay(to receiver: LinkReceiver, _ channel: RPCChannel) -> OutboxRelay {
      LinkRelay(
        receiver: receiver, client: LinkGrantServiceClient(channel), endings: parts.endings
      ).relay(of: parts.outboxes.links(to: receiver), in: parts.database, owner: owner)
    }
    let mailer = try Self.mailer(settings, parts)
    let relays = [
      relay(to: .documentStatus, documentStatus),
      relay(to: .integrationDispatch, integrationDispatch),
      OutboxRelay(parts.outboxes.mail, in: parts.database, owner: owner, deliver: mailer.deliver),
    ]
    let clock = InvitationClock(database: parts.database, events: parts.events)
    let leases = parts.endings.leases
    all =
      relays.map { RelayLoop($0.logging(to: context.logger)) } + [
        BackgroundLoop("leases", every: leases.duration, logger: context.logger) {
          try await leases.look()
        },
        BackgroundLoop("invitations", every: .seconds(15), logger: context.logger) {
          try await clock.tick()
        },
      ]
  }

  private static func mailer(_ settings: Settings, _ parts: Parts) throws -> InvitationMailer {
    let mail = try MailSettings(settings)
    return InvitationMailer(
      database: parts.database, events: parts.events, client: mail.client, server: mail.server,
      sender: mail.sender, linkBase: try settings[ClientLinkSettings.linkBase])
  }
}
