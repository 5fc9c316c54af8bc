import Dispatch
import Synchronization

/// Writes the log back into the database file on a thread of its own, so that commits do not pay for it;
/// when, `CheckpointPlan` says. Neither its checkpoints nor the writer's wait for readers.
final class SQLiteCheckpointer: Sendable {
  private let connection: SQLiteConnection
  private let thread = SQLiteThread()
  private let wake = DispatchSemaphore(value: 0)
  private let plan = Mutex(CheckpointPlan())
  private let closed = Atomic(false)

  init(_ location: DatabaseURL.SQLiteLocation, options: DatabaseOptions) throws(DatabaseError) {
    connection = try SQLiteConnection(location, role: .checkpointer, options: options)
  }

  func start() {
    thread.start("database log") { [self] in
      while true {
        wake.wait()
        if closed.load(ordering: .acquiring) { break }
        // A checkpoint that fails leaves the log as it is; the next one begins where it stopped.
        try? connection.script("PRAGMA wal_checkpoint(PASSIVE)")
        plan.withLock { $0.passed() }
      }
      connection.close()
    }
  }

  /// Called by the writer after each batch.
  func note(logPages: Int, writer: SQLiteConnection) {
    switch plan.withLock({ $0.next(logPages: logPages) }) {
    case .nothing: break
    case .pass: wake.signal()
    case .finish: try? writer.script("PRAGMA wal_checkpoint(PASSIVE)")
    }
  }

  func close() {
    closed.store(true, ordering: .releasing)
    wake.signal()
  }

  func join() { thread.join() }
}
