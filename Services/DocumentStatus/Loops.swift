import Assembly
import Content
import Contracts
import Database
import Hosting
import LinkGrants
import Logging
import RPC
import Records
import ServiceLifecycle

/// What runs beside the calls: the lease, the way of approvals to integration-dispatch, and sweeping.
struct Loops: Sendable {
  let all: [any Service]
  let channels: [RPCChannel]

  /// - Parameter dispatch: The channel to integration-dispatch that the parts have too.
  init(_ parts: Parts, to dispatch: RPCChannel, _ context: ServiceContext) throws {
    let settings = context.settings
    let logger = context.logger
    let clientLink = try DocumentStatusSettings.clientLink.channel(context)
    channels = [clientLink, dispatch]

    let keeper = LeaseKeeper(
      client: LeaseServiceClient(clientLink), database: parts.database, lease: parts.lease,
      incarnation: parts.incarnation
    ) { _, _, _ in }
    let carrier = ApprovalCarrier(
      client: ApprovalServiceClient(dispatch), incarnation: parts.incarnation.id)
    let owner = try StoreSettings.owner(settings)
    let relay = OutboxRelay(parts.outbox, in: parts.database, owner: owner) { event in
      try await carrier.carry(event)
    }
    let sweep = ContentSweep(
      contents: parts.contents, database: parts.database,
      pause: SweepPause(beside: try settings[StoreSettings.folder]),
      age: try settings[DocumentStatusSettings.sweepAge], logger: logger)
    all = [
      RelayLoop(keeper, logger: logger),
      RelayLoop(relay.logging(to: logger)),
      BackgroundLoop(
        "contents", every: try settings[DocumentStatusSettings.sweepInterval], logger: logger
      ) { try await sweep.round() },
    ]
  }
}
