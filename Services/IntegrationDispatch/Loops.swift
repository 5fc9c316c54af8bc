import Assembly
import Contracts
import Database
import Hosting
import LinkGrants
import Logging
import RPC
import ServiceLifecycle

/// What runs beside the calls: the lease, and the work on deliveries.
struct Loops: Sendable {
  let all: [any Service]
  let channels: [RPCChannel]

  /// - Parameter documentStatus: The channel that the parts read documents by.
  init(_ parts: Parts, reading documentStatus: RPCChannel, _ context: ServiceContext) throws {
    let settings = context.settings
    let clientLink = try IntegrationDispatchSettings.clientLink.channel(context)
    channels = [clientLink, documentStatus]

    let worker = try Self.worker(parts, context)
    let destinations = try settings[IntegrationDispatchSettings.destinations]
    let owner = try StoreSettings.owner(settings)
    let keeper = parts.links.keeper(
      LeaseServiceClient(clientLink), in: parts.database, lease: parts.lease,
      parts.incarnation)
    all = [
      RelayLoop {
        // Deliveries of a link that ended after the backup must not begin.
        await parts.incarnation.waitUntilReconciled(in: parts.database)
        await worker.run(destinations: destinations, owner: owner)
      },
      RelayLoop(keeper, logger: context.logger),
    ]
  }

  private static func worker(
    _ parts: Parts, _ context: ServiceContext
  ) throws -> DeliveryWorker {
    let settings = context.settings
    return DeliveryWorker(
      database: parts.database, queue: parts.queue,
      attempts: Attempts(
        policy: try IntegrationDispatchSettings.retryPolicy(settings), lease: parts.lease),
      connectors: parts.connectors, keys: parts.keys,
      content: { [source = parts.source] document, file throws(ContentFault) in
        try await source.read(file, of: document)
      },
      perDestination: try settings[IntegrationDispatchSettings.perDestination],
      leaseDuration: try settings[IntegrationDispatchSettings.lease], logger: context.logger)
  }
}
