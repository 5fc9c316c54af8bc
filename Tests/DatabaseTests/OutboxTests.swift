import Database
import TestDatabases
import Testing

/// What a receiving service does with an event: its effect and its mark in one transaction.
private func receive(_ event: OutboxEvent, in receiver: Database) async throws {
  try await receiver.write { tx in
    guard
      try await Inbox.accept(
        tx, source: "client-link", space: event.space, key: event.key, sequence: event.sequence)
    else { return }
    try await tx.execute(
      "INSERT INTO effect (space, key, number, kind) VALUES ($1, $2, "
        + "(SELECT COUNT(*) FROM effect WHERE space = $1 AND key = $2), $3)",
      [.text(event.space), .text(event.key), .text(event.kind)])
  }
}

private let effects = MigrationSet(
  name: "effects",
  migrations: [
    Migration(
      number: 1, name: "effects",
      sqlite: """
        CREATE TABLE effect (
          space TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,
          PRIMARY KEY (space, key, number)) STRICT
        """,
      postgresql: """
        CREATE TABLE effect (
          space TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL, number BIGINT NOT NULL,
          kind TEXT NOT NULL, PRIMARY KEY (space, key, number))
        """)
  ])

extension Database {
  fileprivate func effects() async throws -> [String: [String]] {
    let rows = try await read { tx in
      try await tx.query("SELECT key, kind FROM effect ORDER BY space, key, number")
    }
    return try Dictionary(grouping: rows) { try $0.text("key") }
      .mapValues { try $0.map { try $0.text("kind") } }
  }
}

@Suite("An outbox") struct OutboxTests {
  let outbox = Outbox(to: "document-status")

  private func append(_ keys: [String], kind: String, to database: Database) async throws {
    try await database.write { tx in
      for key in keys {
        try await outbox.append(
          tx, space: "s", key: key, kind: kind, payload: Array(kind.utf8), actor: "users/1")
      }
    }
  }

  private func depth(_ database: Database) async throws -> Int {
    try await database.read { try await outbox.depth($0).events }
  }

  @Test("drops what is older than a time, of its destination alone", arguments: TestEngine.allCases)
  func discarded(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      try await append(["a", "b"], kind: "old", to: database)
      try await database.write { tx in
        try await Outbox(to: "integration-dispatch").append(
          tx, space: "s", key: "a", kind: "old", payload: [], actor: "users/1")
      }
      let time = try await database.now() + 1
      try await eventually("a later time") { try await database.now() > time }
      try await append(["b"], kind: "new", to: database)
      try await database.write { try await outbox.discard(before: time, $0) }
      let undone = try await database.read { [outbox] tx in
        [
          try await outbox.hasUndone(tx, space: "s", key: "a"),
          try await outbox.hasUndone(tx, space: "s", key: "b"),
          try await Outbox(to: "integration-dispatch").hasUndone(tx, space: "s", key: "a"),
        ]
      }
      #expect(undone == [false, true, true])
      expectEqual(try await depth(database), 1)
    }
  }

  @Test(
    "carries what was appended, with its actor, and wakes at once", arguments: TestEngine.allCases)
  func eventIsCarried(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let events = Shared<[OutboxEvent]>([])
      var relay = OutboxRelay(outbox, in: database, owner: "a") { event in
        events.change { $0.append(event) }
      }
      relay.loop.pollInterval = .seconds(3_600)
      let task = Task { [relay] in await relay.run() }
      try await Task.sleep(for: .milliseconds(50))
      let sequence = try await database.write { tx in
        try await outbox.append(
          tx, space: "s", key: "links/1", kind: "link.made", payload: [1, 2], actor: "users/7",
          trace: "00-ab-cd-01")
      }
      try await eventually("it is delivered and removed") { try await depth(database) == 0 }
      let event = try #require(events.value.first)
      #expect(events.value.count == 1)
      #expect(event.sequence == sequence)
      #expect(event.kind == "link.made")
      #expect(event.payload == [1, 2])
      #expect(event.actor == "users/7")
      #expect(event.trace == "00-ab-cd-01")
      task.cancel()
      await task.value
    }
  }

  @Test("carries nothing of a transaction that was refused", arguments: TestEngine.allCases)
  func refusedAppend(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      await #expect(throws: Refusal()) {
        try await database.write { tx in
          try await outbox.append(
            tx, space: "s", key: "k", kind: "x", payload: [], actor: "users/1")
          throw Refusal()
        }
      }
      expectEqual(try await depth(database), 0)
    }
  }

  @Test(
    "keeps a failing key waiting and listed, and lets the others pass",
    arguments: TestEngine.allCases)
  func stuckKeyWaits(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let healed = Shared(false)
      let seen = Shared<[String]>([])
      var relay = OutboxRelay(outbox, in: database, owner: "a") { event in
        if event.key == "bad", !healed.value { throw Refusal() }
        seen.change { $0.append("\(event.key) \(event.kind)") }
      }
      relay.loop.backoff = Backoff(first: .milliseconds(1), longest: .milliseconds(5))
      let task = Task { [relay] in await relay.run() }
      try await append(["bad"], kind: "one", to: database)
      try await append(["bad", "good"], kind: "two", to: database)
      try await eventually("the good key passes and the bad one is listed") {
        let stuck = try await database.read { try await outbox.stuck($0, attempts: 5) }
        return stuck.map(\.id) == ["bad"] && stuck.first?.lastError?.contains("Refusal") == true
          && seen.value == ["good two"]
      }
      expectEqual(try await depth(database), 2)
      healed.change { $0 = true }
      try await eventually("the bad key moves again") { try await depth(database) == 0 }
      #expect(seen.value == ["good two", "bad one", "bad two"])
      task.cancel()
      await task.value
    }
  }

  @Test(
    "never gives one key to two relays, and a later event never overtakes",
    arguments: TestEngine.allCases)
  func keyIsLeasedWhole(engine: TestEngine) async throws {
    let clock = TestClock()
    try await withDatabase(engine, options: clock.options) { database in
      let keys = LeasedWork(queue: "outbox:document-status")
      try await append(["k"], kind: "one", to: database)
      let held = try await database.write {
        try await keys.lease($0, owner: "a", limit: 10, for: .seconds(30))
      }
      #expect(held.map(\.id) == ["k"])
      try await append(["k"], kind: "two", to: database)
      let other = try await database.write {
        try await keys.lease($0, owner: "b", limit: 10, for: .seconds(30))
      }
      #expect(other.isEmpty)
    }
  }

  /// The receiver loses answers after it has committed, refuses before it has, and the relays are
  /// stopped in the middle and started again, two at a time.
  @Test(
    "has its effects exactly once and in order, whatever breaks in between",
    arguments: TestEngine.shareable, 0..<3)
  func exactlyOnceEffect(engine: TestEngine, round: Int) async throws {
    try await withDatabase(engine) { sender in
      try await withDatabase(.disk, migrations: [.library, effects]) { receiver in
        let keys = (0..<12).map { "links/\($0)" }
        let relays = { @Sendable in
          (0..<2).map { number in
            var relay = OutboxRelay(outbox, in: sender, owner: "relay \(number)") { event in
              if Int.random(in: 0..<5) == 0 { throw Refusal() }
              // The call that arrived goes on although the caller has gone.
              try await Task { try await receive(event, in: receiver) }.value
              if Int.random(in: 0..<4) == 0 { throw Refusal() }
            }
            relay.loop.backoff = Backoff(first: .milliseconds(1), longest: .milliseconds(4))
            return Task { [relay] in await relay.run() }
          }
        }
        var running = relays()
        for event in 0..<10 {
          try await append(keys.shuffled(), kind: "\(event)", to: sender)
          try await Task.sleep(for: .milliseconds(5))
          if event % 3 == 2 {
            for relay in running { relay.cancel() }
            for relay in running { await relay.value }
            running = relays()
          }
        }
        try await eventually("all is delivered", within: .seconds(60)) {
          try await depth(sender) == 0
        }
        for relay in running { relay.cancel() }
        for relay in running { await relay.value }
        let effects = try await receiver.effects()
        let expected = (0..<10).map { "\($0)" }
        #expect(effects == Dictionary(uniqueKeysWithValues: keys.map { ($0, expected) }))
      }
    }
  }

  @Test(
    "has a receiver that takes each sequence once and never an older one",
    arguments: TestEngine.allCases)
  func highWaterMark(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let answers = try await database.write { tx in
        var answers: [Bool] = []
        for (source, key, sequence) in [
          ("a", "k", 5), ("a", "k", 5), ("a", "k", 4), ("a", "k", 9), ("a", "other", 4),
          ("b", "k", 5),
        ] as [(String, String, Int64)] {
          answers.append(
            try await Inbox.accept(tx, source: source, space: "s", key: key, sequence: sequence))
        }
        return answers
      }
      #expect(answers == [true, false, false, true, true, true])
    }
  }
}
