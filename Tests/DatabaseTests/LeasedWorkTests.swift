import TestDatabases
import Testing

@testable import Database

@Suite("Leased work") struct LeasedWorkTests {
  let work = LeasedWork(queue: "deliveries")

  private func schedule(
    _ ids: [String], in database: Database, after delay: Duration = .zero
  ) async throws {
    try await database.write { tx in
      for id in ids {
        try await work.schedule(tx, space: "s", id: id, at: tx.now + delay.microseconds)
      }
    }
  }

  private func lease(
    _ database: Database, owner: String = "a", limit: Int = 10
  ) async throws -> [LeasedWork.Item] {
    try await database.write { tx in
      try await work.lease(tx, owner: owner, limit: limit, for: .seconds(30))
    }
  }

  @Test("is given to one holder at a time", arguments: TestEngine.allCases)
  func oneHolder(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let ids = (0..<100).map { "item \($0)" }
      try await schedule(ids, in: database)
      let taken = Shared<[String]>([])
      try await withThrowingTaskGroup { group in
        for owner in 0..<8 {
          group.addTask {
            while case let items = try await lease(database, owner: "\(owner)", limit: 3),
              !items.isEmpty
            {
              taken.change { $0 += items.map(\.id) }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(taken.value.sorted() == ids.sorted())
    }
  }

  @Test(
    "of a process that died goes to the next of its name at once, others' stays",
    arguments: TestEngine.allCases)
  func reclaimed(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await schedule(["mine", "another's"], in: database)
      let first = try await lease(database, owner: "dead", limit: 1)
      let second = try await lease(database, owner: "alive", limit: 1)
      try await database.write { tx in try await work.reclaim(tx, owner: "dead") }
      expectEqual(try await lease(database, owner: "dead").map(\.id), first.map(\.id))
      #expect(second.count == 1)
    }
  }

  @Test("waits until it is due", arguments: TestEngine.allCases)
  func dueTime(engine: TestEngine) async throws {
    let clock = TestClock()
    try await withDatabase(engine, options: clock.options) { database in
      try await schedule(["later"], in: database, after: .seconds(10))
      try await schedule(["now"], in: database)
      expectEqual(try await lease(database).map(\.id), ["now"])
      clock.advance(by: .seconds(10))
      expectEqual(try await lease(database).map(\.id), ["later"])
    }
  }

  @Test(
    "comes back when its lease has run out, and the old holder is told",
    arguments: TestEngine.allCases)
  func lostLease(engine: TestEngine) async throws {
    let clock = TestClock()
    try await withDatabase(engine, options: clock.options) { database in
      try await schedule(["x"], in: database)
      let first = try #require(try await lease(database, owner: "a").first)
      clock.advance(by: .seconds(29))
      #expect(try await lease(database, owner: "b").isEmpty)
      try await database.write { try await work.heartbeat($0, first, for: .seconds(30)) }
      clock.advance(by: .seconds(29))
      #expect(try await lease(database, owner: "b").isEmpty)
      clock.advance(by: .seconds(1))
      let second = try #require(try await lease(database, owner: "b").first)
      #expect(second.attempts == 2)
      let lost = LeaseLost(queue: "deliveries", id: "x")
      await #expect(throws: lost) {
        try await database.write { try await work.heartbeat($0, first, for: .seconds(30)) }
      }
      await #expect(throws: lost) {
        try await database.write { try await work.finish($0, first) }
      }
      try await database.write { try await work.finish($0, second) }
      let depth = try await database.read { try await work.depth($0) }
      #expect(depth == LeasedWork.Depth(items: 0, leased: 0, oldestAt: nil))
    }
  }

  @Test(
    "that was finished and scheduled again does not know its old lease",
    arguments: TestEngine.allCases)
  func leaseOfAnEarlierItem(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await schedule(["x"], in: database)
      let old = try #require(try await lease(database).first)
      try await database.write { _ = try await work.cancel($0, space: "s", id: "x") }
      try await schedule(["x"], in: database)
      _ = try await lease(database)
      await #expect(throws: LeaseLost.self) {
        try await database.write { try await work.finish($0, old) }
      }
    }
  }

  @Test("that failed waits, is listed, and can be hastened", arguments: TestEngine.allCases)
  func releasedWork(engine: TestEngine) async throws {
    let clock = TestClock()
    try await withDatabase(engine, options: clock.options) { database in
      try await schedule(["x"], in: database)
      let item = try #require(try await lease(database).first)
      try await database.write { tx in
        try await work.release(tx, item, dueAt: tx.now + 60_000_000, error: "410 Gone")
      }
      let waiting = try await database.read { try await work.waiting($0, attempts: 1) }
      #expect(waiting.map(\.lastError) == ["410 Gone"])
      try await database.write { tx in
        try await work.schedule(tx, space: "s", id: "x", at: tx.now, ifPresent: .keep)
      }
      #expect(try await lease(database).isEmpty)
      try await schedule(["x"], in: database)
      let again = try await lease(database)
      #expect(again.map(\.attempts) == [1])
    }
  }

  @Test(
    "is done by loops that share it, as many items at once as they are allowed",
    arguments: TestEngine.shareable)
  func loopsShareWork(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let running = Shared((now: 0, most: 0))
      let done = Shared<[String: Int]>([:])
      try await schedule((0..<60).map { "item \($0)" }, in: database)
      let loops = (0..<2).map { number in
        var loop = WorkLoop(work, in: database, owner: "loop \(number)")
        loop.concurrency = 3
        return Task { [loop] in
          await loop.run { item in
            running.change {
              $0.now += 1
              $0.most = max($0.most, $0.now)
            }
            try await Task.sleep(for: .milliseconds(2))
            try await database.write { try await work.finish($0, item) }
            running.change { $0.now -= 1 }
            done.change { $0[item.id, default: 0] += 1 }
          }
        }
      }
      try await eventually("all is done") { done.value.count == 60 }
      for loop in loops { loop.cancel() }
      for loop in loops { await loop.value }
      #expect(done.value.values.allSatisfy { $0 == 1 })
      #expect(running.value.most <= 6)
      #expect(running.value.most > 1)
    }
  }

  @Test("is given back at once when its loop is stopped", arguments: TestEngine.allCases)
  func stoppedLoopGivesBack(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await schedule(["x"], in: database)
      let started = Signal()
      let loop = WorkLoop(work, in: database, owner: "a")
      let task = Task {
        await loop.run { _ in
          started.raise()
          try await Task.sleep(for: .seconds(60))
        }
      }
      await started.wait(since: 0, atMost: .seconds(10))
      task.cancel()
      await task.value
      expectEqual(try await lease(database, owner: "b").map(\.id), ["x"])
    }
  }

  @Test(
    "keeps its lease while the handler works, and the handler is stopped when it is lost",
    arguments: TestEngine.shareable)
  func heartbeats(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await schedule(["x"], in: database)
      let started = Signal()
      let stopped = Signal()
      var loop = WorkLoop(work, in: database, owner: "a")
      loop.lease = .milliseconds(1_500)
      let task = Task { [loop] in
        await loop.run { _ in
          started.raise()
          do { try await Task.sleep(for: .seconds(60)) } catch {
            stopped.raise()
            throw error
          }
        }
      }
      await started.wait(since: 0, atMost: .seconds(10))
      // Twice the lease: without its heartbeat the item would be given to us.
      try await Task.sleep(for: .milliseconds(3_000))
      #expect(try await lease(database, owner: "b").isEmpty)
      try await database.write { _ = try await work.cancel($0, space: "s", id: "x") }
      await stopped.wait(since: 0, atMost: .seconds(10))
      #expect(stopped.count == 1)
      task.cancel()
      await task.value
    }
  }

  @Test("waits longer after each failure, up to a limit, and never the same time for all")
  func backoff() {
    let backoff = Backoff(first: .milliseconds(100), longest: .seconds(10))
    for (attempts, whole) in [(1, 100), (2, 200), (5, 1_600), (8, 10_000), (5_000, 10_000)] {
      let pauses = (0..<200).map { _ in backoff.pause(after: attempts) }
      let range = Int64(whole) * 500...Int64(whole) * 1_000
      #expect(pauses.allSatisfy { range.contains($0) })
      #expect(Set(pauses).count > 50)
    }
  }
}
