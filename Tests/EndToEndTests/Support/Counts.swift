import Synchronization

/// How often each thing was seen.
final class Counts: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func add(_ thing: String) { counts.withLock { $0[thing, default: 0] += 1 } }

  var all: [String: Int] { counts.withLock { $0 } }
}
