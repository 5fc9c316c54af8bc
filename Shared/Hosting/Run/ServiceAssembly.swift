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
  package typealias Authenticate =
    @Sendable (ServerCall) async throws -> (any AnyObject & Sendable)?

  /// Without the health service, which every server has.
  package var services: [any RPCService]
  /// Who calls; as in `ServerOptions`. Not asked about the health service.
  package var authenticate: Authenticate
  /// Stand around every call, inside its request context; as in `ServerOptions`.
  package var interceptors: [any ServerInterceptor]
  /// Run until the process stops: each returns from `run` soon after its graceful shutdown, having
  /// finished what it had begun.
  package var loops: [any Service]
  package var checks: [ReadyCheck]
  package var gauges: [ScrapedGauge]
  /// Called when nothing else runs any more, also where the start failed half way.
  package var close: @Sendable () async -> Void

  package init(
    services: [any RPCService],
    authenticate: @escaping Authenticate = { _ in nil },
    interceptors: [any ServerInterceptor] = [], loops: [any Service] = [],
    checks: [ReadyCheck] = [], gauges: [ScrapedGauge] = [],
    close: @escaping @Sendable () async -> Void = {}
  ) {
    self.services = services
    self.authenticate = authenticate
    self.interceptors = interceptors
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
