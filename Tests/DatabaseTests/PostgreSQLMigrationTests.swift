import Database
import TestDatabases
import Testing

private func step(_ number: Int, _ sql: String) -> Migration {
  Migration(number: number, name: "step", sqlite: "", postgresql: sql)
}

private let first = step(1, "CREATE TABLE a (x BIGINT NOT NULL)")
private let second = step(
  2, "ALTER TABLE a ADD COLUMN y TEXT; INSERT INTO a (x, y) VALUES (1, 'z')")

@Suite("Migrations on PostgreSQL", .enabled(if: PostgreSQLServer.programs != nil))
struct PostgreSQLMigrationTests {
  private func open(_ url: String, _ migrations: [Migration]) async throws -> Database {
    try await Database.open(
      url: url, migrations: [MigrationSet(name: "a", migrations: migrations)])
  }

  private func failure(_ url: String, _ migrations: [Migration]) async -> DatabaseError? {
    do {
      try await open(url, migrations).close()
      return nil
    } catch { return error as? DatabaseError }
  }

  @Test("run once, are listed, and refused where they were edited or are unknown")
  func runOnce() async throws {
    try await PostgreSQLServer.shared.value.withSchema { url in
      let sets = [MigrationSet(name: "a", migrations: [first, second])]
      let report = {
        try Database.migrationStatus(of: url, migrations: sets).map { $0.appliedAt != nil }
      }
      expectEqual(try report(), [false, false])
      #expect(await failure(url, [first]) == nil)
      expectEqual(try report(), [true, false])
      for _ in 0..<2 {
        let database = try await open(url, [first, second])
        let status = try await database.migrationStatus()
        #expect(status.map { $0.appliedAt != nil } == [true, true])
        let rows = try await database.read { try await $0.query("SELECT y FROM a") }
        #expect(try rows.map { try $0.text("y") } == ["z"])
        await database.close()
      }
      #expect(await failure(url, [first]) == nil)
      let newer = await failure(url, [])
      #expect(newer?.kind == .migration && newer?.message.contains("later") == true)
      let edited = await failure(url, [step(1, "CREATE TABLE a (x BIGINT)"), second])
      #expect(edited?.kind == .migration && edited?.message.contains("edited") == true)
    }
  }

  @Test("that fail leave nothing of themselves and all of the earlier ones")
  func failing() async throws {
    try await PostgreSQLServer.shared.value.withSchema { url in
      let broken = step(2, "CREATE TABLE b (x BIGINT); INSERT INTO nothing VALUES (1)")
      let error = await failure(url, [first, broken])
      #expect(error?.message.contains("migration 2 of a") == true)
      // Only where neither the table nor the mark is left can the right one follow.
      #expect(await failure(url, [first, step(2, "CREATE TABLE b (x BIGINT)")]) == nil)
    }
  }

  @Test("are run by one of several processes that start at once") func concurrentOpen() async throws
  {
    try await PostgreSQLServer.shared.value.withSchema { url in
      let slow = step(
        1, "CREATE TABLE a (x BIGINT); INSERT INTO a SELECT generate_series(1, 20000)")
      try await withThrowingTaskGroup { group in
        for _ in 0..<6 {
          group.addTask {
            let database = try await open(url, [slow])
            let row = try await database.point("SELECT COUNT(*) AS rows FROM a")
            #expect(try row?.int("rows") == 20_000)
            await database.close()
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("that leave a key in the order of a language are refused") func collation() async throws {
    try await PostgreSQLServer.shared.value.withSchema { url in
      let error = await failure(url, [step(1, "CREATE TABLE a (word TEXT PRIMARY KEY)")])
      #expect(error?.kind == .migration)
      #expect(error?.message.contains("word of a") == true)
    }
  }
}
