import Foundation
import TestDatabases
import Testing

@testable import ClientLink

@Suite(.onEachEngine) struct `The schema` {
  private static let file = URL(filePath: #filePath).appending(
    path: "../../../Services/ClientLink/Migrations/schema.sql"
  ).standardizedFileURL.path

  @Test func `is what the file of the full schema says`() async throws {
    let check = try SchemaCheck(migrations, fullSchema: Self.file)
    let differences = try await check.differences(on: .current)
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test func `grows by migrations that the version before can live with, none of them edited`()
    async throws
  {
    let check = try SchemaCheck(migrations, fullSchema: Self.file)
    #expect(check.incompatible == [])
    #expect(
      try await check.checksums() == [
        "client-link 1 cb8f2740", "client-link 2 ae3879e4", "library 1 79e4bb24",
        "records 1 8ad018f4",
      ])
  }
}
