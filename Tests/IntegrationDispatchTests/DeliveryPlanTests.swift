import Database
import StatusRules
import Testing

@testable import IntegrationDispatch

/// How SQLite reads deliveries: from an index that has them in order, and never by walking a side.
@Suite struct DeliveryPlanTests {
  private static let integration = IntegrationName(
    side: Side(business: "bakery"), integration: "i1")

  @Test(
    arguments: [
      (false, false, "delivery_by_time"), (true, false, "delivery_by_document_time"),
      (false, true, "delivery_by_integration"), (true, true, "delivery_by_document"),
    ], [false, true])
  func `A list is read in its order, by whatever it is filtered`(
    list: (ofDocument: Bool, ofIntegration: Bool, index: String), isFirstPage: Bool
  ) async throws {
    let query = DeliveryQuery(
      side: Self.integration.side,
      document: list.ofDocument ? DocumentName(business: "bakery", document: "d1") : nil,
      integration: list.ofIntegration ? Self.integration : nil, limit: 50)
    let statement = DeliveryStore.list(query, after: isFirstPage ? nil : [.int(1), .text("d")])
    let plan = try await plan(statement)
    #expect(plan.count == 1 && plan[0].contains(" \(list.index) ("), "\(plan)")
  }

  @Test(arguments: [DeliveryStatus.inFlight, .queued, .retrying])
  func `What waits or runs at an integration is found by its status`(
    status: DeliveryStatus
  ) async throws {
    let plan = try await plan(DeliveryStore.inOrder(status, to: Self.integration))
    let key = "delivery_by_status (status=? AND space=? AND business=? AND integration=?)"
    #expect(plan.count == 1 && plan[0].contains(key), "\(plan)")
  }

  /// The steps; a sort would be one of them.
  private func plan(_ statement: (sql: String, values: [SQLValue])) async throws -> [String] {
    let database = try await Database.open(url: "sqlite::memory:", migrations: migrations)
    return try await database.read { tx in
      try await tx.query("EXPLAIN QUERY PLAN \(statement.sql)", statement.values).map {
        try $0.text("detail")
      }
    }
  }
}
