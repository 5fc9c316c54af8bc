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

  /// Heartbeats fail all the time that the table is away, many times over.
  @Test("goes on while its lease runs, though none is renewed", arguments: TestEngine.allCases)
  func goesOn(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let failures = Shared<[String]>([])
      let done = Signal()
      var loop = WorkLoop(work, in: database, owner: "a")
      loop.lease = .seconds(300)
      loop.heartbeat = .milliseconds(1)
      loop.failed = { _, error in
        // A heartbeat that comes between the finish and the handler's end finds no item.
        if !(error is LeaseLost) { failures.change { $0.append("\(error)") } }
        done.raise()
      }
      let task = Task { [loop] in
        await loop.run { item in
          try await hide(database)
          try await passTime(database)
          try await Task.sleep(for: .milliseconds(50))
          try await show(database)
          try await database.write { try await work.finish($0, item) }
          done.raise()
        }
      }
      try await database.write { try await work.schedule($0, space: "s", id: "x", at: $0.now) }
      await done.wait(since: 0, atMost: .seconds(60))
      task.cancel()
      await task.value
      #expect(done.count > 0 && failures.value.isEmpty, "\(failures.value)")
    }
  }

  @Test("is stopped when its lease has run out unrenewed", arguments: TestEngine.allCases)
  func stopped(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let failures = Shared<[DatabaseError.Kind?]>([])
      let stopped = Signal()
      var loop = WorkLoop(work, in: database, owner: "a")
      loop.lease = .milliseconds(200)
      loop.failed = { _, error in failures.change { $0.append((error as? DatabaseError)?.kind) } }
      let task = Task { [loop] in
        await loop.run { item in
          try await hide(database)
          do {
            try await Task.sleep(for: .seconds(60))
          } catch {
            stopped.raise()
            throw error
          }
        }
      }
      try await database.write { try await work.schedule($0, space: "s", id: "x", at: $0.now) }
      await stopped.wait(since: 0, atMost: .seconds(60))
      try await eventually("the failure is told") { failures.value.count == 1 }
      try await show(database)
      task.cancel()
      await task.value
      #expect(stopped.count == 1)
      #expect(failures.value.first == .misuse)
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
