import RPC
import Synchronization

/// The metrics of one method. How many calls ended with each code is there from the start, so that a
/// rate can be taken; the distribution of a code's times appears with its first call, because there
/// are seventeen codes of which most methods use three.
final class CallMetrics: Sendable {
  /// Whose calls these are: those that this process answers, or those that it makes.
  enum Side: String { case server, client }

  let started: CounterCell
  private let requests: CounterCell
  private let replies: CounterCell
  /// By the code's number.
  private let codes: [CodeMetrics]
  /// The first of them, which need not be taken out of an array.
  private let ok: CodeMetrics

  init(_ side: Side, _ service: String, _ method: String, _ registry: MetricRegistry) {
    let labels = [("grpc_service", service), ("grpc_method", method)]
    let prefix = "grpc_\(side.rawValue)"
    started = registry.counter("\(prefix)_started_total", labels)
    let received = registry.counter("\(prefix)_received_bytes_total", labels)
    let sent = registry.counter("\(prefix)_sent_bytes_total", labels)
    requests = side == .server ? received : sent
    replies = side == .server ? sent : received
    let codes = RPCError.Code.allCases.map { code in
      CodeMetrics(prefix, labels + [("grpc_code", code.name)], registry)
    }
    self.codes = codes
    ok = codes[RPCError.Code.ok.rawValue]
  }

  static func describe(_ side: Side, _ registry: MetricRegistry) {
    let prefix = "grpc_\(side.rawValue)"
    registry.describe("\(prefix)_started_total", "Calls that started.")
    registry.describe("\(prefix)_handled_total", "Calls that ended, by their status code.")
    registry.describe(
      "\(prefix)_handling_seconds", "Time from a call's start to its end, by its status code.")
    registry.describe("\(prefix)_received_bytes_total", "Message bytes that came, as they travel.")
    registry.describe(
      "\(prefix)_sent_bytes_total", "Message bytes given to be sent, as they travel.")
  }

  func ended(_ outcome: CallOutcome) {
    let counts = ThreadCounts.own
    if outcome.code == .ok {
      ok.ended(outcome.nanoseconds, in: counts)
    } else {
      codes[outcome.code.rawValue].ended(outcome.nanoseconds, in: counts)
    }
    requests.increment(by: Int64(outcome.requestBytes), in: counts)
    replies.increment(by: Int64(outcome.replyBytes), in: counts)
  }
}

/// The calls of a method that ended with one code.
private final class CodeMetrics: Sendable {
  private let prefix: String
  private let labels: [(String, String)]
  private let registry: MetricRegistry
  private let handled: CounterCell
  /// The address of the distribution, 0 before the first call; the registry keeps the object. An
  /// AtomicLazyReference is not specialised here: to look into one cost a call 640 instructions.
  private let seconds = Atomic<UInt>(0)

  init(_ prefix: String, _ labels: [(String, String)], _ registry: MetricRegistry) {
    self.prefix = prefix
    self.labels = labels
    self.registry = registry
    handled = registry.counter("\(prefix)_handled_total", labels)
  }

  func ended(_ nanoseconds: Int64, in counts: ThreadCounts) {
    handled.increment(by: 1, in: counts)
    guard let cell = unsafe UnsafeRawPointer(bitPattern: seconds.load(ordering: .acquiring)) else {
      return makeSeconds().record(nanoseconds, in: counts)
    }
    unsafe Unmanaged<HistogramCell>.fromOpaque(cell)._withUnsafeGuaranteedRef {
      $0.record(nanoseconds, in: counts)
    }
  }

  /// The registry gives the same cell to everybody who asks for it, and keeps it.
  private func makeSeconds() -> HistogramCell {
    let cell = registry.histogram(
      "\(prefix)_handling_seconds", labels, bounds: HistogramCell.latency, divisor: 1e9)
    unsafe seconds.store(
      UInt(bitPattern: Unmanaged.passUnretained(cell).toOpaque()), ordering: .releasing)
    return cell
  }
}
