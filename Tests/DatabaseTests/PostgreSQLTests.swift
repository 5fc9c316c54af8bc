import Database
import Dispatch
import TestDatabases
import Testing

/// Waits for something else on this very thread, as a body never should: it holds up all of its
/// database's calls, and only those.
@discardableResult func blocking<Answer: Sendable>(
  _ work: @escaping @Sendable () async throws -> Answer
) throws -> Answer {
  let done = DispatchSemaphore(value: 0)
  let result = Shared<Result<Answer, any Error>?>(nil)
  Task.detached {
    do {
      let answer = try await work()
      result.change { $0 = .success(answer) }
    } catch { result.change { $0 = .failure(error) } }
    done.signal()
  }
  done.wait()
  guard let result = result.value else { throw TimedOut() }
  return try result.get()
}

/// Two processes on one database, as far as the database can tell.
func withTwoDatabases(
  options: DatabaseOptions = DatabaseOptions(),
  _ body: (Database, Database) async throws -> Void
) async throws {
  try await PostgreSQLServer.shared.value.withSchema { url in
    try await withDatabase(url: url, options: options) { first in
      try await withDatabase(url: url, options: options) { second in
        try await body(first, second)
      }
    }
  }
}

@Suite("PostgreSQL", .enabled(if: PostgreSQLServer.programs != nil)) struct PostgreSQLTests {
  @Test("runs a body again that another transaction was in the way of")
  func conflictIsRepeated() async throws {
    try await withTwoDatabases { first, second in
      try await first.write { try await $0.insert(1, amount: 10) }
      let runs = Shared(0)
      try await first.write { tx in
        runs.change { $0 += 1 }
        let amount = try await tx.first("SELECT amount FROM item WHERE id = $1", [1])?.int("amount")
        if runs.value == 1 {
          try blocking {
            try await second.write { try await $0.execute("UPDATE item SET amount = amount + 5") }
          }
        }
        try await tx.execute("UPDATE item SET amount = $1", [.int((amount ?? 0) + 1)])
      }
      #expect(runs.value == 2)
      #expect(first.statistics.repetitions == 1)
      let row = try await first.point("SELECT amount FROM item WHERE id = $1", [1])
      #expect(try row?.int("amount") == 16)
    }
  }

  @Test("runs a body again that met a key of another transaction, and one of its own mistake twice")
  func clashIsRepeatedOnce() async throws {
    try await withTwoDatabases { first, second in
      let runs = Shared(0)
      try await first.write { tx in
        let run = runs.change { count in
          count += 1
          return count
        }
        if run == 1 {
          _ = try await tx.query("SELECT 1 AS snapshot")
          try blocking { try await second.write { try await $0.insert(1) } }
        } else if try await tx.first("SELECT id FROM item WHERE id = $1", [1]) != nil {
          return
        }
        try await tx.insert(1)
      }
      #expect(runs.value == 2)
      runs.change { $0 = 0 }
      let error = await #expect(throws: DatabaseError.self) {
        try await first.write { tx in
          runs.change { $0 += 1 }
          try await tx.insert(1)
        }
      }
      #expect(error?.kind == .unique)
      #expect(runs.value == 2)
    }
  }

  /// Each reads what the other writes: neither order of the two gives both answers.
  @Test("lets no two transactions decide from what the other changes")
  func writeSkew() async throws {
    try await withTwoDatabases { first, second in
      try await first.write { tx in for id in 1...2 { try await tx.insert(Int64(id), amount: 1) } }
      let take: @Sendable (isolated Transaction, Int64) async throws -> Void = { tx, id in
        let row = try await tx.first("SELECT SUM(amount) AS amount FROM item")
        guard try row?.int("amount") == 2 else { throw Refusal() }
        try await tx.execute("UPDATE item SET amount = 0 WHERE id = $1", [.int(id)])
      }
      let interrupted = Shared(false)
      await #expect(throws: Refusal()) {
        try await first.write { tx in
          try await take(tx, 1)
          if interrupted.change({ was in
            defer { was = true }
            return was
          }) {
            return
          }
          try blocking { try await second.write { try await take($0, 2) } }
        }
      }
      let row = try await first.point("SELECT SUM(amount) AS amount FROM item")
      #expect(try row?.int("amount") == 1)
    }
  }

  @Test("gives up with `serialization` where conflicts do not end")
  func endlessConflict() async throws {
    try await withTwoDatabases { first, second in
      try await first.write { try await $0.insert(1) }
      let runs = Shared(0)
      let error = await #expect(throws: DatabaseError.self) {
        try await first.write { tx in
          runs.change { $0 += 1 }
          _ = try await tx.ids()
          try blocking {
            try await second.write { try await $0.execute("UPDATE item SET amount = amount + 1") }
          }
          try await tx.execute("UPDATE item SET amount = 0")
        }
      }
      #expect(error?.kind == .serialization)
      #expect(runs.value == 24)
    }
  }

  @Test("reads one snapshot to its end") func snapshot() async throws {
    try await withTwoDatabases { first, second in
      let (before, after) = try await first.read { tx in
        let before = try await tx.ids()
        try blocking { try await second.write { try await $0.insert(1) } }
        return (before, try await tx.ids())
      }
      #expect(before == [])
      #expect(after == [])
      expectEqual(try await first.ids(), [1])
    }
  }

  @Test("stops what takes too long", arguments: [Access.read, .write])
  func timeLimit(access: Access) async throws {
    var options = DatabaseOptions()
    options.readTimeLimit = .milliseconds(150)
    options.writeTimeLimit = .milliseconds(150)
    try await withDatabase(.postgresql, options: options) { database in
      let bodies: [@Sendable (isolated Transaction) async throws -> Void] = [
        { tx in _ = try await tx.query("SELECT pg_sleep(20)") },
        { tx in
          _ = try await tx.ids()
          try blocking { try await Task.sleep(for: .milliseconds(200)) }
          _ = try await tx.ids()
        },
      ]
      for body in bodies {
        let error = await #expect(throws: DatabaseError.self) {
          switch access {
          case .read: try await database.read(body)
          case .write: try await database.write(body)
          }
        }
        #expect(error?.kind == .timeLimit)
      }
      try await database.write { try await $0.insert(1) }
    }
  }

  @Test("answers many point reads on one connection, each its own")
  func pipelinedPoints() async throws {
    var options = DatabaseOptions()
    options.pointConnections = 1
    try await withDatabase(.postgresql, options: options) { database in
      try await database.write { tx in
        for id in Int64(0)..<50 { try await tx.insert(id, amount: id * 7) }
      }
      try await withThrowingTaskGroup { group in
        for number in 0..<500 {
          group.addTask {
            let id = Int64(number % 50)
            let row = try await database.point("SELECT amount FROM item WHERE id = $1", [.int(id)])
            #expect(try row?.int("amount") == id * 7)
            if number % 10 == 0 {
              await #expect(throws: DatabaseError.self) {
                try await database.point("SELECT nothing")
              }
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("goes on when a table has changed under its prepared statements")
  func changedTable() async throws {
    let server = try await PostgreSQLServer.shared.value
    try await server.withSchema { url in
      try await withDatabase(url: url) { database in
        let schema = String(url.suffix(9))
        try await database.write { try await $0.insert(1) }
        let read = { try await database.read { try await $0.query("SELECT * FROM item") } }
        expectEqual(try await read().count, 1)
        try await server.execute("ALTER TABLE \(schema).item ADD COLUMN colour TEXT")
        for _ in 0..<3 { expectEqual(try await read().count, 1) }
        expectEqual(try await database.point("SELECT * FROM item") == nil, false)
      }
    }
  }

  @Test("shares work and events between two processes, each done once and in order")
  func sharedOutbox() async throws {
    try await withTwoDatabases { first, second in
      let outbox = Outbox(to: "other")
      let keys = (0..<6).map { "k\($0)" }
      let arrived = Shared<[String: [Int64]]>([:])
      let failures = Shared<[String]>([])
      let relays = [("a", first), ("b", second)].map { owner, database in
        var relay = OutboxRelay(outbox, in: database, owner: owner) { event in
          arrived.change { $0[event.key, default: []].append(event.sequence) }
        }
        relay.loop.pollInterval = .milliseconds(20)
        relay.loop.failed = { item, error in failures.change { $0.append("\(item.id): \(error)") } }
        relay.loop.backoff = Backoff(first: .milliseconds(1), longest: .milliseconds(10))
        return Task { [relay] in await relay.run() }
      }
      try await withThrowingTaskGroup { group in
        for writer in 0..<8 {
          group.addTask {
            for round in 0..<15 {
              try await (writer % 2 == 0 ? first : second).write { tx in
                try await outbox.append(
                  tx, space: "s", key: keys[(writer + round) % 6], kind: "k", payload: [],
                  actor: "a")
              }
            }
          }
        }
        try await group.waitForAll()
      }
      try await eventually("all is delivered", within: .seconds(60)) {
        try await first.read { try await outbox.depth($0).events } == 0
      }
      for relay in relays { relay.cancel() }
      for relay in relays { await relay.value }
      // A relay whose removal met a lost connection would deliver twice; none was lost here.
      #expect(arrived.value.values.map(\.count).reduce(0, +) == 120, "\(failures.value)")
      #expect(arrived.value.values.allSatisfy { $0 == $0.sorted() })
    }
  }
}
