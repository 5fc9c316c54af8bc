internal import Crypto

/// One numbered step of a schema. It is run once, in a transaction, and never edited afterwards: what
/// it left wrong is put right by the next one.
package struct Migration: Sendable {
  package let number: Int
  package let name: String
  /// The statements for each engine; types differ (STRICT tables and INTEGER against BIGINT, BYTEA).
  package let sqlite: String
  package let postgresql: String

  package init(number: Int, name: String, sqlite: String, postgresql: String) {
    self.number = number
    self.name = name
    self.sqlite = sqlite
    self.postgresql = postgresql
  }

  func sql(for dialect: Dialect) -> String {
    switch dialect {
    case .sqlite: sqlite
    case .postgresql: postgresql
    }
  }

  /// SHA-256 over the engine's statements, as 64 hexadecimal digits.
  func checksum(for dialect: Dialect) -> String {
    SHA256.hash(data: Array(sql(for: dialect).utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

/// The migrations of one owner of tables (a service, or this library), numbered 1, 2, 3, ….
package struct MigrationSet: Sendable {
  package let name: String
  package let migrations: [Migration]

  package init(name: String, migrations: [Migration]) {
    self.name = name
    self.migrations = migrations
  }
}

/// A migration as `database status` shows it.
package struct MigrationStatus: Sendable, Equatable {
  package let set: String
  package let number: Int
  package let name: String
  /// Microseconds since 1970 UTC; nil where it has not been run.
  package let appliedAt: Int64?
}

/// A migration that the database says it has.
struct AppliedMigration: Sendable {
  let set: String
  let number: Int
  let name: String
  let checksum: String
  let appliedAt: Int64

  static let query =
    "SELECT owner, number, name, checksum, applied_at FROM schema_migration ORDER BY owner, number"

  static func read(_ rows: [Row]) throws(DatabaseError) -> [AppliedMigration] {
    var applied: [AppliedMigration] = []
    for row in rows {
      applied.append(
        AppliedMigration(
          set: try row.text("owner"), number: Int(try row.int("number")),
          name: try row.text("name"), checksum: try row.text("checksum"),
          appliedAt: try row.int("applied_at")))
    }
    return applied
  }
}

/// Compares what an executable brings with what a database has.
struct MigrationPlan {
  let sets: [MigrationSet]
  let dialect: Dialect

  /// The migrations that are still to be run, in order.
  ///
  /// Throws `migration` where a set is not numbered 1, 2, 3, …, where one that was run has been
  /// edited, and where the database is newer than the executable by more than one migration of a set:
  /// one is what replicas meet while they are replaced one by one, and keeps what the executables
  /// before it use.
  func pending(
    after applied: [AppliedMigration]
  ) throws(DatabaseError) -> [(set: String, migration: Migration)] {
    guard Set(sets.map(\.name)).count == sets.count else {
      throw DatabaseError(.migration, "two migration sets have the same name")
    }
    for set in sets {
      guard set.migrations.map(\.number) == Array(1..<(set.migrations.count + 1)) else {
        throw DatabaseError(.migration, "the migrations of \(set.name) are not numbered 1, 2, 3, …")
      }
    }
    for old in applied { try check(old) }
    var pending: [(set: String, migration: Migration)] = []
    for set in sets {
      let newest = applied.filter { $0.set == set.name }.map(\.number).max() ?? 0
      pending += set.migrations.filter { $0.number > newest }.map { (set.name, $0) }
    }
    return pending
  }

  private func check(_ old: AppliedMigration) throws(DatabaseError) {
    let set = sets.first { $0.name == old.set }
    if let set, old.number == set.migrations.count + 1 { return }
    guard let known = set?.migrations.first(where: { $0.number == old.number }) else {
      throw DatabaseError(
        .migration,
        "the database has migration \(old.number) of \(old.set), \(old.name), which this executable "
          + "does not know: it was written by a later one, and not by the next")
    }
    guard known.checksum(for: dialect) == old.checksum else {
      throw DatabaseError(
        .migration,
        "migration \(old.number) of \(old.set), \(old.name), was edited after it had been run")
    }
  }

  func status(_ applied: [AppliedMigration]) -> [MigrationStatus] {
    sets.flatMap { set in
      let known = set.migrations.map { migration in
        let run = applied.first { $0.set == set.name && $0.number == migration.number }
        return MigrationStatus(
          set: set.name, number: migration.number, name: migration.name, appliedAt: run?.appliedAt)
      }
      let newer = applied.filter { $0.set == set.name && $0.number > set.migrations.count }
      return known
        + newer.map {
          MigrationStatus(set: $0.set, number: $0.number, name: $0.name, appliedAt: $0.appliedAt)
        }
    }
  }
}
