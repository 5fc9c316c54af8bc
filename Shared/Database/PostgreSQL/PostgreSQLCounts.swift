import Synchronization

/// The statistics of a pool: changed on the polling thread, read from any.
final class PostgreSQLCounts: Sendable {
  private let counts = Mutex(DatabaseStatistics())

  var value: DatabaseStatistics { counts.withLock { $0 } }

  func change(_ body: (inout DatabaseStatistics) -> Void) { counts.withLock { body(&$0) } }
}
