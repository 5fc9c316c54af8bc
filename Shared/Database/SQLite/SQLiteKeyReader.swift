import Glibc
import Synchronization
import Threads

/// How often the file was changed, counted before anybody is told of a change.
final class SQLiteCommits: Sendable {
  private let commits = Atomic<Int>(0)

  var count: Int { commits.load(ordering: .acquiring) }
  func add() { commits.add(1, ordering: .releasing) }
}

/// A connection for reads by key, and the executor of the bodies that read on it: one caller's at a
/// time, on the caller's thread.
///
/// To begin and to end a snapshot costs more than to look a row up: two locks of the file, four calls of
/// the system. So the snapshot that a thread's read has begun serves this thread's next ones, until the
/// thread has done what it has at hand (`Wakes`), as an event loop's turn, or somebody may have been
/// told of a later change. An idle connection holds none, as it would keep the log from beginning anew.
final class SQLiteKeyReader: Sleeper {
  /// The snapshot's thread, and the changes before it.
  private struct Snapshot {
    let thread: UInt
    let commits: Int
  }

  private let connection: SQLiteConnection
  private let executor = SQLiteExecutor()
  /// Whoever has the connection changes it; the thread that ends it may be another.
  private let snapshot = Mutex<Snapshot?>(nil)

  init(connection: SQLiteConnection) { self.connection = connection }

  var isOfThisThread: Bool { snapshot.withLock { $0?.thread == Self.thread } }

  /// Runs a call on a snapshot that holds the changes counted. What came of it stands in the call.
  func run(_ call: any Call, after commits: Int, _ options: DatabaseOptions) {
    executor.move()
    connection.limitTime(options.readTimeLimit)
    do {
      let isNew = try begin(after: commits)
      let hooks = executor.run(call, on: connection, now: options.clock())
      if call.succeeded == true { for hook in hooks { hook() } }
      if isNew { Wakes.later(self) }
    } catch {
      call.fail(error)
      end(ofThread: Self.thread)
    }
  }

  /// Reads one row, in the snapshot that there is or by itself.
  func point(
    _ sql: String, _ values: [SQLValue], after commits: Int
  ) throws(DatabaseError) -> Row? {
    _ = keeps(after: commits)
    return try connection.runAlone(sql, values).rows.first
  }

  /// What the thread that has begun the snapshot does when it is through.
  func wake() { end(ofThread: Self.thread) }

  /// Nobody uses the connection any more.
  func end() {
    executor.move()
    executor.runJobs()
  }

  /// True when the snapshot is a new one, which its thread must end.
  private func begin(after commits: Int) throws(DatabaseError) -> Bool {
    if keeps(after: commits) { return false }
    try connection.control("BEGIN")
    snapshot.withLock { $0 = Snapshot(thread: Self.thread, commits: commits) }
    return true
  }

  /// Whether the snapshot is this thread's and holds the changes counted. Any other is ended.
  private func keeps(after commits: Int) -> Bool {
    snapshot.withLock { snapshot in
      guard let kept = snapshot else { return false }
      if kept.thread == Self.thread, kept.commits == commits, connection.inTransaction {
        return true
      }
      finish(&snapshot)
      return false
    }
  }

  private func end(ofThread thread: UInt) {
    snapshot.withLock { snapshot in
      if snapshot?.thread == thread { finish(&snapshot) }
    }
  }

  private func finish(_ snapshot: inout Snapshot?) {
    snapshot = nil
    // Reading changes nothing: both let go of the snapshot.
    guard connection.inTransaction, (try? connection.control("COMMIT")) == nil else { return }
    try? connection.control("ROLLBACK")
  }

  private static var thread: UInt { UInt(pthread_self()) }
}
