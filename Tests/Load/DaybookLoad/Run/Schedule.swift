import Dispatch
import Synchronization

/// Nanoseconds of the machine's steady clock.
typealias Nanoseconds = UInt64

func steadyNow() -> Nanoseconds { DispatchTime.now().uptimeNanoseconds }

/// A call to be made.
struct Arrival: Sendable {
  /// From 0.
  let number: Int
  /// When it ought to begin; its latency counts from here.
  let intended: Nanoseconds
}

/// Says when calls are to be made.
protocol Schedule: Sendable {
  /// How many callers wait for arrivals at once: the most calls in flight.
  var callers: Int { get }
  func start()
  /// Returns when a call is to be made; nil when no further one is.
  func next() async -> Arrival?
  /// Ends early. Calls that ought to have begun are still handed out.
  func stop()
  /// Ends at once; answers the calls that ought to have begun.
  func abandon() -> [Arrival]
}

/// So many callers, each of which calls again as soon as it has its answer. A slow server is asked
/// less often: the rate is what it gives, and its latency flatters it.
final class ClosedLoop: Schedule {
  let callers: Int
  private let limit: RunLimit
  private let state = Mutex(State())

  private struct State {
    var next = 0
    var begin: Nanoseconds = 0
    var isStopped = false
  }

  init(callers: Int, limit: RunLimit) {
    self.callers = callers
    self.limit = limit
  }

  func start() { state.withLock { $0.begin = steadyNow() } }

  func next() async -> Arrival? {
    let now = steadyNow()
    return state.withLock { state in
      guard !state.isStopped, limit.includes(state.next, after: now - state.begin) else {
        return nil
      }
      defer { state.next += 1 }
      return Arrival(number: state.next, intended: now)
    }
  }

  func stop() { state.withLock { $0.isStopped = true } }

  func abandon() -> [Arrival] {
    stop()
    return []
  }
}

/// When a run ends: after a time, or after a number of calls.
enum RunLimit: Sendable {
  case time(Nanoseconds)
  case calls(Int)

  func includes(_ number: Int, after elapsed: Nanoseconds) -> Bool {
    switch self {
    case .time(let limit): elapsed < limit
    case .calls(let limit): number < limit
    }
  }
}
