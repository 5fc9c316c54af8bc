import TestDatabases
import Testing

@testable import Database

/// Leases run out here because the clock is moved, as they do when a full disk lets none be renewed.
@Suite("Work in hand") struct WorkInHandTests {
  let work = LeasedWork(queue: "deliveries")

  private func schedule(_ id: String, in database: Database) async throws {
    try await database.write { try await work.schedule($0, space: "s", id: id, at: $0.now) }
  }

  @Test(
    "whose lease has run out is not begun again beside its handler, which may still finish it",
    arguments: TestEngine.allCases)
  func notBegunTwice(engine: TestEngine) async throws {
    let clock = TestClock()
    try await withDatabase(engine, options: clock.options) { database in
      let begun = Shared<[String]>([])
      let finished = Shared<[String]>([])
      let failures = Shared<[String]>([])
      let gate = Signal()
      var loop = WorkLoop(work, in: database, owner: "a")
      loop.failed = { item, error in failures.change { $0.append("\(item.id): \(error)") } }
      let task = Task { [loop] in
        await loop.run { item in
          begun.change { $0.append(item.id) }
          if item.id == "slow" { await gate.wait(since: 0, atMost: .seconds(60)) }
          try await database.write { try await work.finish($0, item) }
          finished.change { $0.append(item.id) }
        }
      }
      try await schedule("slow", in: database)
      try await eventually("the first is begun") { begun.value == ["slow"] }
      for other in ["second", "third"] {
        clock.advance(by: .seconds(31))
        try await schedule(other, in: database)
        try await eventually("the \(other) is finished") { finished.value.last == other }
      }
      gate.raise()
      try await eventually("the first is finished") { finished.value.last == "slow" }
      task.cancel()
      await task.value
      #expect(begun.value == ["slow", "second", "third"])
      #expect(finished.value == ["second", "third", "slow"])
      #expect(failures.value.isEmpty)
    }
  }

  /// The first attempt fails, the second ends without a word, as where its release fails too.
  @Test(
    "is begun again once its handler has ended, whatever its end", arguments: TestEngine.allCases)
  func begunAgain(engine: TestEngine) async throws {
    let clock = TestClock()
    try await withDatabase(engine, options: clock.options) { database in
      let begun = Shared<[Int]>([])
      let gates = [Signal(), Signal()]
      var loop = WorkLoop(work, in: database, owner: "a")
      loop.pollInterval = .milliseconds(10)
      let task = Task { [loop] in
        await loop.run { item in
          begun.change { $0.append(item.attempts) }
          if item.attempts <= gates.count {
            await gates[item.attempts - 1].wait(since: 0, atMost: .seconds(60))
          }
          if item.attempts == 1 { throw Refusal() }
          if item.attempts == 2 { return }
          try await database.write { try await work.finish($0, item) }
        }
      }
      try await schedule("x", in: database)
      for (number, gate) in gates.enumerated() {
        try await eventually("attempt \(number + 1) is begun") {
          clock.advance(by: .seconds(31))
          return begun.value.count > number
        }
        clock.advance(by: .seconds(31))
        gate.raise()
      }
      try await eventually("the third finishes it") {
        clock.advance(by: .seconds(31))
        return try await database.read { try await work.depth($0).items } == 0
      }
      task.cancel()
      await task.value
      #expect(begun.value == [1, 2, 3])
    }
  }
}
