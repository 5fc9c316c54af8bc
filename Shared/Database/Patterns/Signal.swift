import Synchronization

/// Wakes loops that wait for something to do. A raise is never missed: a loop reads `count` before it
/// looks for work and waits only while no raise has come since.
package final class Signal: Sendable {
  private struct State {
    var count: UInt64 = 0
    var nextWaiter: UInt64 = 0
    var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// How often `raise` was called.
  package var count: UInt64 { state.withLock { $0.count } }

  package func raise() {
    let waiters = state.withLock { state in
      state.count += 1
      defer { state.waiters = [:] }
      return state.waiters.values.map { $0 }
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Returns once `raise` was called after `count` was read, after `limit`, or when the task is
  /// cancelled.
  package func wait(since count: UInt64, atMost limit: Duration) async {
    let number = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    var timer: Task<Void, any Error>?
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let raised = state.withLock { state in
          if state.count != count { return true }
          state.waiters[number] = continuation
          return false
        }
        if raised { return continuation.resume() }
        if Task.isCancelled { return resume(number) }
        // Not before the waiter is known: a limit that was over by then would wake nobody.
        timer = Task {
          try await Task.sleep(for: limit)
          self.resume(number)
        }
      }
    } onCancel: {
      resume(number)
    }
    timer?.cancel()
  }

  private func resume(_ number: UInt64) {
    state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
  }
}
