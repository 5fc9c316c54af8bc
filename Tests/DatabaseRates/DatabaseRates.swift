import Database
import Synchronization

/// Measures durable creates: a row of some 150 bytes, one transaction each, answered when it is synced.
///
///     database-rates SECONDS WRITERS CALLERS URL
///
/// WRITERS is the number of PostgreSQL connections to write on. Prints creates a second, and what the
/// slowest of a hundred waited. `Tests/Load/create-rates` calls it.
@main struct DatabaseRates {
  static let migrations = MigrationSet(
    name: "rates",
    migrations: [
      Migration(
        number: 1, name: "rows",
        sqlite: """
          CREATE TABLE created (
            space TEXT NOT NULL, id TEXT NOT NULL, content TEXT NOT NULL, created_at INTEGER NOT NULL,
            PRIMARY KEY (space, id)
          ) STRICT, WITHOUT ROWID
          """,
        postgresql: """
          CREATE TABLE created (
            space TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, content TEXT NOT NULL,
            created_at BIGINT NOT NULL, PRIMARY KEY (space, id))
          """)
    ])

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let numbers = arguments.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, let url = arguments.last, arguments.count == 4 else {
      print("usage: database-rates SECONDS WRITERS CALLERS URL")
      return
    }
    var options = DatabaseOptions()
    options.writers = numbers[1]
    let database = try await Database.open(url: url, migrations: [migrations], options: options)
    try await measure(database, callers: numbers[2], for: .seconds(numbers[0]), url)
    await database.close()
  }

  private static func measure(
    _ database: Database, callers: Int, for duration: Duration, _ url: String
  ) async throws {
    let clock = ContinuousClock()
    let before = database.statistics
    let start = clock.now
    let end = start + duration
    var waits = try await withThrowingTaskGroup(of: [Duration].self) { group in
      for caller in 0..<callers {
        group.addTask { try await create(database, caller: caller, until: end, clock) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let took = (clock.now - start) / .seconds(1)
    waits.sort()
    let after = database.statistics
    let rate = Int(Double(waits.count) / took)
    let slow = waits[waits.count * 99 / 100].microseconds
    let engine = url.prefix { $0 != ":" }
    print(
      "\(engine) callers \(callers) creates/s \(rate) p99 \(slow) µs "
        + "commits \(after.commits - before.commits) repeated \(after.repetitions - before.repetitions)"
    )
  }

  private static func create(
    _ database: Database, caller: Int, until end: ContinuousClock.Instant, _ clock: ContinuousClock
  ) async throws -> [Duration] {
    let content = String(repeating: "x", count: 100)
    var waits: [Duration] = []
    while clock.now < end {
      let id = "\(UInt64.random(in: 0...(.max)))"
      let from = clock.now
      try await database.write { tx in
        try await tx.execute(
          "INSERT INTO created (space, id, content, created_at) VALUES ($1, $2, $3, $4)",
          [.text("space \(caller % 16)"), .text(id), .text(content), .int(tx.now)])
      }
      waits.append(clock.now - from)
    }
    return waits
  }
}
