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

  /// - Parameter receivers: The channels that the parts have too.
  init(_ parts: Parts, to receivers: LinkReceivers, _ context: ServiceContext) throws {
    let settings = context.settings
    let owner = try StoreSettings.owner(settings)
    channels = [receivers.documentStatus, receivers.integrationDispatch]

    let incarnation = parts.standing.incarnation
    let relays = LinkReceiver.allCases.map { receiver in
      let relay = LinkRelay(
        receiver: receiver, client: receivers.client(of: receiver), endings: parts.endings,
        incarnation: incarnation
      ).relay(of: parts.outboxes.links(to: receiver), in: parts.database, owner: owner)
        .logging(to: context.logger)
      return RelayLoop {
        // What was to be told before a restore may not be so any more: the comparison tells it anew.
        await incarnation.waitUntilReconciled(in: parts.database)
        await relay.run()
      }
    }
    let mailer = try Self.mailer(settings, parts)
    let mail = OutboxRelay(
      parts.outboxes.mail, in: parts.database, owner: owner, deliver: mailer.deliver)
    let clock = InvitationClock(database: parts.database, events: parts.events)
    let leases = parts.endings.leases
    all =
      relays + [
        RelayLoop(mail.logging(to: context.logger)),
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
