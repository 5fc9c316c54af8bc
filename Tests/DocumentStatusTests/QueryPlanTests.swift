import Database
import RPC
import StatusRules
import Testing

@testable import DocumentStatus

/// What SQLite does for the statements that run on each intake and list.
@Suite struct `Query plans` {
  private func plan(
    _ desk: Desk, _ statement: String, _ values: [SQLValue]
  ) async throws -> [String] {
    try await desk.parts.database.read { tx in
      try await tx.query("EXPLAIN QUERY PLAN \(statement)", values).map { try $0.text("detail") }
    }
  }

  @Test func `a twin is sought by one index each`() async throws {
    try await Desk.run { desk in
      let bytes = try await plan(desk, DocumentStore.byContent, [.text("bakery"), .text("hash")])
      #expect(bytes.count == 1)
      #expect(
        bytes.first?.contains("document_by_content (business=? AND original_hash=?)") == true)
      let key = try await plan(
        desk, DocumentStore.byKey, [.text("bakery"), .text("key"), .text("")])
      #expect(key.count == 1)
      #expect(key.first?.contains("document_by_key (business=? AND duplicate_key=?") == true)
    }
  }

  @Test(arguments: [nil, StatusRules.DocumentStatus.unpaid])
  func `a list seeks its first row`(status: StatusRules.DocumentStatus?) async throws {
    try await Desk.run { desk in
      let query = DocumentQuery(business: "bakery", status: status, type: nil, limit: 51)
      let (statement, values) = DocumentStore.list(query, after: nil)
      let plan = try await plan(desk, statement, values)
      let seek =
        status == nil
        ? "sqlite_autoindex_document_1 (business=? AND document<?)"
        : "document_by_status (business=? AND status=? AND document<?)"
      #expect(plan.count == 1)
      #expect(plan.first?.contains(seek) == true, "\(plan)")
    }
  }

  @Test func `what came in during a period is sought by its ids`() async throws {
    try await Desk.run { desk in
      let plan = try await plan(
        desk, AccountingStore.during,
        [.text("bakery"), .text(""), .text("~"), .int(0), .int(.max), .text("firm")])
      #expect(
        plan.first?.contains(
          "sqlite_autoindex_document_1 (business=? AND document>? AND document<?)") == true,
        "\(plan)")
    }
  }

  @Test func `ids of a time sort from its start on`() throws {
    let time: Int64 = 1_795_000_000_123_456
    let start = try DocumentName.idStart(in: "bakery", at: time)
    for _ in 0..<100 {
      #expect(try DocumentName.new(in: "bakery", now: time).document > start)
      #expect(try DocumentName.new(in: "bakery", now: time - 1_000).document < start)
    }
  }
}
