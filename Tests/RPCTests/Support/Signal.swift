import RPCTestSupport
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

/// Records an issue when `condition` does not come to hold.
func expectEventually(
  sourceLocation: SourceLocation = #_sourceLocation, _ condition: () async -> Bool
) async throws {
  let held = try await eventually(condition)
  #expect(held, sourceLocation: sourceLocation)
}
