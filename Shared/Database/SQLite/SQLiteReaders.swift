import Synchronization

/// The threads that run read transactions, each on a connection and a snapshot of its own, and the
/// connections for reads by key on the threads of the callers.
final class SQLiteReaders: Sendable {
  let queue: CallQueue
  private let threads: [SQLiteThread]
  private let idle = Mutex<[Reader]>([])
  private let location: DatabaseURL.SQLiteLocation
  private let options: DatabaseOptions

  /// A connection, and the executor of the bodies that read on it: one caller's at a time.
  private struct Reader: Sendable {
    let connection: SQLiteConnection
    let executor = SQLiteExecutor()
  }

  init(_ location: DatabaseURL.SQLiteLocation, options: DatabaseOptions) {
    self.location = location
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
            run(call, on: connection) { thread.run($0, on: connection, now: $1) }
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
    for reader in readers {
      reader.executor.move()
      reader.executor.runJobs()
    }
  }

  private func open() throws(DatabaseError) -> SQLiteConnection {
    try SQLiteConnection(location, role: .reader, options: options)
  }

  /// Runs a call on a snapshot of its own. What came of it stands in the call.
  private func run(
    _ call: any Call, on connection: SQLiteConnection,
    _ perform: (any Call, Int64) -> [@Sendable () -> Void]
  ) {
    connection.limitTime(options.readTimeLimit)
    var hooks: [@Sendable () -> Void] = []
    do {
      try connection.control("BEGIN")
      hooks = perform(call, options.clock())
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
    return try reader.connection.runAlone(sql, values).rows.first
  }

  /// Runs a body on the calling thread.
  func runHere<Answer: Sendable>(_ call: TransactionCall<Answer>) throws -> Answer {
    let reader = try takeIdle()
    defer { giveBack(reader) }
    reader.executor.move()
    run(call, on: reader.connection) { reader.executor.run($0, on: reader.connection, now: $1) }
    return try call.outcome()
  }

  /// A connection that no one else uses meanwhile.
  private func takeIdle() throws(DatabaseError) -> Reader {
    guard !queue.isClosed else { throw DatabaseError(.connection, "the database is closed") }
    if let waiting = idle.withLock({ $0.popLast() }) { return waiting }
    return Reader(connection: try open())
  }

  private func giveBack(_ reader: Reader) { idle.withLock { $0.append(reader) } }
}
