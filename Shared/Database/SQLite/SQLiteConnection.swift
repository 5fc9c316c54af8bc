internal import CSQLite
import Synchronization

/// One SQLite connection with its prepared statements. A lock makes it safe to hand between threads;
/// it is never contended, since each connection serves one thread at a time.
final class SQLiteConnection: Sendable {
  enum Role: Sendable {
    /// The one connection that changes the file.
    case writer
    /// Reads, on a snapshot of its own.
    case reader
    /// Writes the log back into the file.
    case checkpointer
  }

  /// Nil once closed.
  private let handle: Mutex<SQLiteHandle?>

  init(
    _ location: DatabaseURL.SQLiteLocation, role: Role, options: DatabaseOptions
  ) throws(DatabaseError) {
    handle = Mutex(try SQLiteHandle.open(location, role: role, options: options))
  }

  /// Runs one statement inside a transaction. Where the engine has rolled the transaction back by
  /// itself (FULL, IOERR, NOMEM), nothing is run: it would be committed alone at once.
  func run(
    _ sql: String, _ values: [SQLValue], access: Access
  ) throws(DatabaseError) -> StatementResult {
    try open { handle throws(DatabaseError) in
      guard handle.inTransaction else {
        throw DatabaseError(.other, "the engine has rolled this transaction back")
      }
      return try handle.run(sql, values, access: access)
    }
  }

  /// Runs one reading statement by itself.
  func runAlone(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> StatementResult {
    try open { handle throws(DatabaseError) in try handle.run(sql, values, access: .read) }
  }

  /// Runs BEGIN, SAVEPOINT, COMMIT and their kin, prepared once.
  func control(_ sql: String) throws(DatabaseError) {
    try open { handle throws(DatabaseError) in try handle.control(sql) }
  }

  /// Runs a script of many statements: a migration.
  func script(_ sql: String) throws(DatabaseError) {
    try open { handle throws(DatabaseError) in try handle.script(sql) }
  }

  /// False when no transaction is open, also because the engine gave it up by itself.
  var inTransaction: Bool { handle.withLock { $0?.inTransaction ?? false } }

  /// Rows inserted, updated or deleted since the connection was opened.
  var totalChanges: Int64 { handle.withLock { $0?.totalChanges ?? 0 } }

  /// Pages in the write-ahead log after the last commit.
  var logPages: Int { handle.withLock { $0?.logPages ?? 0 } }

  /// Statements after this and until the next call are stopped when `limit` is over.
  func limitTime(_ limit: Duration) {
    handle.withLock { $0?.limitTime(limit) }
  }

  func close() {
    handle.withLock { $0 = nil }
  }

  private func open<Answer>(
    _ use: (inout SQLiteHandle) throws(DatabaseError) -> sending Answer
  ) throws(DatabaseError) -> sending Answer {
    try handle.withLock { handle throws(DatabaseError) in
      guard var open = handle.take() else {
        throw DatabaseError(.connection, "the connection is closed")
      }
      do throws(DatabaseError) {
        let answer = try use(&open)
        handle = consume open
        return answer
      } catch {
        handle = consume open
        throw error
      }
    }
  }
}

/// The unsafe part of a connection: the pointer, and what must be freed with it.
@safe struct SQLiteHandle: ~Copyable {
  private let database: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]
  /// Some of them, looked through first: to hash the text of a statement takes longer than to look a row
  /// up, and a text that stands in the program is the same at a glance.
  private var recent: [(sql: String, statement: SQLiteStatement)] = []
  private var oldest = 0
  /// Where the next one is likely to be: a call's statements follow one another as the last call's did.
  private var likely = 0
  private var bound = BoundBytes()
  /// Written by SQLite's hooks while a call on this connection runs, read between calls.
  private let counters: UnsafeMutablePointer<Counters>

  private struct Counters {
    var logPages: Int32 = 0
    /// Nanoseconds of the monotonic clock; 0: no limit.
    var deadline: UInt64 = 0
  }

  static func open(
    _ location: DatabaseURL.SQLiteLocation, role: SQLiteConnection.Role, options: DatabaseOptions
  ) throws(DatabaseError) -> SQLiteHandle {
    let path =
      switch location {
      case .file(let path): path
      case .memory: ":memory:"
      }
    var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    if role == .writer { flags |= SQLITE_OPEN_CREATE }
    _ = memoryStatistics
    var pointer: OpaquePointer?
    let code = unsafe sqlite3_open_v2(path, &pointer, flags, options.vfs)
    guard code == SQLITE_OK, let database = unsafe pointer else {
      let error = unsafe DatabaseError(sqlite: pointer, doing: "open \(path)")
      unsafe sqlite3_close_v2(pointer)
      throw error
    }
    let handle = unsafe SQLiteHandle(database)
    unsafe sqlite3_busy_timeout(database, Int32(options.busyTimeout.microseconds / 1_000))
    try handle.configure(role, options)
    handle.observe()
    return handle
  }

  /// Before the first connection. Nobody reads them, and each allocation took a lock for them that all
  /// connections share.
  private static let memoryStatistics = daybook_sqlite_keeps_no_memory_statistics()

  private init(_ database: OpaquePointer) {
    unsafe self.database = unsafe database
    unsafe counters = .allocate(capacity: 1)
    unsafe counters.initialize(to: Counters())
  }

  /// The log is written back by a thread of its own, hence no automatic checkpoint in a commit. What a
  /// savepoint may have to put back is kept in memory: after 64 KiB SQLite would write each changed page
  /// to a file below /var/tmp too, as often as to the log.
  private func configure(
    _ role: SQLiteConnection.Role, _ options: DatabaseOptions
  ) throws(DatabaseError) {
    switch role {
    case .writer:
      try script(
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA temp_store = MEMORY;
        """)
      if let pages = options.maximumPages { try script("PRAGMA max_page_count = \(pages)") }
    case .reader:
      try script("PRAGMA query_only = ON")
    case .checkpointer:
      try script("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;")
    }
    #if DAYBOOK_FAULTS
      if Fault.active == .synchronousOff, role != .reader {
        try script("PRAGMA synchronous = OFF")
      }
    #endif
    // Views and triggers of a file that was tampered with may call no function with a side effect.
    try script("PRAGMA trusted_schema = OFF")
  }

  private func observe() {
    unsafe sqlite3_wal_hook(
      database,
      { context, _, _, pages in
        unsafe context?.assumingMemoryBound(to: Counters.self).pointee.logPages = pages
        return SQLITE_OK
      }, counters)
  }

  var inTransaction: Bool { unsafe sqlite3_get_autocommit(database) == 0 }

  var totalChanges: Int64 { unsafe sqlite3_total_changes64(database) }

  var logPages: Int { Int(unsafe counters.pointee.logPages) }

  func limitTime(_ limit: Duration) {
    let now = Clock.monotonicNanoseconds()
    unsafe counters.pointee.deadline = now + UInt64(limit.microseconds) * 1_000
    // 10,000 instructions of SQLite's machine are some 100 µs.
    unsafe sqlite3_progress_handler(
      database, 10_000,
      { context in
        guard let context = unsafe context else { return 0 }
        let deadline = unsafe context.assumingMemoryBound(to: Counters.self).pointee.deadline
        return deadline != 0 && Clock.monotonicNanoseconds() > deadline ? 1 : 0
      }, counters)
  }

  mutating func run(
    _ sql: String, _ values: [SQLValue], access: Access
  ) throws(DatabaseError) -> StatementResult {
    let statement = try prepared(sql)
    guard access == .write || statement.readsOnly else {
      throw DatabaseError(.readOnly, "this transaction only reads; refused: \(sql)")
    }
    defer { statement.clear() }
    try statement.bind(values, in: &bound, sql: sql)
    var result = StatementResult()
    while true {
      switch unsafe sqlite3_step(statement.pointer) {
      case SQLITE_ROW: result.rows.append(try statement.row())
      case SQLITE_DONE:
        if !statement.readsOnly { result.changes = Int(unsafe sqlite3_changes64(database)) }
        return result
      default: throw unsafe DatabaseError(sqlite: database, doing: sql)
      }
    }
  }

  mutating func control(_ sql: String) throws(DatabaseError) {
    let statement = try cached(sql)
    defer { unsafe sqlite3_reset(statement.pointer) }
    guard unsafe sqlite3_step(statement.pointer) == SQLITE_DONE else {
      throw unsafe DatabaseError(sqlite: database, doing: sql)
    }
  }

  func script(_ sql: String) throws(DatabaseError) {
    guard unsafe sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
      throw unsafe DatabaseError(sqlite: database, doing: sql)
    }
  }

  /// A service's statement. What opens, ends or leaves a transaction is the engine's own business.
  private mutating func prepared(_ sql: String) throws(DatabaseError) -> SQLiteStatement {
    if let statement = known(sql) { return statement }
    try StatementText.refuseReserved(sql)
    return try cached(sql)
  }

  private mutating func known(_ sql: String) -> SQLiteStatement? {
    for step in recent.indices {
      let place = (likely + step) % recent.count
      guard recent[place].sql.utf8.count == sql.utf8.count, recent[place].sql == sql else {
        continue
      }
      likely = place + 1
      return recent[place].statement
    }
    guard let statement = statements[sql] else { return nil }
    if recent.count < Self.recentStatements {
      recent.append((sql, statement))
    } else {
      recent[oldest] = (sql, statement)
      oldest = (oldest + 1) % Self.recentStatements
    }
    return statement
  }

  private mutating func cached(_ sql: String) throws(DatabaseError) -> SQLiteStatement {
    if let statement = known(sql) { return statement }
    if statements.count >= Self.maximumStatements { dropStatements() }
    let statement = try unsafe SQLiteStatement(sql, on: database)
    statements[sql] = statement
    return statement
  }

  /// A service has some hundred statements; more would mean that values are written into the SQL.
  private static let maximumStatements = 1_000
  private static let recentStatements = 16

  private mutating func dropStatements() {
    for statement in statements.values { unsafe sqlite3_finalize(statement.pointer) }
    statements = [:]
    recent = []
    oldest = 0
    likely = 0
  }

  deinit {
    for statement in statements.values { unsafe sqlite3_finalize(statement.pointer) }
    unsafe sqlite3_close_v2(database)
    unsafe counters.deallocate()
  }
}
