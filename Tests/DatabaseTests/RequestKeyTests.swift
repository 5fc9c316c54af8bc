import TestDatabases
import Testing

@testable import Database

@Suite("A request key") struct RequestKeyTests {
  let keys = RequestKeys()
  let key = RequestKey(space: "s", subject: "users/1", method: "CreateClient", id: "r-1")

  private func create(
    _ id: Int64, _ key: RequestKey, content: [UInt8] = [1], in database: Database
  ) async throws -> [UInt8] {
    try await database.write { tx in
      try await keys.once(tx, key, content: content) {
        try await tx.insert(id)
        return [UInt8(id)]
      }
    }
  }

  @Test("gives the same request the same answer, and changes once", arguments: TestEngine.allCases)
  func sameAnswer(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      expectEqual(try await create(1, key, in: database), [1])
      expectEqual(try await create(2, key, in: database), [1])
      expectEqual(try await database.ids(), [1])
    }
  }

  static let others = [
    RequestKey(space: "t", subject: "users/1", method: "CreateClient", id: "r-1"),
    RequestKey(space: "s", subject: "users/2", method: "CreateClient", id: "r-1"),
    RequestKey(space: "s", subject: "users/1", method: "DeleteClient", id: "r-1"),
    RequestKey(space: "s", subject: "users/1", method: "CreateClient", id: "r-2"),
  ]

  @Test("is another one in another space, for another subject, method or id", arguments: others)
  func otherKeys(other: RequestKey) async throws {
    try await withDatabase(.memory) { database in
      expectEqual(try await create(1, key, in: database), [1])
      expectEqual(try await create(2, other, in: database), [2])
    }
  }

  @Test("is refused with another content", arguments: TestEngine.allCases)
  func otherContent(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      _ = try await create(1, key, in: database)
      await #expect(throws: RequestKeyReused(id: "r-1")) {
        _ = try await create(2, key, content: [2], in: database)
      }
      expectEqual(try await database.ids(), [1])
    }
  }

  @Test("of a request that was refused is free again", arguments: TestEngine.allCases)
  func refusedRequest(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      await #expect(throws: Refusal()) {
        _ = try await database.write { tx in
          try await keys.once(tx, key, content: [1]) { throw Refusal() }
        }
      }
      expectEqual(try await create(3, key, in: database), [3])
    }
  }

  @Test("holds also when one request comes 100 times at once", arguments: TestEngine.allCases)
  func concurrentRequests(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for id in 1...100 {
          group.addTask { try await create(Int64(id), key, in: database) }
        }
        return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
      }
      #expect(answers.count == 1)
      expectEqual(try await database.ids().count, 1)
    }
  }

  @Test("is kept for its time, and then swept", arguments: TestEngine.allCases)
  func expiry(engine: TestEngine) async throws {
    let clock = TestClock()
    try await withDatabase(engine, options: clock.options) { database in
      expectEqual(try await create(1, key, in: database), [1])
      clock.advance(by: .seconds(24 * 3600 - 1))
      expectEqual(try await create(2, key, in: database), [1])
      expectEqual(try await database.write { try await keys.sweep($0) }, 0)
      clock.advance(by: .seconds(1))
      expectEqual(try await create(3, key, in: database), [3])
      clock.advance(by: .seconds(24 * 3600))
      expectEqual(try await database.write { try await keys.sweep($0) }, 1)
    }
  }
}
