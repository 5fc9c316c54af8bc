import Synchronization

/// The threads that run read transactions, each on a connection and a snapshot of its own, and the
/// connections for point reads on the threads of the callers.
final class SQLiteReaders: Sendable {
  let queue: CallQueue
  private let threads: [SQLiteThread]
  private let idle = Mutex<[SQLiteConnection]>([])
  private let location: DatabaseURL.SQLiteLocation
  private let options: DatabaseOptions

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
        while let call = queue.take(1)?.first { run(call, connection, thread) }
        connection.close()
      }
    }
  }

  func join() {
    for thread in threads { thread.join() }
    idle.withLock { $0 = [] }
  }

  private func open() throws(DatabaseError) -> SQLiteConnection {
    try SQLiteConnection(location, role: .reader, options: options)
  }

  private func run(_ call: any Call, _ connection: SQLiteConnection, _ thread: SQLiteThread) {
    guard call.claim() else { return }
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
    call.answer()
  }

  /// Reads on the calling thread, on a connection that no one else uses meanwhile. There are as many
  /// of these as threads have read at once.
  func point(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> Row? {
    guard !queue.isClosed else { throw DatabaseError(.connection, "the database is closed") }
    let connection: SQLiteConnection
    if let waiting = idle.withLock({ $0.popLast() }) {
      connection = waiting
    } else {
      connection = try open()
    }
    defer { idle.withLock { $0.append(connection) } }
    return try connection.runAlone(sql, values).rows.first
  }
}
