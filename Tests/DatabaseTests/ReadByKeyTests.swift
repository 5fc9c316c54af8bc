import Database
import Foundation
import TestDatabases
import Testing

@Suite("A read by key") struct ReadByKeyTests {
  @TaskLocal static var mark = 0

  @Test("answers as a read does, and changes nothing", arguments: TestEngine.allCases)
  func answers(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await database.write { try await $0.insert(1) }
      expectEqual(try await database.readByKey { try await $0.ids() }, [1])
      let error = await #expect(throws: DatabaseError.self) {
        try await database.readByKey { try await $0.insert(2) }
      }
      #expect(error?.kind == .readOnly)
      await #expect(throws: Refusal()) { try await database.readByKey { _ in throw Refusal() } }
      expectEqual(try await database.ids(), [1])
    }
  }

  @Test("of a file runs on the caller's thread, within its task, which goes on as it was")
  func inPlace() async throws {
    try await withDatabase(.disk) { database in
      try await Self.$mark.withValue(7) {
        // A task of its own, as an event loop's: whoever it is that runs it, no thread is changed.
        let threads = try await Task {
          var threads: [Set<UInt>] = []
          for _ in 0..<100 {
            let before = thread()
            let within = try await database.readByKey { tx in
              _ = try await tx.ids()
              return thread()
            }
            threads.append([before, within, thread()])
            #expect(Self.mark == 7)
            await Task.yield()
          }
          return threads
        }.value
        #expect(threads.allSatisfy { $0.count == 1 })
      }
    }
  }

  @Test("of a file by many at once sees what was answered before") func manyAtOnce() async throws {
    try await withDatabase(.disk) { database in
      try await withThrowingTaskGroup { group in
        for reader in 0..<16 {
          group.addTask {
            for step in 0..<25 {
              let id = Int64(reader * 1_000 + step)
              try await database.write { try await $0.insert(id) }
              let found = try await database.readByKey { tx in
                try await tx.first("SELECT id FROM item WHERE space = 's' AND id = $1", [.int(id)])
              }
              #expect(try found?.int("id") == id)
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("that awaits anything else is refused, and those after it are answered")
  func misuse() async throws {
    try await withDatabase(.disk) { database in
      try await database.write { try await $0.insert(1) }
      for _ in 0..<3 {
        let error = await #expect(throws: DatabaseError.self) {
          try await database.readByKey { tx in
            try await Task.sleep(for: .milliseconds(1))
            return try await tx.ids()
          }
        }
        #expect(error?.kind == .misuse)
        expectEqual(try await database.readByKey { try await $0.ids() }, [1])
      }
    }
  }

  @Test("of a cancelled task, or of a closed database, is not begun")
  func notBegun() async throws {
    try await withDatabase(.disk) { database in
      let cancelled = Task {
        while !Task.isCancelled { await Task.yield() }
        return try await database.readByKey { _ in true }
      }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      await database.close()
      let error = await #expect(throws: DatabaseError.self) {
        try await database.readByKey { _ in true }
      }
      #expect(error?.kind == .connection)
    }
  }
}

private func thread() -> UInt { UInt(pthread_self()) }
