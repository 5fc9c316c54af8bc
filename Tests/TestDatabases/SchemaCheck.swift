package import Database
import Foundation
import Testing

/// Holds a service's migrations against the file of its full schema, and against the rules for
/// migrations.
package struct SchemaCheck: Sendable {
  private let migrations: [MigrationSet]
  /// In PostgreSQL's words.
  private let full: String

  package init(_ migrations: [MigrationSet], fullSchema path: String) throws {
    self.migrations = migrations
    full = try String(contentsOfFile: path, encoding: .utf8)
  }

  /// What the two make differently; none when they agree.
  package func differences(on engine: TestEngine) async throws -> [String] {
    let migrated = try await Self.describe(try await engine.freshURL(), migrations)
    let written = MigrationSet(
      name: "full",
      migrations: [
        Migration(number: 1, name: "full", sqlite: Self.inSQLite(full), postgresql: full)
      ])
    let whole = try await Self.describe(try await engine.freshURL(), [written])
    return migrated.subtracting(whole).map { "only migrated: \($0)" }.sorted()
      + whole.subtracting(migrated).map { "only in the file: \($0)" }.sorted()
  }

  /// `OWNER NUMBER CHECKSUM` of every migration, on SQLite: one that was released is never edited.
  package func checksums() async throws -> [String] {
    let database = try await Database.open(url: "sqlite::memory:", migrations: migrations)
    let rows = try await database.read { tx in
      try await tx.query(
        "SELECT owner, number, checksum FROM schema_migration ORDER BY owner, number")
    }
    await database.close()
    return try rows.map {
      "\(try $0.text("owner")) \(try $0.int("number")) \(try $0.text("checksum").prefix(8))"
    }
  }

  /// `TABLE.COLUMN` for each primary key and unique index that begins with none of `spaces`. An engine
  /// that spreads rows over machines places them by the first column, and to hold another key unique it
  /// asks them all.
  package func keysBegun(otherThanBy spaces: Set<String>) async throws -> [String] {
    let database = try await Database.open(url: "sqlite::memory:", migrations: migrations)
    let rows = try await database.read { tx in try await tx.query(Self.firstColumns) }
    await database.close()
    return try rows.filter { try !spaces.contains($0.text("first")) }.map {
      "\(try $0.text("owner")).\(try $0.text("first"))"
    }
  }

  private static let firstColumns = """
    SELECT t.name AS owner, c.name AS first FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name <> 'schema_migration' AND c.pk = 1
    UNION
    SELECT t.name AS owner, c.name AS first
      FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
      WHERE t.type = 'table' AND t.name <> 'schema_migration' AND i."unique" = 1 AND c.seqno = 0
    ORDER BY owner, first
    """

  /// Statements of later migrations that an executable of the version before could not live with. One
  /// that takes away what nobody has used since the version before says `-- unused since` above it.
  package var incompatible: [String] {
    migrations.flatMap { set in
      set.migrations.filter { $0.number > 1 }.flatMap { migration in
        Self.incompatible(in: migration.postgresql).map {
          "\(set.name) \(migration.number): \($0)"
        }
      }
    }
  }

  package static func incompatible(in script: String) -> [String] {
    var made: Set<Substring> = []
    return script.split(separator: ";").compactMap { statement -> String? in
      let text = statement.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if text.contains("-- unused since") || text.isEmpty { return nil }
      if let table = text.firstMatch(of: #/CREATE TABLE ([a-z_]+)/#) { made.insert(table.1) }
      let isBreaking =
        text.contains(#/\b(DROP|RENAME)\b/#)
        || text.contains(#/\bADD (CONSTRAINT|FOREIGN|UNIQUE|CHECK|PRIMARY)\b/#)
        || text.contains(#/\bALTER (COLUMN )?[a-z_]+ (SET NOT NULL|TYPE|DROP DEFAULT)/#)
        || text.contains(#/\bADD (COLUMN )?[a-z_]+ .*NOT NULL/#) && !text.contains("DEFAULT")
      let narrowed = text.firstMatch(of: #/CREATE UNIQUE INDEX [a-z_]+ ON ([a-z_]+)/#)
      let narrowsOld = narrowed.map { !made.contains($0.1) } ?? false
      return isBreaking || narrowsOld ? text : nil
    }
  }

  private static func inSQLite(_ schema: String) -> String {
    schema.split(separator: "\n\n").map { block in
      let sequence = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
      let hasRowID = block.contains(sequence) || block.contains("-- wide\n")
      let ending = hasRowID ? ") STRICT;" : ") STRICT, WITHOUT ROWID;"
      return
        block
        .replacing(sequence, with: "INTEGER PRIMARY KEY AUTOINCREMENT")
        .replacing(" COLLATE \"C\"", with: "").replacing("BIGINT", with: "INTEGER")
        .replacing("BYTEA", with: "BLOB").replacing("\n);", with: "\n\(ending)")
    }.joined(separator: "\n\n")
  }

  private static func describe(_ url: String, _ sets: [MigrationSet]) async throws -> Set<String> {
    let database = try await Database.open(url: url, migrations: sets)
    let lines = try await database.read { tx in
      switch tx.dialect {
      case .sqlite:
        try await tx.query(sqliteParts).map { row in
          "\(try row.text("type")) \(try row.text("name")) \(parts(of: try row.text("sql")))"
        }
      case .postgresql:
        try await tx.query(postgresqlParts).map { try $0.text("part") }
      }
    }
    await database.close()
    return Set(lines)
  }

  private static let sqliteParts = """
    SELECT type, name, sql FROM sqlite_schema
    WHERE sql IS NOT NULL AND name NOT IN ('schema_migration', 'sqlite_sequence')
    """

  /// A statement without its spaces, the parts of a table in any order: a column that was added
  /// later stands last.
  private static func parts(of sql: String) -> String {
    let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.hasPrefix("CREATE TABLE") else { return words }
    var depth = 0
    var found = [""]
    for character in words {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if character == ",", depth == 1 {
        found.append("")
      } else {
        found[found.count - 1].append(character)
      }
    }
    return found.map { $0.trimmingCharacters(in: .whitespaces) }.sorted().joined(separator: ", ")
  }

  private static let postgresqlParts = """
    SELECT 'column ' || c.relname || '.' || a.attname || ' '
        || format_type(a.atttypid, a.atttypmod) || ' ' || COALESCE(l.collname::text, '')
        || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || ' ' || a.attidentity::text
        || ' ' || COALESCE(pg_get_expr(d.adbin, d.adrelid), '') AS part
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace = current_schema()::regnamespace AND a.attnum > 0
        AND NOT a.attisdropped
    UNION ALL
    SELECT 'constraint ' || c.relname || ' ' || pg_get_constraintdef(k.oid) AS part
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT replace(indexdef, schemaname || '.', '') AS part
      FROM pg_indexes WHERE schemaname = current_schema()
    """
}
