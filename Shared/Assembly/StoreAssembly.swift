import Database
package import Hosting
package import Identity
package import RPC
import Records
package import ServiceLifecycle

extension ServiceAssembly {
  /// A service that stands on a store: its own parts, with what every such service has beside them:
  /// errors as statuses, old request keys swept, readiness by the store, and the order of closing.
  ///
  /// - Parameters:
  ///   - checks: Beside the store's.
  ///   - channels: To other services; closed before the store, whose lock goes last.
  package init(
    on store: Store, door: Authenticator, services: [any RPCService],
    loops: [any ServiceLifecycle.Service], checks: [ReadyCheck] = [], gauges: [ScrapedGauge],
    channels: [RPCChannel]
  ) {
    let database = store.database
    self.init(
      services: services, authenticate: door.authenticate, interceptors: [ErrorTranslation()],
      loops: loops + [RelayLoop { try? await RequestKeys().sweep(in: database) }],
      // A transaction that reads nothing would pass without the file.
      checks: [ReadyCheck("store") { _ = try await database.migrationStatus() }] + checks,
      gauges: gauges + StoreGauges.gauges(of: database),
      close: {
        for channel in channels { await channel.close() }
        await database.close()
        withExtendedLifetime(store.folder) {}
      })
  }
}
