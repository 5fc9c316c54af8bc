import Synchronization
import Testing

/// Something that happens once and can be waited for, for a bounded time.
final class Signal: Sendable {
  private let state = Atomic<Bool>(false)

  var isSet: Bool { state.load(ordering: .acquiring) }
  func set() { state.store(true, ordering: .releasing) }

  /// Records an issue when it does not happen.
  func wait(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let happened = try await eventually { isSet }
    #expect(happened, sourceLocation: sourceLocation)
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
