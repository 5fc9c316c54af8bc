import Database
import Dispatch
import Foundation
import TestDatabases
import Testing

@Suite("A reader") struct ReaderTests {
  @Test("sees one state to its end, and stops no writer") func snapshot() async throws {
    try await withDatabase(.disk) { database in
      try await database.write { try await $0.insert(1) }
      let goOn = DispatchSemaphore(value: 0)
      let reached = Signal()
      let reader = Task {
        try await database.read { tx in
          let before = try await tx.ids()
          reached.raise()
          goOn.wait()
          return (before, try await tx.ids())
        }
      }
      await reached.wait(since: 0, atMost: .seconds(10))
      try await database.write { try await $0.insert(2) }
      goOn.signal()
      let (before, after) = try await reader.value
      #expect(before == [1])
      #expect(after == [1])
      expectEqual(try await database.ids(), [1, 2])
    }
  }

  @Test("sees what was answered before it began", arguments: TestEngine.allCases)
  func readsOwnWrites(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await withThrowingTaskGroup { group in
        for client in 0..<8 {
          group.addTask {
            for step in 0..<25 {
              let id = Int64(client * 1_000 + step)
              try await database.write { try await $0.insert(id) }
              let row = try await database.point("SELECT id FROM item WHERE id = $1", [.int(id)])
              #expect(try row?.int("id") == id)
              let ids = try await database.ids()
              #expect(ids.contains(id))
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("that takes too long is stopped") func timeLimit() async throws {
    var options = DatabaseOptions()
    options.readTimeLimit = .milliseconds(50)
    try await withDatabase(.disk, options: options) { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.read { tx in
          try await tx.query(
            "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000000) "
              + "SELECT COUNT(*) AS rows FROM n")
        }
      }
      #expect(error?.kind == .timeLimit)
      expectEqual(try await database.ids(), [])
    }
  }

  @Test("that is cancelled while it waits is dropped") func cancelled() async throws {
    var options = DatabaseOptions()
    options.readers = 1
    try await withDatabase(.disk, options: options) { database in
      let goOn = DispatchSemaphore(value: 0)
      let reached = Signal()
      let holder = Task {
        try await database.read { _ in
          reached.raise()
          goOn.wait()
        }
      }
      await reached.wait(since: 0, atMost: .seconds(10))
      let waiting = Task { try await database.ids() }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      goOn.signal()
      try await holder.value
    }
  }

  @Test("does not keep the log from being written back") func checkpoints() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.sqlite"
    let database = try await Database.open(url: "sqlite:\(path)", migrations: [itemMigrations])
    let content = [UInt8](repeating: 7, count: 200_000)
    for id in 0..<240 {
      try await database.write { tx in
        try await tx.execute(
          "INSERT INTO item (space, id, content) VALUES ($1, $2, $3)",
          ["s", .int(Int64(id)), .bytes(content)])
      }
    }
    // 48 MB went through a log of which 16 MB are usual; the file got most of it while open.
    try await eventually("the log is written back") {
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return size ?? 0 > 32_000_000
    }
    await database.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }
}
