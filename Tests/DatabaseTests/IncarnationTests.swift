import Database
import Foundation
import TestDatabases
import TestPrograms
import Testing

@Suite("An incarnation") struct IncarnationTests {
  private static let migrations: [MigrationSet] = [.library, .incarnation]

  @Test(
    "is the same at every start, and the first needs no reconciling", arguments: TestEngine.allCases
  )
  func first(engine: TestEngine) async throws {
    try await withDatabase(engine, migrations: Self.migrations) { database in
      // As replicas that start at once.
      async let one = Incarnation.open(in: database)
      async let other = Incarnation.open(in: database)
      let ids = try await [one.id, other.id, Incarnation.open(in: database).id]
      #expect(Set(ids).count == 1)
      let isReconciled = try await Incarnation.open(in: database).isReconciled(in: database)
      #expect(isReconciled)
    }
  }

  @Test("is another after a restore, and waits to be reconciled", arguments: TestEngine.allCases)
  func restored(engine: TestEngine) async throws {
    try await withDatabase(engine, migrations: Self.migrations) { database in
      let first = try await Incarnation.open(in: database)
      try await database.write { _ = try await Incarnation.beginRestored(in: $0) }
      try await expectRestored(database, after: first)
    }
  }

  @Test(
    "is another after a restore of PostgreSQL by its own programs and the statement of deploy/README",
    .enabled(if: PostgreSQLServer.programs != nil))
  func postgreSQL() async throws {
    let programs = try #require(PostgreSQLServer.programs)
    let server = try await PostgreSQLServer.shared.value
    try await server.withSchema { url in
      let folder = try TemporaryFolder()
      let dump = "\(folder.path)/dump"
      let first = try await withDatabase(url: url, migrations: Self.migrations) {
        try await Incarnation.open(in: $0)
      }
      let schema = try #require(url.firstMatch(of: #/search_path%3D([a-z0-9_]+)/#)?.1)
      try await ChildProgram.run([
        "\(programs)/pg_dump", "--format=custom", "--schema=\(schema)", "--file=\(dump)", url,
      ])
      try await ChildProgram.run([
        "\(programs)/psql", "-q", "-c", "DROP SCHEMA \(schema) CASCADE", url,
      ])
      try await ChildProgram.run(["\(programs)/pg_restore", "--dbname=\(url)", dump])
      try await ChildProgram.run(["\(programs)/psql", "-q", "-c", try Self.statement(), url])
      try await withDatabase(url: url, migrations: Self.migrations) { database in
        try await expectRestored(database, after: first)
      }
    }
  }

  private func expectRestored(_ database: Database, after first: Incarnation) async throws {
    let restored = try await Incarnation.open(in: database)
    #expect(restored.id != first.id)
    #expect(restored.id.count == 32)
    #expect(restored.startTime >= first.startTime)
    var isReconciled = try await restored.isReconciled(in: database)
    #expect(!isReconciled)
    let again = try await Incarnation.open(in: database)
    #expect(again.id == restored.id)
    try await database.write { try await again.markReconciled(in: $0) }
    isReconciled = try await restored.isReconciled(in: database)
    #expect(isReconciled)
  }

  /// The statement that deploy/README tells operators to run.
  private static func statement() throws -> String {
    let page = URL(filePath: #filePath).appending(path: "../../../deploy/README.md")
      .standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let found = try #require(text.firstMatch(of: #/```sql\n(INSERT INTO incarnation [^`]*)```/#))
    return String(found.1)
  }
}
