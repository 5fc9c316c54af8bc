import Database
import TestDatabases
import Testing

private let calls = Array(Int64(1)...5)

/// SQLite rolls a whole transaction back by itself when the disk or the memory fails in the middle of
/// a statement. The other calls of the batch must not feel it.
@Suite("A batch that the engine gives up") struct LostBatchTests {
  @Test("fails the call that found no space, and runs the others again", arguments: calls)
  func fullInStatement(culprit: Int64) async throws {
    var options = DatabaseOptions()
    options.maximumPages = 200
    try await withDatabase(.disk, options: options) { database in
      let results = try await Batch(database: database).run(
        calls.map { $0 == culprit ? insertingMuch($0) : inserting($0) })
      #expect(
        results.map { ($0.error as? DatabaseError)?.kind }
          == calls.map { $0 == culprit ? .diskFull : nil })
      expectEqual(try await database.ids(), calls.filter { $0 != culprit })
      // Space that is freed can be used again.
      try await database.write { try await $0.insert(9) }
    }
  }

  @Test(
    "fails the call that met the fault, and runs the others again", arguments: calls,
    [FaultyDisk.Fault.noMemory, .full, .write])
  func faultInStatement(culprit: Int64, fault: FaultyDisk.Fault) async throws {
    let disk = try FaultyDisk()
    try await withDatabase(.disk, options: disk.options) { database in
      let runs = Shared<[Int64]>([])
      let results = try await Batch(database: database).run(
        calls.map { id in
          { tx in
            runs.change { $0.append(id) }
            guard id == culprit else { return try await tx.insert(id) }
            disk.failWrites(fault)
            try await insertingMuch(id)(tx)
          }
        })
      let kind: DatabaseError.Kind = fault == .full ? .diskFull : .other
      #expect(
        results.map { ($0.error as? DatabaseError)?.kind }
          == calls.map { $0 == culprit ? kind : nil })
      #expect(database.statistics.lostBatches == 1)
      #expect(runs.value == calls.filter { $0 <= culprit } + calls.filter { $0 != culprit })
      expectEqual(try await database.ids(), calls.filter { $0 != culprit })
    }
  }

  @Test("is not continued by a call that ignores the error")
  func errorIgnored() async throws {
    let disk = try FaultyDisk()
    try await withDatabase(.disk, options: disk.options) { database in
      let ignoring: @Sendable (isolated Transaction) async throws -> Void = { tx in
        disk.failWrites(.write)
        do { try await insertingMuch(2)(tx) } catch {}
        do { try await tx.insert(3) } catch {}
      }
      let results = try await Batch(database: database).run([inserting(1), ignoring, inserting(4)])
      #expect(results.map { ($0.error as? DatabaseError)?.kind } == [nil, .other, nil])
      expectEqual(try await database.ids(), [1, 4])
    }
  }

  @Test("at its commit runs every call again alone", arguments: [1, 3])
  func failedCommit(failures: Int) async throws {
    let disk = try FaultyDisk()
    try await withDatabase(.disk, options: disk.options) { database in
      let results = try await Batch(database: database).run(calls.map { inserting($0) }) { _ in
        // The call that holds the writer changes nothing and so syncs nothing.
        disk.failSyncs(times: failures)
      }
      // The first failure is the batch's; the others meet the first calls that run alone.
      let failed = calls.map { $0 < failures }
      #expect(results.map { $0.error is DatabaseError } == failed)
      expectEqual(try await database.ids(), calls.filter { $0 >= failures })
      try await database.write { try await $0.insert(9) }
    }
  }

  @Test("answers none as done while the disk fails, and goes on when it is well again")
  func deadDisk() async throws {
    let disk = try FaultyDisk()
    try await withDatabase(.disk, options: disk.options) { database in
      try await database.write { try await $0.insert(0) }
      disk.failSyncs(times: 1_000_000)
      let results = try await Batch(database: database).run(calls.map { inserting($0) })
      #expect(results.allSatisfy { $0.error is DatabaseError })
      expectEqual(try await database.ids(), [0])
      disk.heal()
      try await database.write { try await $0.insert(9) }
      expectEqual(try await database.ids(), [0, 9])
    }
  }

  @Test("for a deferred foreign key fails the call whose row is missing", arguments: calls)
  func deferredForeignKey(culprit: Int64) async throws {
    let deferred = MigrationSet(
      name: "deferred",
      migrations: [
        Migration(
          number: 1, name: "deferred",
          sqlite: """
            CREATE TABLE child (
              space TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (space, item),
              FOREIGN KEY (space, item) REFERENCES item (space, id) DEFERRABLE INITIALLY DEFERRED
            ) STRICT
            """, postgresql: "")
      ])
    try await withDatabase(.disk, migrations: [itemMigrations, deferred]) { database in
      let results = try await Batch(database: database).run(
        calls.map { id in
          { tx in
            try await tx.execute(
              "INSERT INTO child (space, item) VALUES ($1, $2)", ["s", .int(id)])
            if id != culprit { try await tx.insert(id) }
          }
        })
      #expect(
        results.map { ($0.error as? DatabaseError)?.kind }
          == calls.map { $0 == culprit ? .foreignKey : nil })
      expectEqual(try await database.ids(), calls.filter { $0 != culprit })
    }
  }
}
