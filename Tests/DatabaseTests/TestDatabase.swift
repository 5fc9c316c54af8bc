import Database
import Foundation
import TestDatabases
import Testing

/// A folder that is removed with what it holds.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(
      path: "daybook-\(UUID().uuidString.lowercased())"
    ).path()
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

let itemMigrations = MigrationSet(
  name: "items",
  migrations: [
    Migration(
      number: 1, name: "items",
      sqlite: """
        CREATE TABLE item (
          space TEXT NOT NULL,
          id INTEGER NOT NULL,
          name TEXT,
          amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
          content BLOB,
          PRIMARY KEY (space, id)
        ) STRICT;
        CREATE TABLE part (
          space TEXT NOT NULL,
          item INTEGER NOT NULL,
          number INTEGER NOT NULL,
          PRIMARY KEY (space, item, number),
          FOREIGN KEY (space, item) REFERENCES item (space, id)
        ) STRICT;
        """,
      postgresql: """
        CREATE TABLE item (
          space TEXT COLLATE "C" NOT NULL,
          id BIGINT NOT NULL,
          name TEXT,
          amount BIGINT NOT NULL DEFAULT 0 CHECK (amount >= 0),
          content BYTEA,
          PRIMARY KEY (space, id)
        );
        CREATE TABLE part (
          space TEXT COLLATE "C" NOT NULL,
          item BIGINT NOT NULL,
          number BIGINT NOT NULL,
          PRIMARY KEY (space, item, number),
          FOREIGN KEY (space, item) REFERENCES item (space, id)
        );
        """)
  ])

/// Opens an empty database with the tables above, and closes and removes it afterwards.
func withDatabase<Answer>(
  _ engine: TestEngine, options: DatabaseOptions = DatabaseOptions(),
  migrations: [MigrationSet] = [.library, itemMigrations],
  _ body: (Database) async throws -> Answer
) async throws -> Answer {
  func open(_ url: String) async throws -> Answer {
    try await withDatabase(url: url, options: options, migrations: migrations, body)
  }
  switch engine {
  case .memory:
    return try await open("sqlite::memory:")
  case .disk:
    let folder = try TemporaryFolder()
    return try await open("sqlite:\(folder.path)/test.sqlite")
  case .postgresql:
    await Turnstile.postgreSQL.enter()
    let result: Result<Answer, any Error>
    do {
      result = .success(
        try await PostgreSQLServer.shared.value.withSchema { try await open($0) })
    } catch { result = .failure(error) }
    await Turnstile.postgreSQL.leave()
    return try result.get()
  }
}

/// Opens a database by its URL, and closes it afterwards.
func withDatabase<Answer>(
  url: String, options: DatabaseOptions = DatabaseOptions(),
  migrations: [MigrationSet] = [.library, itemMigrations],
  _ body: (Database) async throws -> Answer
) async throws -> Answer {
  let database = try await Database.open(url: url, migrations: migrations, options: options)
  let answer: Answer
  do {
    answer = try await body(database)
  } catch {
    await database.close()
    throw error
  }
  await database.close()
  return answer
}

/// Waits until `condition` holds.
func eventually(
  _ what: Comment, within limit: Duration = .seconds(10),
  sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < end else {
      Issue.record(what, sourceLocation: sourceLocation)
      throw TimedOut()
    }
    try await Task.sleep(for: .milliseconds(2))
  }
}

struct TimedOut: Error {}

/// An error that a body refuses with.
struct Refusal: Error, Equatable {}

extension Transaction {
  func insert(_ id: Int64, name: String? = nil, amount: Int64 = 0) async throws {
    try await execute(
      "INSERT INTO item (space, id, name, amount) VALUES ($1, $2, $3, $4)",
      ["s", .int(id), .text(name), .int(amount)])
  }

  func ids() async throws -> [Int64] {
    try await query("SELECT id FROM item WHERE space = $1 ORDER BY id", ["s"]).map {
      try $0.int("id")
    }
  }
}

extension Database {
  func ids() async throws -> [Int64] { try await read { try await $0.ids() } }

  func now() async throws -> Int64 { try await write { $0.now } }
}

/// `#expect(a == b)` for values that are awaited: the macro does not always compile around them.
func expectEqual<Value: Equatable>(
  _ value: Value, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(value == expected, sourceLocation: sourceLocation)
}
