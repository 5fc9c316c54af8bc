/// Brings an SQLite file to the schema of the executable. Each migration is a transaction that holds
/// the write lock, within which it is looked up again whether another process has run it meanwhile.
struct SQLiteMigrator {
  let connection: SQLiteConnection
  let plan: MigrationPlan

  func run(now: () -> Int64) throws(DatabaseError) {
    try connection.script(
      """
      CREATE TABLE IF NOT EXISTS schema_migration (
        owner TEXT NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at INTEGER NOT NULL,
        PRIMARY KEY (owner, number)
      ) STRICT, WITHOUT ROWID
      """)
    while try runNext(now: now()) {}
    try refuseLooseTables()
  }

  /// Runs the next migration; false when there is none.
  private func runNext(now: Int64) throws(DatabaseError) -> Bool {
    try connection.script("BEGIN IMMEDIATE")
    do {
      let next = try plan.pending(after: try applied()).first
      if let next { try apply(next.migration, of: next.set, now: now) }
      try connection.script("COMMIT")
      return next != nil
    } catch {
      if connection.inTransaction { try? connection.script("ROLLBACK") }
      throw error
    }
  }

  private func applied() throws(DatabaseError) -> [AppliedMigration] {
    try AppliedMigration.read(try connection.runAlone(AppliedMigration.query, []).rows)
  }

  private func apply(
    _ migration: Migration, of set: String, now: Int64
  ) throws(DatabaseError) {
    do {
      try connection.script(migration.sqlite)
      _ = try connection.run(
        "INSERT INTO schema_migration (owner, number, name, checksum, applied_at) "
          + "VALUES ($1, $2, $3, $4, $5)",
        [
          .text(set), .int(Int64(migration.number)), .text(migration.name),
          .text(migration.checksum(for: .sqlite)), .int(now),
        ], access: .write)
    } catch {
      throw DatabaseError(
        error.kind, "migration \(migration.number) of \(set), \(migration.name): \(error.message)")
    }
  }

  /// A table that is not STRICT would take a text where PostgreSQL refuses it.
  private func refuseLooseTables() throws(DatabaseError) {
    let loose = try connection.runAlone(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        + "AND strict = 0 AND name NOT GLOB 'sqlite_*' ORDER BY name", []
    ).rows
    guard let table = loose.first else { return }
    throw DatabaseError(.migration, "table \(try table.text("name")) is not STRICT")
  }
}
