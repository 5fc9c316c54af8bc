internal import CPostgreSQL

/// Brings a PostgreSQL database to the schema of the executable, on a connection of its own that may
/// block, before any other is opened. Replicas that start at once come one after another: the first
/// takes an advisory lock for its session, the others find the work done.
struct PostgreSQLMigrator {
  let plan: MigrationPlan
  let now: () -> Int64

  func run(at address: PostgreSQLAddress) throws(DatabaseError) {
    let session = try PostgreSQLScriptSession(address)
    try session.script("SET lock_timeout = '300s'")
    _ = try session.query("SELECT pg_advisory_lock($1)", [.int(Self.lock)])
    try session.script(
      """
      CREATE TABLE IF NOT EXISTS schema_migration (
        owner TEXT COLLATE "C" NOT NULL,
        number BIGINT NOT NULL,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at BIGINT NOT NULL,
        PRIMARY KEY (owner, number)
      )
      """)
    let applied = try AppliedMigration.read(try session.query(AppliedMigration.query))
    for (set, migration) in try plan.pending(after: applied) {
      try apply(migration, of: set, in: session)
    }
    try refuseOtherCollations(session)
  }

  /// Which migrations the database has; changes nothing.
  func report(at address: PostgreSQLAddress) throws(DatabaseError) -> [MigrationStatus] {
    let session = try PostgreSQLScriptSession(address)
    let table = try session.query(
      "SELECT 1 AS found WHERE to_regclass('schema_migration') IS NOT NULL")
    let applied =
      try table.isEmpty ? [] : AppliedMigration.read(session.query(AppliedMigration.query))
    _ = try plan.pending(after: applied)
    return plan.status(applied)
  }

  /// "daybook" as a number; the same for all, as each service owns its database.
  private static let lock: Int64 = 0x64_61_79_62_6F_6F_6B

  private func apply(
    _ migration: Migration, of set: String, in session: PostgreSQLScriptSession
  ) throws(DatabaseError) {
    do {
      try session.script("BEGIN")
      try session.script(migration.postgresql)
      _ = try session.query(
        "INSERT INTO schema_migration (owner, number, name, checksum, applied_at) "
          + "VALUES ($1, $2, $3, $4, $5)",
        [
          .text(set), .int(Int64(migration.number)), .text(migration.name),
          .text(migration.checksum(for: .postgresql)), .int(now()),
        ])
      try session.script("COMMIT")
    } catch {
      try? session.script("ROLLBACK")
      throw DatabaseError(
        error.kind, "migration \(migration.number) of \(set), \(migration.name): \(error.message)")
    }
  }

  /// A key in another order than SQLite's would give other pages, and another order after an update of
  /// the system's locales.
  private func refuseOtherCollations(_ session: PostgreSQLScriptSession) throws(DatabaseError) {
    let found = try session.query(
      """
      SELECT c.relname AS relation, a.attname AS attribute
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
      JOIN pg_attribute a ON a.attrelid = x.oid
      JOIN pg_collation l ON l.oid = a.attcollation
      JOIN pg_database d ON d.datname = current_database()
      WHERE NOT (l.collname IN ('C', 'POSIX')
        OR l.collname = 'default' AND d.datlocprovider = 'c' AND d.datcollate IN ('C', 'POSIX'))
      ORDER BY 1, 2 LIMIT 1
      """)
    guard let row = found.first else { return }
    throw DatabaseError(
      .migration,
      "\(try row.text("attribute")) of \(try row.text("relation")) is a key that is not COLLATE \"C\""
    )
  }
}

/// A connection that blocks, for scripts of many statements.
@safe private final class PostgreSQLScriptSession {
  private let pointer: OpaquePointer?

  init(_ address: PostgreSQLAddress) throws(DatabaseError) {
    unsafe pointer = unsafe withPostgreSQLParameters(try address.resolved()) { keywords, values in
      unsafe PQconnectdbParams(keywords, values, 0)
    }
    unsafe cpostgresql_ignore_notices(pointer)
    guard unsafe PQstatus(pointer) == CONNECTION_OK else {
      throw DatabaseError(
        .connection, unsafe String(cString: PQerrorMessage(pointer)).trimmed)
    }
  }

  deinit { unsafe PQfinish(pointer) }

  func script(_ sql: String) throws(DatabaseError) {
    _ = try unsafe read(PQexec(pointer, sql), doing: sql)
  }

  func query(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseError) -> [Row] {
    let parameters = try PostgreSQLParameters(values, sql: sql)
    let result = unsafe parameters.withPointers { count, values, lengths, formats in
      unsafe PQexecParams(
        pointer, sql, count, parameters.types, values, lengths, formats, 1)
    }
    return try unsafe read(result, doing: sql)
  }

  private func read(
    _ pointer: OpaquePointer?, doing sql: String
  ) throws(DatabaseError) -> [Row] {
    guard let pointer = unsafe pointer else {
      throw DatabaseError(.connection, "no answer from libpq to: \(sql)")
    }
    let result = unsafe PostgreSQLResult(pointer)
    switch unsafe PQresultStatus(result.pointer) {
    case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return []
    case PGRES_TUPLES_OK:
      var columns: Columns?
      return try unsafe PostgreSQLRows.read(result.pointer, columns: &columns).rows
    default:
      throw unsafe PostgreSQLFailure(result: result.pointer, doing: sql).error
    }
  }
}
