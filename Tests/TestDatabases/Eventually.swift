import Testing

/// Waits until `condition` holds.
func eventually(
  _ what: Comment, within limit: Duration, _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < end else {
      Issue.record(what)
      throw TimedOut()
    }
    try await Task.sleep(for: .milliseconds(2))
  }
}

struct TimedOut: Error {}
