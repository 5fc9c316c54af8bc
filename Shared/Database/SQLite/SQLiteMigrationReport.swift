import Glibc

/// Reads which migrations an SQLite file has, on a connection of its own that changes nothing.
struct SQLiteMigrationReport {
  private let location: DatabaseURL.SQLiteLocation
  private let plan: MigrationPlan

  init(_ location: DatabaseURL.SQLiteLocation, _ migrations: [MigrationSet]) {
    self.location = location
    plan = MigrationPlan(sets: migrations, dialect: .sqlite)
  }

  func read() throws(DatabaseError) -> [MigrationStatus] {
    let applied = try applied()
    _ = try plan.pending(after: applied)
    return plan.status(applied)
  }

  private func applied() throws(DatabaseError) -> [AppliedMigration] {
    guard case .file(let path) = location, unsafe access(path, F_OK) == 0 else { return [] }
    let connection = try SQLiteConnection(location, role: .reader, options: DatabaseOptions())
    defer { connection.close() }
    let table = try connection.runAlone(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'", [])
    guard !table.rows.isEmpty else { return [] }
    return try AppliedMigration.read(try connection.runAlone(AppliedMigration.query, []).rows)
  }
}
