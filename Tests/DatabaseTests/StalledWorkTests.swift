import TestDatabases
import Testing

@testable import Database

/// The loop's statements fail here because their table is away: on every engine the mistake that a
/// wrong statement would be.
@Suite("Work that the database does not give") struct StalledWorkTests {
  let work = LeasedWork(queue: "deliveries")

  private func hide(_ database: Database) async throws {
    try await database.write { tx in
      try await tx.execute("ALTER TABLE leased_work RENAME TO hidden_work")
    }
  }

  private func show(_ database: Database) async throws {
    try await database.write { tx in
      try await tx.execute("ALTER TABLE hidden_work RENAME TO leased_work")
    }
  }

  /// Time for many questions of a loop that asks each millisecond.
  private func passTime(_ database: Database) async throws {
    for _ in 0..<50 { _ = try await database.now() }
  }

  @Test(
    "is told of once, however often it is asked for, and again after it came",
    arguments: TestEngine.allCases)
  func toldOnce(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let told = Shared<[DatabaseError.Kind?]>([])
      let done = Shared<[String]>([])
      var loop = WorkLoop(work, in: database, owner: "a")
      loop.pollInterval = .milliseconds(1)
      loop.stalled = { error in told.change { $0.append((error as? DatabaseError)?.kind) } }
      let task = Task { [loop] in
        await loop.run { item in
          try await database.write { try await work.finish($0, item) }
          done.change { $0.append(item.id) }
        }
      }
      for round in 1...2 {
        try await hide(database)
        try await eventually("the trouble is told") { told.value.count >= round }
        try await passTime(database)
        try await show(database)
        try await database.write { tx in
          try await work.schedule(tx, space: "s", id: "\(round)", at: tx.now)
        }
        try await eventually("the work is done") { done.value.count == round }
      }
      task.cancel()
      await task.value
      #expect(told.value == [.misuse, .misuse])
    }
  }

  /// Its lease is longer than anybody here waits.
  @Test(
    "is given back once the database takes it, and does not wait for the end of its lease",
    arguments: TestEngine.allCases)
  func givenBack(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let begun = Shared<[Int]>([])
      let failed = Signal()
      var loop = WorkLoop(work, in: database, owner: "a")
      loop.lease = .seconds(300)
      loop.pollInterval = .milliseconds(10)
      loop.backoff = Backoff(first: .milliseconds(1))
      loop.failed = { _, _ in failed.raise() }
      let task = Task { [loop] in
        await loop.run { item in
          begun.change { $0.append(item.attempts) }
          if item.attempts == 1 {
            try await hide(database)
            throw Refusal()
          }
          try await database.write { try await work.finish($0, item) }
        }
      }
      try await database.write { try await work.schedule($0, space: "s", id: "x", at: $0.now) }
      await failed.wait(since: 0, atMost: .seconds(10))
      try await passTime(database)
      try await show(database)
      try await eventually("the second attempt finishes it") {
        try await database.read { try await work.depth($0).items } == 0
      }
      task.cancel()
      await task.value
      #expect(begun.value == [1, 2])
    }
  }
}
