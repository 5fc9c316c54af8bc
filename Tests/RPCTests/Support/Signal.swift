import Synchronization

/// Something that happens once and can be waited for, for a bounded time.
final class Signal: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isSet = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  func set() {
    let waiting = state.withLock { state in
      state.isSet = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  var isSet: Bool { state.withLock { $0.isSet } }

  /// The suite's time limit bounds the wait.
  func wait() async {
    await withCheckedContinuation { continuation in
      let isSet = state.withLock { state in
        if !state.isSet { state.waiting.append(continuation) }
        return state.isSet
      }
      if isSet { continuation.resume() }
    }
  }
}

/// Waits until `condition` holds or five seconds have passed.
func eventually(_ condition: () async -> Bool) async throws -> Bool {
  for _ in 0..<500 {
    if await condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
