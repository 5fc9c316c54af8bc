import Dispatch
import Synchronization
import Threads

/// Calls that wait for a thread, first come, first served.
final class CallQueue: Sleeper {
  private struct State {
    var waiting: ArraySlice<any Call> = []
    var sleepers = 0
    var closed = false
  }

  private let state = Mutex(State())
  private let semaphore = DispatchSemaphore(value: 0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var count: Int { state.withLock { $0.waiting.count } }

  var isClosed: Bool { state.withLock { $0.closed } }

  /// Returns why the call cannot wait here, or nil.
  func append(_ call: any Call) -> DatabaseError? {
    let (refusal, sleeper) = state.withLock { state -> (DatabaseError?, Bool) in
      if state.closed { return (DatabaseError(.connection, "the database is closed"), false) }
      if state.waiting.count >= limit {
        return (DatabaseError(.overloaded, "\(limit) calls wait already"), false)
      }
      state.waiting.append(call)
      guard state.sleepers > 0 else { return (nil, false) }
      state.sleepers -= 1
      return (nil, true)
    }
    if sleeper { Wakes.later(self) }
    return refusal
  }

  /// Waits for calls and takes up to `maximum` of them; nil once closed and empty.
  func take(_ maximum: Int) -> [any Call]? {
    while true {
      let (calls, ended) = state.withLock { state -> ([any Call], Bool) in
        let calls = Array(state.waiting.prefix(maximum))
        state.waiting.removeFirst(calls.count)
        if calls.isEmpty && !state.closed { state.sleepers += 1 }
        return (calls, state.closed)
      }
      if !calls.isEmpty { return calls }
      if ended { return nil }
      semaphore.wait()
    }
  }

  /// Refuses further calls; those that wait are still taken.
  func close() {
    let sleepers = state.withLock { state in
      state.closed = true
      defer { state.sleepers = 0 }
      return state.sleepers
    }
    for _ in 0..<sleepers { wake() }
  }

  func wake() { semaphore.signal() }
}
