import Database
import Foundation
import TestDatabases
import Testing

private func step(_ number: Int, _ sql: String, name: String = "step") -> Migration {
  Migration(number: number, name: name, sqlite: sql, postgresql: "")
}

private let first = step(1, "CREATE TABLE a (x INTEGER NOT NULL) STRICT")
private let second = step(
  2, "ALTER TABLE a ADD COLUMN y TEXT; INSERT INTO a (x, y) VALUES (1, 'z')")

@Suite("Migrations") struct MigrationTests {
  private func open(
    _ folder: borrowing TemporaryFolder, _ migrations: [Migration],
    options: DatabaseOptions = DatabaseOptions()
  ) async throws -> Database {
    try await Database.open(
      url: "sqlite:\(folder.path)/a.sqlite",
      migrations: [MigrationSet(name: "a", migrations: migrations)], options: options)
  }

  /// Opens and closes again; returns the error of the opening.
  private func failure(
    _ folder: borrowing TemporaryFolder, _ migrations: [Migration]
  ) async -> DatabaseError? {
    do {
      try await open(folder, migrations).close()
      return nil
    } catch {
      return error as? DatabaseError
    }
  }

  @Test("run once, in order, and are listed") func runOnce() async throws {
    let folder = try TemporaryFolder()
    let clock = TestClock()
    for _ in 0..<2 {
      let database = try await open(folder, [first], options: clock.options)
      let status = try await database.migrationStatus()
      #expect(status.map(\.appliedAt) == [1_000_000_000])
      await database.close()
    }
    clock.advance(by: .seconds(5))
    for _ in 0..<2 {
      let database = try await open(folder, [first, second], options: clock.options)
      let status = try await database.migrationStatus()
      #expect(status.map(\.appliedAt) == [1_000_000_000, 1_005_000_000])
      #expect(status.map(\.number) == [1, 2])
      let rows = try await database.read { try await $0.query("SELECT y FROM a") }
      #expect(try rows.map { try $0.text("y") } == ["z"])
      await database.close()
    }
  }

  @Test("that were edited are refused") func edited() async throws {
    let folder = try TemporaryFolder()
    #expect(await failure(folder, [first]) == nil)
    let other = step(1, "CREATE TABLE a (x INTEGER) STRICT")
    let error = await failure(folder, [other])
    #expect(error?.kind == .migration)
    #expect(error?.message.contains("edited") == true)
  }

  @Test("of the next executable are lived with, of the one after that refused")
  func newer() async throws {
    let folder = try TemporaryFolder()
    #expect(await failure(folder, [first, second]) == nil)
    #expect(await failure(folder, [first]) == nil)
    let report = try Database.migrationStatus(
      of: "sqlite:\(folder.path)/a.sqlite",
      migrations: [MigrationSet(name: "a", migrations: [first])])
    #expect(report.map(\.number) == [1, 2])
    #expect(report.allSatisfy { $0.appliedAt != nil })
    let third = step(3, "CREATE TABLE c (x INTEGER) STRICT")
    #expect(await failure(folder, [first, second, third]) == nil)
    #expect(await failure(folder, [first, second]) == nil)
    let error = await failure(folder, [first])
    #expect(error?.kind == .migration)
    #expect(error?.message.contains("later") == true)
  }

  @Test(
    "that the executable before could not live with are told from others",
    arguments: [
      ("CREATE TABLE b (x BIGINT); CREATE UNIQUE INDEX b_x ON b (x)", 0),
      ("ALTER TABLE a ADD COLUMN y BIGINT; ALTER TABLE a ADD z BIGINT NOT NULL DEFAULT 0", 0),
      ("-- unused since 4\nDROP TABLE a", 0), ("DROP TABLE a", 1),
      ("ALTER TABLE a RENAME COLUMN x TO y", 1), ("ALTER TABLE a ADD COLUMN y TEXT NOT NULL", 1),
      ("ALTER TABLE a ALTER COLUMN x SET NOT NULL; ALTER TABLE a ADD CHECK (x > 0)", 2),
      ("CREATE UNIQUE INDEX a_x ON a (x)", 1), ("CREATE INDEX a_x ON a (x)", 0),
    ])
  func compatibility(script: String, breaking: Int) {
    #expect(SchemaCheck.incompatible(in: script).count == breaking)
  }

  @Test("with a gap, out of order, or of the same owner twice are refused")
  func badNumbers() async throws {
    let folder = try TemporaryFolder()
    for migrations in [[second], [second, first], [first, first], [step(0, "")]] {
      #expect(await failure(folder, migrations)?.kind == .migration)
    }
    let error = await #expect(throws: DatabaseError.self) {
      try await Database.open(
        url: "sqlite::memory:",
        migrations: [itemMigrations, MigrationSet(name: "items", migrations: [first])])
    }
    #expect(error?.kind == .migration)
  }

  @Test("that fail leave nothing of themselves and all of the earlier ones")
  func failing() async throws {
    let folder = try TemporaryFolder()
    let broken = step(2, "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nothing VALUES (1)")
    let error = await failure(folder, [first, broken])
    #expect(error?.message.contains("migration 2 of a") == true)
    let database = try await open(folder, [first])
    expectEqual(
      try await database.point("SELECT name FROM sqlite_schema WHERE name = $1", ["b"]) == nil,
      true)
    await database.close()
  }

  @Test("that leave a table that is not STRICT are refused") func strictTables() async throws {
    let folder = try TemporaryFolder()
    let error = await failure(folder, [step(1, "CREATE TABLE loose (x INTEGER)")])
    #expect(error?.kind == .migration)
    #expect(error?.message.contains("loose") == true)
  }

  @Test("are run by one of several processes that start at once") func concurrentOpen() async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path
    let slow = step(
      1,
      """
      CREATE TABLE a (x INTEGER NOT NULL) STRICT;
      WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)
      INSERT INTO a SELECT x FROM n
      """)
    try await withThrowingTaskGroup { group in
      for _ in 0..<6 {
        group.addTask {
          let database = try await Database.open(
            url: "sqlite:\(path)/a.sqlite",
            migrations: [MigrationSet(name: "a", migrations: [slow])])
          let row = try await database.point("SELECT COUNT(*) AS rows FROM a")
          #expect(try row?.int("rows") == 20_000)
          await database.close()
        }
      }
      try await group.waitForAll()
    }
  }
}

@Suite("Opening a database") struct OpenTests {
  @Test(
    "is refused with a word on what is wrong",
    arguments: [
      ("postgresql://127.0.0.1:1/x", "refused"), ("postgresql://h/x?ssl=maybe", "libpq"),
      ("postgresql://nowhere.invalid/x", "nowhere.invalid"), ("mysql://x", "sqlite:PATH"),
      ("sqlite:", "sqlite:PATH"), ("", "sqlite:PATH"), ("/tmp/x.sqlite", "sqlite:PATH"),
      ("sqlite:/no/such/folder/x.sqlite", "unable to open"),
    ])
  func refusedURLs(url: String, word: String) async throws {
    let error = await #expect(throws: DatabaseError.self) {
      try await Database.open(url: url, migrations: [])
    }
    #expect(error?.kind == .connection)
    #expect(error?.message.contains(word) == true)
  }

  @Test("of a file that is none is refused as corrupt") func noDatabase() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.sqlite"
    try Array("This is a letter and no database, though it is long enough to be one.".utf8)
      .write(to: path)
    let error = await #expect(throws: DatabaseError.self) {
      try await Database.open(url: "sqlite:\(path)", migrations: [])
    }
    #expect(error?.kind == .corrupt)
  }

  @Test("are told of a file beside the process that has it open, and of none, without changing it")
  func reportedOnly() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/report-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let url = "sqlite:\(folder)/database.sqlite"
    let one = Migration(
      number: 1, name: "one", sqlite: "CREATE TABLE a (x INTEGER) STRICT", postgresql: "")
    let two = Migration(
      number: 2, name: "two", sqlite: "CREATE TABLE b (x INTEGER) STRICT", postgresql: "")
    let both = [MigrationSet(name: "test", migrations: [one, two])]
    let before = try Database.migrationStatus(of: url, migrations: both)
    #expect(before.allSatisfy { $0.appliedAt == nil } && before.count == 2)
    #expect(!FileManager.default.fileExists(atPath: folder + "/database.sqlite"))
    let database = try await Database.open(
      url: url, migrations: [MigrationSet(name: "test", migrations: [one])])
    let during = try Database.migrationStatus(of: url, migrations: both)
    #expect(during.map { $0.appliedAt == nil } == [false, true])
    await database.close()
  }
}
