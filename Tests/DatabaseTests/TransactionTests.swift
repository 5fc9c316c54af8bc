import Database
import TestDatabases
import Testing

@Suite("A transaction") struct TransactionTests {
  @Test("keeps what its body wrote, and reads it back typed", arguments: TestEngine.allCases)
  func valuesAreKept(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let changed = try await database.write { tx in
        try await tx.execute(
          "INSERT INTO item (space, id, name, amount, content) VALUES ($1, $2, $3, $4, $5)",
          ["s", 7, "Bäckerei \u{1F950}", .int(.max), .bytes([0, 255, 0])])
      }
      #expect(changed == 1)
      let row = try #require(
        try await database.read { try await $0.first("SELECT * FROM item WHERE id = $1", [7]) })
      #expect(try row.text("name") == "Bäckerei \u{1F950}")
      #expect(try row.int("amount") == .max)
      #expect(try row.bytes("content") == [0, 255, 0])
      #expect(throws: DatabaseError.self) { try row.int("name") }
      #expect(throws: DatabaseError.self) { try row.int("nothing") }
      #expect(throws: DatabaseError.self) { try row.bool("id") }
    }
  }

  @Test(
    "asks a statement for many values at once, and answers in their order",
    arguments: TestEngine.allCases)
  func manyValues(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let ids = Array(Int64(1)...1_000)
      let (found, nothing) = try await database.write { tx in
        for id in ids where id % 2 == 0 { try await tx.insert(id, name: "item \(id)") }
        let statement = "SELECT name FROM item WHERE space = $1 AND id = $2"
        let found = try await tx.query(statement, each: ids.map { ["s", .int($0)] })
        return (
          try found.map { try $0.map { try $0.text("name") } },
          try await tx.query(statement, each: []).count
        )
      }
      #expect(found == ids.map { $0 % 2 == 0 ? ["item \($0)"] : [] })
      #expect(nothing == 0)
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { tx in
          try await tx.insert(2_000)
          _ = try await tx.query(
            "INSERT INTO item (space, id, amount) VALUES ($1, $2, $3) RETURNING id",
            each: [["s", 2_001, 0], ["s", 2_002, -1], ["s", 2_003, 0]])
        }
      }
      #expect(error?.kind == .check)
      expectEqual(try await database.ids().count, 500)
    }
  }

  @Test("keeps the empty text, the empty bytes and NULL apart", arguments: TestEngine.allCases)
  func emptyValuesAreKept(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let row = try #require(
        try await database.write { tx in
          try await tx.first(
            "INSERT INTO item (space, id, name, content) VALUES ($1, $2, $3, $4) "
              + "RETURNING name, content", ["", 1, "", .bytes([])])
        })
      #expect(try row.value("name") == "")
      #expect(try row.value("content") == .bytes([]))
      try await database.write { tx in
        try await tx.execute(
          "UPDATE item SET name = $1, content = $2", [.text(nil), .bytes(nil)])
      }
      let after = try #require(try await database.point("SELECT name, content FROM item"))
      #expect(try after.optionalText("name") == nil)
      #expect(try after.value("content") == .null)
    }
  }

  @Test("keeps values of every length, many in one statement", arguments: TestEngine.allCases)
  func longValuesAreKept(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      // Around the room that SQLite's statements have for the values of one of them (4,096 bytes).
      for length in [0, 1, 2_046, 2_047, 2_048, 4_095, 4_096, 4_097, 100_000] {
        let text = String(repeating: "é", count: length / 2) + "x"
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        let id = Int64(length)
        try await database.write { tx in
          try await tx.execute(
            "INSERT INTO item (space, id, name, content) VALUES ($1, $2, $3, $4)",
            ["s", .int(id), .text(text), .bytes(bytes)])
        }
        // Others lie where those lay.
        try await database.write { try await $0.insert(1_000_000 + id) }
        let row = try #require(
          try await database.point(
            "SELECT name, content FROM item WHERE space = 's' AND id = $1 AND name = $2",
            [.int(id), .text(text)]))
        #expect(try row.text("name") == text)
        #expect(try row.bytes("content") == bytes)
      }
    }
  }

  @Test("whose body throws changes nothing", arguments: TestEngine.allCases)
  func throwingRollsBack(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      await #expect(throws: Refusal()) {
        try await database.write { tx in
          try await tx.insert(1)
          throw Refusal()
        }
      }
      expectEqual(try await database.ids(), [])
    }
  }

  struct Violation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    let values: [SQLValue]
    let kind: DatabaseError.Kind
  }

  static let violations = [
    Violation(
      testDescription: "a key twice", sql: "INSERT INTO item (space, id) VALUES ($1, $2)",
      values: ["s", 1], kind: .unique),
    Violation(
      testDescription: "a missing parent",
      sql: "INSERT INTO part (space, item, number) VALUES ($1, $2, $3)", values: ["s", 9, 1],
      kind: .foreignKey),
    Violation(
      testDescription: "a CHECK", sql: "UPDATE item SET amount = $1", values: [-1], kind: .check),
    Violation(
      testDescription: "NOT NULL", sql: "UPDATE item SET space = $1", values: [nil], kind: .check),
    Violation(
      testDescription: "a column's type", sql: "UPDATE item SET amount = $1", values: ["many"],
      kind: .check),
    Violation(
      testDescription: "a NUL in a text", sql: "UPDATE item SET name = $1", values: ["a\0b"],
      kind: .check),
    Violation(
      testDescription: "no such table", sql: "SELECT 1 FROM nothing", values: [], kind: .misuse),
    Violation(
      testDescription: "too few values", sql: "UPDATE item SET amount = $1", values: [],
      kind: .misuse),
    Violation(
      testDescription: "parameters out of order",
      sql: "UPDATE item SET amount = $2 WHERE id = $1", values: [1, 1], kind: .misuse),
    Violation(
      testDescription: "two statements", sql: "DELETE FROM part; DELETE FROM item", values: [],
      kind: .misuse),
    Violation(testDescription: "COMMIT", sql: " commit", values: [], kind: .misuse),
    Violation(testDescription: "ROLLBACK", sql: "ROLLBACK", values: [], kind: .misuse),
    Violation(testDescription: "a fraction", sql: "SELECT 0.5 AS x", values: [], kind: .misuse),
  ]

  @Test(
    "names what is wrong, and goes on after it or fails with it", arguments: TestEngine.allCases,
    violations)
  func errorsAreTyped(engine: TestEngine, violation: Violation) async throws {
    try await withDatabase(engine) { database in
      let kind = Shared<DatabaseError.Kind?>(nil)
      let call = await Task {
        try await database.write { tx in
          try await tx.insert(1)
          do throws(DatabaseError) {
            try await tx.execute(violation.sql, violation.values)
          } catch { kind.change { $0 = error.kind } }
          try await tx.insert(2)
        }
      }.result
      #expect(kind.value == violation.kind)
      switch engine {
      case .memory, .disk:
        #expect(call.error == nil)
      case .postgresql:
        // What the server refused ends the transaction; what it never saw does not.
        let error = call.error as? DatabaseError
        #expect(error == nil || error?.kind == violation.kind)
      }
      expectEqual(try await database.ids(), call.error == nil ? [1, 2] : [])
    }
  }

  @Test("that only reads refuses to change anything", arguments: TestEngine.allCases)
  func readsDoNotWrite(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.read { try await $0.insert(1) }
      }
      #expect(error?.kind == .readOnly)
      let pointError = await #expect(throws: DatabaseError.self) {
        try await database.point("DELETE FROM item")
      }
      #expect(pointError?.kind == .readOnly)
    }
  }

  @Test("that awaits something else fails, and holds nobody up", arguments: TestEngine.allCases)
  func foreignAwaitFails(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let late = Shared<(any Error)?>(nil)
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { tx in
          try await tx.insert(1)
          try await Task.sleep(for: .milliseconds(20))
          do { try await tx.insert(2) } catch { late.change { $0 = error } }
        }
      }
      #expect(error?.kind == .misuse)
      // The body comes back later, on the same thread, and finds its transaction ended.
      try await eventually("the body ends") {
        try await database.write { try await $0.insert(.random(in: 100...(.max))) }
        _ = try await database.ids()
        return late.value != nil
      }
      let lateError = late.value as? DatabaseError
      #expect(lateError?.kind == .misuse)
      expectEqual(try await database.ids().filter { $0 < 100 }, [])
    }
  }

  @Test("that was kept beyond its end is refused", arguments: TestEngine.allCases)
  func escapedTransactionIsRefused(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let escaped = try await database.write { $0 }
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { _ in try await escaped.execute("DELETE FROM item") }
      }
      #expect(error?.kind == .misuse)
    }
  }

  @Test("has one time, never before an earlier one's", arguments: TestEngine.allCases)
  func timeIsFixedOnce(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    let clock = Shared<Int64>(0)
    options.clock = { clock.value }
    try await withDatabase(engine, options: options) { database in
      for (time, seen) in [(1_000, 1_000), (900, 1_000), (2_000, 2_000)] as [(Int64, Int64)] {
        clock.change { $0 = time }
        let now = try await database.now()
        #expect(now == seen)
      }
    }
  }

  @Test(
    "runs its hooks after the commit, and none when it is refused", arguments: TestEngine.allCases)
  func hooksRunAfterCommit(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let ran = Shared<[String]>([])
      try await database.write { tx in
        tx.afterCommit { ran.change { $0.append("kept") } }
        try await tx.insert(1)
      }
      await #expect(throws: Refusal()) {
        try await database.write { tx in
          tx.afterCommit { ran.change { $0.append("refused") } }
          throw Refusal()
        }
      }
      #expect(ran.value == ["kept"])
    }
  }

  @Test("is refused once the database is closed", arguments: TestEngine.allCases)
  func closedDatabaseRefuses(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      await database.close()
      for attempt in [
        { try await database.write { try await $0.insert(1) } },
        { _ = try await database.ids() },
        { _ = try await database.point("SELECT 1 AS one") },
      ] as [@Sendable () async throws -> Void] {
        let error = await #expect(throws: DatabaseError.self) { try await attempt() }
        #expect(error?.kind == .connection)
      }
    }
  }
}
