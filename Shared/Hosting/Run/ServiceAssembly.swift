package import Logging
package import RPC
package import ServiceLifecycle

/// What a service is given to assemble itself from.
package struct ServiceContext: Sendable {
  package let name: String
  package let settings: Settings
  package let logger: Logger
  /// The registry behind swift-metrics, for metrics that want a HELP line or their own buckets.
  package let metrics: MetricRegistry
}

/// The parts of a running service, in the order they start: the store is open already, then the
/// background loops, then the calls. They stop in the opposite order and `close` comes last.
package struct ServiceAssembly: Sendable {
  package var services: [any RPCService]
  /// Who calls; as in `ServerOptions`.
  package var authenticate: @Sendable (ServerCall) async throws -> (any AnyObject & Sendable)?
  /// Run until the process stops: each returns from `run` soon after its graceful shutdown, having
  /// finished what it had begun.
  package var loops: [any Service]
  package var checks: [ReadyCheck]
  package var gauges: [ScrapedGauge]
  /// Called when nothing else runs any more, also where the start failed half way.
  package var close: @Sendable () async -> Void

  package init(
    services: [any RPCService],
    authenticate: @escaping @Sendable (ServerCall) async throws -> (any AnyObject & Sendable)? = {
      _ in nil
    },
    loops: [any Service] = [], checks: [ReadyCheck] = [], gauges: [ScrapedGauge] = [],
    close: @escaping @Sendable () async -> Void = {}
  ) {
    self.services = services
    self.authenticate = authenticate
    self.loops = loops
    self.checks = checks
    self.gauges = gauges
    self.close = close
  }
}

/// A command of a service's executable that is not to serve: `client-link database status`.
package struct ServiceCommand: Sendable {
  /// "database status"
  package let words: String
  package let help: String
  package let run: @Sendable (ServiceContext) async throws -> Void

  package init(
    _ words: String, help: String, run: @escaping @Sendable (ServiceContext) async throws -> Void
  ) {
    self.words = words
    self.help = help
    self.run = run
  }
}
