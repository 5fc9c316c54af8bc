import Database
import TestDatabases
import Testing

/// Many clients write at random while the disk fails at random. Each client keeps in memory what it
/// was answered: in the end the database holds exactly that.
@Suite("What was answered is what is there") struct ModelTests {
  private enum Step: CaseIterable {
    case insert, update, delete, refuse, violate
  }

  /// One client's own rows: their amounts by id.
  private func client(
    _ number: Int64, steps: Int, in database: Database
  ) async throws -> [Int64: Int64] {
    var model: [Int64: Int64] = [:]
    for _ in 0..<steps {
      let id = number * 1_000 + .random(in: 0..<20)
      let amount = Int64.random(in: 0...1_000)
      let step = Step.allCases.randomElement() ?? .insert
      do {
        let kept = try await database.write { tx in try await apply(step, id, amount, tx) }
        if let kept {
          model[id] = kept
        } else {
          model[id] = nil
        }
      } catch is Refusal {
      } catch let error as DatabaseError where [.other, .diskFull, .unique].contains(error.kind) {
      }
    }
    return model
  }

  /// Returns the row's amount after the step; nil: there is no such row.
  private func apply(
    _ step: Step, _ id: Int64, _ amount: Int64, _ tx: isolated Transaction
  ) async throws -> Int64? {
    switch step {
    case .insert:
      try await tx.execute(
        "INSERT INTO item (space, id, amount) VALUES ($1, $2, $3) "
          + "ON CONFLICT (space, id) DO UPDATE SET amount = excluded.amount",
        ["s", .int(id), .int(amount)])
    case .update:
      try await tx.execute(
        "UPDATE item SET amount = $1 WHERE space = $2 AND id = $3", [.int(amount), "s", .int(id)])
    case .delete:
      try await tx.execute("DELETE FROM item WHERE space = $1 AND id = $2", ["s", .int(id)])
    case .refuse:
      try await tx.execute("DELETE FROM item WHERE space = $1 AND id = $2", ["s", .int(id)])
      throw Refusal()
    case .violate:
      try await tx.execute("UPDATE item SET amount = $1 WHERE id = $2", [.int(amount), .int(id)])
      try await tx.insert(id)
      try await tx.insert(id)
    }
    let row = try await tx.first(
      "SELECT amount FROM item WHERE space = $1 AND id = $2", ["s", .int(id)])
    return try row?.int("amount")
  }

  private func expect(_ database: Database, holds model: [Int64: Int64]) async throws {
    let rows = try await database.read { try await $0.query("SELECT id, amount FROM item") }
    let held = try rows.map { (try $0.int("id"), try $0.int("amount")) }
    #expect(Dictionary(uniqueKeysWithValues: held) == model)
  }

  private func clients(_ count: Int64, in database: Database) async throws -> [Int64: Int64] {
    try await withThrowingTaskGroup(of: [Int64: Int64].self) { group in
      for number in 0..<count {
        group.addTask { try await client(number, steps: 60, in: database) }
      }
      return try await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
  }

  @Test("with many clients", arguments: TestEngine.allCases)
  func manyClients(engine: TestEngine) async throws {
    try await withDatabase(engine) { database in
      let model = try await clients(16, in: database)
      try await expect(database, holds: model)
    }
  }

  @Test("with a disk that fails now and then, also after a restart", arguments: 0..<5)
  func failingDisk(round: Int) async throws {
    let disk = try FaultyDisk()
    let folder = try TemporaryFolder()
    let url = "sqlite:\(folder.path)/a.sqlite"
    let database = try await Database.open(
      url: url, migrations: [itemMigrations], options: disk.options)
    let breaker = Task {
      while !Task.isCancelled {
        if Bool.random() {
          let fault = FaultyDisk.Fault.allCases.randomElement() ?? .full
          disk.failWrites(fault, after: .random(in: 0..<10), times: .random(in: 1...3))
        } else {
          disk.failSyncs(times: .random(in: 1...3))
        }
        try await Task.sleep(for: .milliseconds(3))
      }
    }
    let model = try await clients(16, in: database)
    breaker.cancel()
    _ = await breaker.result
    disk.heal()
    #expect(database.statistics.lostBatches > 0)
    try await expect(database, holds: model)
    await database.close()
    let reopened = try await Database.open(url: url, migrations: [itemMigrations])
    try await expect(reopened, holds: model)
    await reopened.close()
  }
}
