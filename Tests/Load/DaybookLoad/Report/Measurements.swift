import Histogram
import RPC
import Synchronization

/// What a run's calls took, gathered while it runs.
final class Measurements: Sendable {
  /// Latencies in nanoseconds, three digits of each; longer ones count as an hour.
  typealias Latencies = Histogram<UInt32>
  static let longest: Nanoseconds = 3_600_000_000_000

  static func latencies() -> Latencies {
    Latencies(
      lowestDiscernibleValue: 100, highestTrackableValue: longest,
      numberOfSignificantValueDigits: .three)
  }

  struct State {
    let begin: Nanoseconds
    var end: Nanoseconds
    var all = Measurements.latencies()
    var first = Measurements.latencies()
    var statuses: [RPCError.Code: Int] = [:]
    /// What the first failure of each status said.
    var failures: [RPCError.Code: String] = [:]
    var unsent = 0
    var sent = 0
    var received = 0
    var receivedBytes = 0
    var inFlight = 0
    var seconds: [Second] = []
    var thisSecond = Measurements.latencies()
    var failedThisSecond = 0
  }

  private let state: Mutex<State>

  /// - Parameter begin: Calls that were due earlier warm things up and are not counted.
  init(begin: Nanoseconds) { state = Mutex(State(begin: begin, end: begin)) }

  var snapshot: State { state.withLock { $0 } }

  func begin() { state.withLock { $0.inFlight += 1 } }

  func record(_ arrival: Arrival, _ outcome: Outcome, at now: Nanoseconds) {
    state.withLock { state in
      state.inFlight -= 1
      guard arrival.intended >= state.begin else { return }
      state.closeSeconds(until: now)
      // A call that fails late has waited too: all latencies count.
      state.add(latency: now - arrival.intended)
      if let first = outcome.first {
        state.first.record(min(first - arrival.intended, Self.longest))
      }
      state.statuses[outcome.code, default: 0] += 1
      state.sent += outcome.sent
      state.received += outcome.received
      state.receivedBytes += outcome.receivedBytes
      if outcome.code != .ok {
        state.failedThisSecond += 1
        if state.failures[outcome.code] == nil { state.failures[outcome.code] = outcome.message }
      }
    }
  }

  /// A call that was due and never began has waited until now at least.
  func recordUnsent(_ arrival: Arrival, at now: Nanoseconds) {
    state.withLock { state in
      guard arrival.intended >= state.begin else { return }
      state.closeSeconds(until: now)
      state.add(latency: now - arrival.intended)
      state.unsent += 1
    }
  }

  /// The last second is part of one.
  func finish() { state.withLock { $0.closeSecond(lasting: $0.sinceSecond($0.end)) } }
}

/// One second of the run.
struct Second: Codable, Sendable {
  /// From the run's first second, 0.
  let second: Int
  /// Calls that ended in it, of all kinds of statuses.
  let calls: Int
  let failed: Int
  /// Microseconds; 0 where no call ended.
  let p50: Double
  let p99: Double
  let max: Double
  /// 1, less for the run's last one.
  let lasting: Double
}

extension Measurements.State {
  fileprivate mutating func add(latency: Nanoseconds) {
    let latency = min(latency, Measurements.longest)
    all.record(latency)
    thisSecond.record(latency)
  }

  /// Where in the second that is being counted a time lies, in seconds.
  fileprivate func sinceSecond(_ now: Nanoseconds) -> Double {
    Double(now - begin) / 1e9 - Double(seconds.count)
  }

  fileprivate mutating func closeSeconds(until now: Nanoseconds) {
    end = max(end, now)
    while sinceSecond(now) >= 1 { closeSecond(lasting: 1) }
  }

  fileprivate mutating func closeSecond(lasting: Double) {
    seconds.append(
      Second(
        second: seconds.count, calls: Int(thisSecond.totalCount), failed: failedThisSecond,
        p50: thisSecond.microseconds(50), p99: thisSecond.microseconds(99),
        max: thisSecond.totalCount == 0 ? 0 : Double(thisSecond.max) / 1e3, lasting: lasting))
    if thisSecond.totalCount > 0 { thisSecond.reset() }
    failedThisSecond = 0
  }
}

extension Measurements.Latencies {
  func microseconds(_ percentile: Double) -> Double {
    totalCount == 0 ? 0 : Double(valueAtPercentile(percentile)) / 1e3
  }
}
