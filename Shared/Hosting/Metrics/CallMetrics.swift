import RPC
import Synchronization

/// The metrics of one method. How many calls ended with each code is there from the start, so that a
/// rate can be taken; the distribution of a code's times appears with its first call, because there
/// are seventeen codes of which most methods use three.
final class CallMetrics: Sendable {
  let started: CounterCell
  private let received: CounterCell
  private let sent: CounterCell
  /// By the code's number.
  private let codes: [CodeMetrics]

  init(_ service: String, _ method: String, _ registry: MetricRegistry) {
    let labels = [("grpc_service", service), ("grpc_method", method)]
    started = registry.counter("grpc_server_started_total", labels)
    received = registry.counter("grpc_server_received_bytes_total", labels)
    sent = registry.counter("grpc_server_sent_bytes_total", labels)
    codes = RPCError.Code.allCases.map { code in
      CodeMetrics(labels + [("grpc_code", code.name)], registry)
    }
  }

  func ended(_ outcome: CallOutcome) {
    codes[outcome.code.rawValue].ended(outcome.duration)
    received.increment(by: Int64(outcome.requestBytes))
    sent.increment(by: Int64(outcome.replyBytes))
  }
}

/// The calls of a method that ended with one code.
private final class CodeMetrics: Sendable {
  private let labels: [(String, String)]
  private let registry: MetricRegistry
  private let handled: CounterCell
  private let seconds = AtomicLazyReference<HistogramCell>()

  init(_ labels: [(String, String)], _ registry: MetricRegistry) {
    self.labels = labels
    self.registry = registry
    handled = registry.counter("grpc_server_handled_total", labels)
  }

  func ended(_ duration: Duration) {
    handled.increment(by: 1)
    (seconds.load() ?? makeSeconds()).record(duration.nanoseconds)
  }

  /// The registry gives the same cell to everybody who asks for it.
  private func makeSeconds() -> HistogramCell {
    seconds.storeIfNil(
      registry.histogram(
        "grpc_server_handling_seconds", labels, bounds: HistogramCell.latency, divisor: 1e9))
  }
}
