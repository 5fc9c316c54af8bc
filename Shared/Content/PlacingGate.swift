import Synchronization

/// Keeps a content that is being put from being swept away at the same time, within this process.
final class PlacingGate: Sendable {
  private struct State {
    /// How many put each hash now.
    var placing: [String: Int] = [:]
    /// Who waits for the end of each removal.
    var removing: [String: [CheckedContinuation<Void, Never>]] = [:]
  }

  private let state = Mutex(State())

  /// Before a content is put; waits while it is being removed.
  func enter(_ hash: String) async {
    await withCheckedContinuation { continuation in
      let mayGoOn = state.withLock { state in
        if state.removing[hash] != nil {
          state.removing[hash]?.append(continuation)
          return false
        }
        state.placing[hash, default: 0] += 1
        return true
      }
      if mayGoOn { continuation.resume() }
    }
  }

  func leave(_ hash: String) {
    state.withLock { state in
      let count = (state.placing[hash] ?? 1) - 1
      state.placing[hash] = count == 0 ? nil : count
    }
  }

  /// False where the content is being put or removed now.
  func tryRemoving(_ hash: String) -> Bool {
    state.withLock { state in
      guard state.placing[hash] == nil, state.removing[hash] == nil else { return false }
      state.removing[hash] = []
      return true
    }
  }

  func endRemoving(_ hash: String) {
    let waiting = state.withLock { state in
      let waiting = state.removing.removeValue(forKey: hash) ?? []
      if !waiting.isEmpty { state.placing[hash, default: 0] += waiting.count }
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
