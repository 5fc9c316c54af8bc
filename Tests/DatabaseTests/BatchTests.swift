import Database
import Synchronization
import TestDatabases
import Testing

/// The calls of a batch are numbered from 1 to this.
private let calls = Array(Int64(1)...5)

@Suite("A batch of calls") struct BatchTests {
  @Test("is committed and synced once for all")
  func oneCommit() async throws {
    let disk = try FaultyDisk()
    try await withDatabase(.disk, options: disk.options) { database in
      try await database.write { try await $0.insert(0) }
      let before = (database.statistics.commits, disk.syncs)
      let results = try await Batch(database: database).run((1...100).map { inserting($0) })
      #expect(results.allSatisfy { $0.error == nil })
      // One commit for the call that held the writer, one for all others.
      #expect(database.statistics.commits - before.0 == 2)
      #expect(disk.syncs - before.1 == 1)
      expectEqual(try await database.ids(), Array(0...100))
    }
  }

  @Test("answers no call before it is synced")
  func answerAfterSync() async throws {
    let disk = try FaultyDisk()
    try await withDatabase(.disk, options: disk.options) { database in
      try await database.write { try await $0.insert(0) }
      for id in 1...20 {
        let before = disk.syncs
        try await database.write { try await $0.insert(Int64(id)) }
        #expect(disk.syncs > before)
      }
    }
  }

  @Test("loses the call that throws and no other", arguments: TestEngine.allCases, calls)
  func refusedAlone(engine: TestEngine, culprit: Int64) async throws {
    try await withDatabase(engine) { database in
      let results = try await Batch(database: database).run(
        calls.map { id in
          { tx in
            try await tx.insert(id)
            if id == culprit { throw Refusal() }
          }
        })
      #expect(results.map { $0.error is Refusal } == calls.map { $0 == culprit })
      expectEqual(try await database.ids(), calls.filter { $0 != culprit })
      expectEqual(database.statistics.lostBatches, 0)
    }
  }

  @Test(
    "runs each body once where those that throw have written nothing, and twice where they have")
  func runs() async throws {
    try await withDatabase(.disk) { database in
      for writesFirst in [false, true] {
        let runs = Mutex<[Int64: Int]>([:])
        let before = try await database.ids()
        let first = writesFirst ? Int64(10) : 0
        let results = try await Batch(database: database).run(
          calls.map { $0 + first }.map { id in
            { tx in
              runs.withLock { $0[id, default: 0] += 1 }
              let isRefused = id % 2 == 0
              if !isRefused || writesFirst { try await tx.insert(id) }
              if isRefused { throw Refusal() }
            }
          })
        let made = calls.map { $0 + first }
        #expect(results.map { $0.error is Refusal } == made.map { $0 % 2 == 0 })
        expectEqual(try await database.ids(), before + made.filter { $0 % 2 != 0 })
        // The first two of five ran, and then all in savepoints.
        let expected = made.enumerated().map { writesFirst && $0.offset < 2 ? 2 : 1 }
        #expect(runs.withLock { runs in made.map { runs[$0] } } == expected)
      }
    }
  }

  @Test("sees in each call what the earlier ones did", arguments: TestEngine.allCases)
  func callsSeeEarlierOnes(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.writers = 1
    try await withDatabase(engine, options: options) { database in
      let results = try await Batch(database: database).run(
        calls.map { id in
          { tx in
            try await tx.insert(id)
            return try await tx.ids()
          }
        })
      #expect(try results.map { try $0.get() } == calls.map { Array(1...$0) })
    }
  }

  @Test("drops a call that was cancelled while it waited", arguments: TestEngine.allCases, calls)
  func cancelledCall(engine: TestEngine, cancelled: Int64) async throws {
    try await withDatabase(engine) { database in
      let results = try await Batch(database: database).run(calls.map { inserting($0) }) { tasks in
        tasks[Int(cancelled) - 1].cancel()
      }
      #expect(results.map { $0.error is CancellationError } == calls.map { $0 == cancelled })
      expectEqual(try await database.ids(), calls.filter { $0 != cancelled })
    }
  }

  @Test("finishes a call that was cancelled while it ran", arguments: TestEngine.allCases)
  func cancelledWhileRunning(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let own = Shared<Task<Void, any Error>?>(nil)
      let results = try await Batch(database: database).run([
        { tx in
          try await tx.insert(1)
          own.value?.cancel()
          try await tx.insert(2)
        }, inserting(3),
      ]) { tasks in own.change { $0 = tasks[0] } }
      #expect(results.allSatisfy { $0.error == nil })
      expectEqual(try await database.ids(), [1, 2, 3])
    }
  }

  @Test("is not entered by a task that is cancelled already", arguments: TestEngine.allCases)
  func cancelledBefore(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let task = Task {
        try? await Task.sleep(for: .seconds(60))
        try await database.write { try await $0.insert(1) }
      }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      expectEqual(try await database.ids(), [])
    }
  }

  @Test("takes no more calls than may wait", arguments: TestEngine.allCases)
  func overload(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.maximumWaiting = 5
    try await withDatabase(engine, options: options) { database in
      let refusals = Shared<[DatabaseError.Kind]>([])
      let extra = Shared<Task<Void, Never>?>(nil)
      let results = try await Batch(database: database).run(calls.map { inserting($0) }) { _ in
        extra.change {
          $0 = Task {
            do { try await database.write { try await $0.insert(6) } } catch let error
              as DatabaseError
            { refusals.change { $0.append(error.kind) } } catch {}
          }
        }
        try await eventually("the call is refused") { !refusals.value.isEmpty }
      }
      #expect(results.allSatisfy { $0.error == nil })
      #expect(refusals.value == [.overloaded])
      expectEqual(try await database.ids(), calls)
    }
  }

  @Test("is asked by many callers at once, and loses nothing", arguments: TestEngine.allCases)
  func manyWriters(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await database.write { try await $0.insert(1) }
      try await withThrowingTaskGroup { group in
        for _ in 0..<64 {
          group.addTask {
            for _ in 0..<20 {
              try await database.write { tx in
                let row = try await tx.first("SELECT amount FROM item WHERE id = $1", [1])
                let amount = try row?.int("amount") ?? 0
                try await tx.execute("UPDATE item SET amount = $1", [.int(amount + 1)])
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let row = try #require(try await database.point("SELECT amount FROM item"))
      #expect(try row.int("amount") == 64 * 20)
      #expect(database.statistics.calls == 64 * 20 + 1)
      // PostgreSQL syncs many transactions at once by itself.
      if engine != .postgresql { #expect(database.statistics.commits < 64 * 20) }
    }
  }
}
