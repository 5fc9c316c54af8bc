import Dispatch
import Synchronization

/// Writes the log back into the database file on a thread of its own, so that no commit pays for it.
///
/// A checkpoint that runs beside the writer may never catch up with it, and the log then only grows.
/// When it has reached 16 times the usual (64 MiB), the writer itself makes one, during which nothing
/// is written: the next commit then starts the log anew. Neither kind waits for readers.
final class SQLiteCheckpointer: Sendable {
  private static let usualPages = 1_000
  private static let longPages = 16_000

  private let connection: SQLiteConnection
  private let thread = SQLiteThread()
  private let wake = DispatchSemaphore(value: 0)
  private let busy = Atomic(false)
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
        busy.store(false, ordering: .releasing)
      }
      connection.close()
    }
  }

  /// Called by the writer after each batch.
  func note(logPages: Int, writer: SQLiteConnection) {
    if logPages >= Self.longPages {
      try? writer.script("PRAGMA wal_checkpoint(PASSIVE)")
    } else if logPages >= Self.usualPages, !busy.exchange(true, ordering: .acquiringAndReleasing) {
      wake.signal()
    }
  }

  func close() {
    closed.store(true, ordering: .releasing)
    wake.signal()
  }

  func join() { thread.join() }
}
