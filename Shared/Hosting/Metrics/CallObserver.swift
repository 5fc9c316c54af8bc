package import Logging
package import RPC

/// Counts and logs the calls of a server. All its metrics are made before the first call, so a
/// call costs two short look-ups and six additions.
package final class CallObserver: ServerObserver {
  private let methods: MethodMetrics
  /// Calls of methods that the server does not have, under one name: the path is the caller's.
  private let unknown: CallMetrics
  private let connectionFailures: CounterCell
  private let logger: Logger
  /// Asked once: the logger is this observer's own copy.
  private let leastLevel: Logger.Level

  package init(methods: [RPCMethod], registry: MetricRegistry, logger: Logger) {
    CallMetrics.describe(.server, registry)
    self.methods = MethodMetrics(methods, registry)
    registry.describe("grpc_server_connection_failures_total", "Connections ended by an error.")
    connectionFailures = registry.counter("grpc_server_connection_failures_total")
    unknown = CallMetrics(.server, "unknown", "unknown", registry)
    self.logger = logger
    leastLevel = logger.logLevel
  }

  package func callStarted(_ call: ServerCall, of method: RPCMethod) {
    count(method) { $0.started.increment(by: 1) }
  }

  package func callEnded(_ call: ServerCall, of method: RPCMethod, _ outcome: CallOutcome) {
    count(method) { $0.ended(outcome) }
    let level = Self.level(outcome.code)
    if level >= leastLevel { log(call, outcome, level) }
  }

  private func count(_ method: RPCMethod, _ body: (CallMetrics) -> Void) {
    if !methods.use(method, body) { body(unknown) }
  }

  private func log(_ call: ServerCall, _ outcome: CallOutcome, _ level: Logger.Level) {
    var metadata = RequestContext.of(call).logMetadata
    metadata["method"] = .string(call.method.path)
    metadata["code"] = .string(outcome.code.name)
    metadata["duration_ms"] = .string(Self.milliseconds(outcome.duration))
    metadata["peer"] = .string(call.peer.address)
    if let status = outcome.error?.message, !status.isEmpty {
      metadata["status"] = .string(status)
    }
    if let cause = outcome.error?.cause { metadata["cause"] = .string(String(describing: cause)) }
    logger.log(level: level, "call ended", metadata: metadata)
  }

  /// Scanners and cut lines do this all day long: nothing to wake anybody for.
  package func connectionFailed(_ address: String, _ error: any Error) {
    connectionFailures.increment(by: 1)
    logger.debug("connection failed", metadata: ["peer": "\(address)", "cause": "\(error)"])
  }

  /// Our own faults are errors; what a caller did wrong, or what a peer lost, is not.
  private static func level(_ code: RPCError.Code) -> Logger.Level {
    switch code {
    case .internalError, .unknown, .dataLoss: .error
    case .ok: .debug
    case .unavailable, .resourceExhausted, .deadlineExceeded: .notice
    default: .info
    }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let micros = duration.nanoseconds / 1_000
    let fraction = String(micros % 1_000)
    return "\(micros / 1_000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
  }
}

extension Duration {
  /// Whole nanoseconds, at most 292 years.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max : product + attoseconds / 1_000_000_000
  }
}
