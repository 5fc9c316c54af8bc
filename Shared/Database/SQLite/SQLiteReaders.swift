import Synchronization

/// The threads that run read transactions, each on a connection and a snapshot of its own, and the
/// connections for reads by key on the threads of the callers.
final class SQLiteReaders: Sendable {
  let queue: CallQueue
  private let threads: [SQLiteThread]
  private let idle = Mutex<[SQLiteKeyReader]>([])
  private let commits: SQLiteCommits
  private let location: DatabaseURL.SQLiteLocation
  private let options: DatabaseOptions

  init(
    _ location: DatabaseURL.SQLiteLocation, commits: SQLiteCommits, options: DatabaseOptions
  ) {
    self.location = location
    self.commits = commits
    self.options = options
    queue = CallQueue(limit: options.maximumWaiting)
    threads = (0..<max(1, options.readers)).map { _ in SQLiteThread() }
  }

  func start() throws(DatabaseError) {
    for thread in threads {
      let connection = try open()
      thread.start("database reader") { [self] in
        while let call = queue.take(1)?.first {
          if call.claim() {
            run(call, on: connection, by: thread)
            call.answer()
          }
        }
        connection.close()
      }
    }
  }

  func join() {
    for thread in threads { thread.join() }
    let readers = idle.withLock { idle in
      defer { idle = [] }
      return idle
    }
    for reader in readers { reader.end() }
  }

  private func open() throws(DatabaseError) -> SQLiteConnection {
    try SQLiteConnection(location, role: .reader, options: options)
  }

  /// Runs a call on a snapshot of its own. What came of it stands in the call.
  private func run(
    _ call: any Call, on connection: SQLiteConnection, by thread: SQLiteThread
  ) {
    connection.limitTime(options.readTimeLimit)
    var hooks: [@Sendable () -> Void] = []
    do {
      try connection.control("BEGIN")
      hooks = thread.run(call, on: connection, now: options.clock())
      if connection.inTransaction { try connection.control("COMMIT") }
    } catch {
      call.fail(error)
      if connection.inTransaction { try? connection.control("ROLLBACK") }
    }
    if call.succeeded == true { for hook in hooks { hook() } }
  }

  /// Reads on the calling thread. There are as many of these connections as threads have read at once.
  func point(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> Row? {
    let reader = try takeIdle()
    defer { giveBack(reader) }
    return try reader.point(sql, values, after: commits.count)
  }

  /// Runs a body on the calling thread.
  func runHere<Answer: Sendable>(_ call: TransactionCall<Answer>) throws -> Answer {
    let reader = try takeIdle()
    defer { giveBack(reader) }
    reader.run(call.call, after: commits.count, options)
    return try call.outcome()
  }

  /// A connection that no one else uses meanwhile.
  private func takeIdle() throws(DatabaseError) -> SQLiteKeyReader {
    guard !queue.isClosed else { throw DatabaseError(.connection, "the database is closed") }
    let waiting = idle.withLock { idle -> SQLiteKeyReader? in
      if let own = idle.lastIndex(where: \.isOfThisThread) { return idle.remove(at: own) }
      return idle.popLast()
    }
    if let waiting { return waiting }
    return SQLiteKeyReader(connection: try open())
  }

  private func giveBack(_ reader: SQLiteKeyReader) { idle.withLock { $0.append(reader) } }
}
