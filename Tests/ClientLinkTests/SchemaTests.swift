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
        "client-link 1 dadc2cc5", "client-link 2 556c7475", "client-link 3 84acea64",
        "incarnation 1 910af3ac", "library 1 398b8a6d", "records 1 8ad018f4",
      ])
  }

  @Test func `keys its tables by the space first`() async throws {
    let check = try SchemaCheck(migrations, fullSchema: Self.file)
    let others = try await check.keysBegun(otherThanBy: ["business", "partner", "space"])
    #expect(
      others == [
        // A row for each restore.
        "incarnation.number",
        // A row or two for each service that is told of links.
        "lease_count.receiver",
        // One row.
        "library_secret.name",
        // One order for all, which receivers' marks rest on.
        "outbox_event.sequence",
        // A row for each service that is told of links.
        "receiver.receiver",
      ])
  }
}
