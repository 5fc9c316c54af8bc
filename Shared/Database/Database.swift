/// A service's own database: SQLite in a file or in memory, or PostgreSQL.
///
/// What `write` has answered is durable: its commit was synced before. Everything else is said at
/// `Transaction`, which the bodies receive.
package final class Database: Sendable {
  private let engine: any Engine

  private init(engine: any Engine) { self.engine = engine }

  /// Opens the database and brings its schema up to date. It reads, locks and may rebuild tables, so
  /// it belongs to the start of a process and not on an event loop.
  ///
  /// - Parameters:
  ///   - url: `sqlite:PATH`, `sqlite::memory:`, or a `postgresql://` URL as libpq reads it (`sslmode`
  ///     and several hosts included).
  ///   - migrations: the sets the executable knows, `MigrationSet.library` among them where outbox,
  ///     leased work, request keys or page tokens are used.
  /// - Throws: `DatabaseError`: `migration` where the schema does not fit, `connection` where the
  ///   database cannot be opened or its URL is not understood.
  package static func open(
    url: String, migrations: [MigrationSet], options: DatabaseOptions = DatabaseOptions()
  ) async throws(DatabaseError) -> Database {
    switch try DatabaseURL(url) {
    case .sqlite(let location):
      guard options.replica == nil else {
        throw DatabaseError(.connection, "a replica of an SQLite database cannot be read")
      }
      return Database(
        engine: try SQLiteEngine(location: location, migrations: migrations, options: options))
    case .postgresql(let url):
      return Database(
        engine: try await PostgreSQLEngine.open(url: url, migrations: migrations, options: options))
    }
  }

  /// Runs `body` in a transaction that may change rows and answers when it is durable. A body that
  /// throws changes nothing and its error is thrown on, also not before the commit of what it has
  /// seen. A cancelled task's call is dropped before it starts (`CancellationError`) or finishes.
  @discardableResult
  package func write<Answer: Sendable>(
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    try await engine.transact(.write, body)
  }

  /// Runs `body` on one snapshot that holds everything answered before the call. Statements that
  /// change anything are refused with `readOnly`.
  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    try await engine.transact(.read, body)
  }

  /// Reads one row by its key. On SQLite in a file this runs at once on the calling thread and does
  /// not suspend (some 3 µs); on PostgreSQL it suspends for one round trip that others share. An event
  /// loop may call it on either; it is for lookups by key and nothing else.
  package func point(_ sql: String, _ values: [SQLValue] = []) async throws -> Row? {
    try await engine.point(sql, values)
  }

  /// `read` for a body that looks some rows up by their keys and does nothing else. On SQLite in a file
  /// it runs at once on the calling thread and does not suspend, so that an event loop answers without
  /// two changes of thread; a body that walks over many rows would stop all calls of that loop.
  package func readByKey<Answer: Sendable>(
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    try await engine.readByKey(body)
  }

  /// Which migrations a database has and which it lacks, without changing it and beside the service
  /// that uses it. A file that is not there lacks them all.
  ///
  /// - Throws: `DatabaseError`: `migration` where the schema was written by another executable.
  package static func migrationStatus(
    of url: String, migrations: [MigrationSet]
  ) throws(DatabaseError) -> [MigrationStatus] {
    switch try DatabaseURL(url) {
    case .sqlite(let location): try SQLiteMigrationReport(location, migrations).read()
    case .postgresql(let url):
      try PostgreSQLMigrator(
        plan: MigrationPlan(sets: migrations, dialect: .postgresql), now: Clock.now
      ).report(at: PostgreSQLAddress(url: url, options: DatabaseOptions()))
    }
  }

  /// The migrations that the database holds or the executable brings, in order.
  package func migrationStatus() async throws -> [MigrationStatus] {
    try await engine.migrationStatus()
  }

  package var statistics: DatabaseStatistics { engine.statistics }

  /// Answers what was accepted, refuses what comes later, and closes the connections.
  package func close() async {
    await engine.close()
  }

  deinit { engine.abandon() }
}

/// Where a database is, as the configuration names it.
enum DatabaseURL: Equatable {
  enum SQLiteLocation: Equatable {
    case file(String)
    case memory
  }

  case sqlite(SQLiteLocation)
  case postgresql(String)

  init(_ url: String) throws(DatabaseError) {
    if url == "sqlite::memory:" {
      self = .sqlite(.memory)
    } else if url.hasPrefix("sqlite:"), url.utf8.count > 7 {
      self = .sqlite(.file(String(url.dropFirst(7))))
    } else if url.hasPrefix("postgresql://") {
      self = .postgresql(url)
    } else {
      throw DatabaseError(
        .connection, "a database is named sqlite:PATH, sqlite::memory: or postgresql://…")
    }
  }
}
