import Foundation
import TestDatabases
import Testing

@testable import IntegrationDispatch

@Suite(.onEachEngine) struct `The schema` {
  private static let file = URL(filePath: #filePath).appending(
    path: "../../../Services/IntegrationDispatch/Migrations/schema.sql"
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
        "incarnation 1 910af3ac", "integration-dispatch 1 31b68421", "library 1 398b8a6d",
        "link_grants 1 11d3d71a", "records 1 8ad018f4",
      ])
  }

  @Test func `keys its tables by the space first`() async throws {
    let check = try SchemaCheck(migrations, fullSchema: Self.file)
    let others = try await check.keysBegun(otherThanBy: ["partner", "space"])
    #expect(
      others == [
        // A row for each restore.
        "incarnation.number",
        // One row.
        "library_secret.name",
        // One order for all, which receivers' marks rest on.
        "outbox_event.sequence",
      ])
  }
}
