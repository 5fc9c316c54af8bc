import Foundation
import Synchronization

/// Calls arrive by the clock, whether or not earlier ones were answered, as they do from people who
/// know nothing of each other. One that finds all callers busy waits, and its latency has been
/// counting since it was due: a server that stalls for a second shows it in every call of that
/// second (no "coordinated omission").
final class OpenLoop: Schedule {
  enum Spacing: String, Sendable, CaseIterable {
    /// The same time between any two.
    case even
    /// Independent of each other (a Poisson process).
    case random
  }

  let callers: Int
  private let interval: Double
  private let spacing: Spacing
  private let limit: RunLimit
  private let state = Mutex(State())

  private struct State {
    /// Callers without a call.
    var idle: [CheckedContinuation<Arrival?, Never>] = []
    /// Calls without a caller; those before `taken` were handed out.
    var due: [Arrival] = []
    var taken = 0
    var isEnded = false

    /// The call that has been due the longest.
    mutating func take() -> Arrival? {
      guard taken < due.count else { return nil }
      defer {
        taken += 1
        if taken == due.count {
          due.removeAll(keepingCapacity: true)
          taken = 0
        }
      }
      return due[taken]
    }
  }

  /// - Parameter rate: calls a second.
  init(rate: Double, spacing: Spacing, callers: Int, limit: RunLimit) {
    interval = 1e9 / rate
    self.spacing = spacing
    self.callers = callers
    self.limit = limit
  }

  /// A thread keeps the clock: a task would wait behind the calls.
  func start() {
    let thread = Thread { [self] in keepTime() }
    thread.name = "arrivals"
    thread.start()
  }

  func next() async -> Arrival? {
    await withCheckedContinuation { continuation in
      let (arrival, isOver) = state.withLock { state -> (Arrival?, Bool) in
        if let arrival = state.take() { return (arrival, true) }
        if state.isEnded { return (nil, true) }
        state.idle.append(continuation)
        return (nil, false)
      }
      if isOver { continuation.resume(returning: arrival) }
    }
  }

  func stop() { _ = end(andTake: false) }

  func abandon() -> [Arrival] { end(andTake: true) }

  private func end(andTake: Bool) -> [Arrival] {
    let (idle, rest) = state.withLock { state in
      state.isEnded = true
      defer {
        state.idle = []
        if andTake { (state.due, state.taken) = ([], 0) }
      }
      return (state.idle, andTake ? Array(state.due[state.taken...]) : [])
    }
    for caller in idle { caller.resume(returning: nil) }
    return rest
  }

  private func keepTime() {
    let begin = steadyNow()
    var number = 0
    var offset = 0.0
    while limit.includes(number, after: Nanoseconds(offset)) {
      let intended = begin + Nanoseconds(offset)
      let now = steadyNow()
      if intended > now {
        Thread.sleep(forTimeInterval: Double(intended - now) / 1e9)
        if state.withLock({ $0.isEnded }) { return }
        continue
      }
      arrive(Arrival(number: number, intended: intended))
      number += 1
      offset += spacing == .even ? interval : -log(1 - Double.random(in: 0..<1)) * interval
    }
    stop()
  }

  private func arrive(_ arrival: Arrival) {
    let caller = state.withLock { state -> CheckedContinuation<Arrival?, Never>? in
      if state.isEnded { return nil }
      if let caller = state.idle.popLast() { return caller }
      state.due.append(arrival)
      return nil
    }
    caller?.resume(returning: arrival)
  }
}
