import Database

/// The subscriptions that a firm manages for its clients: they start and end with the link.
struct SubscriptionStore: Sendable {
  func start(
    _ plan: String, for name: ClientName, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      INSERT INTO subscription (partner, client, start_time, end_time, plan)
      VALUES ($1, $2, $3, NULL, $4)
      """, [.text(name.partner), .text(name.client), .int(tx.now), .text(plan)])
  }

  /// The plans that ended.
  func end(of name: ClientName, in tx: isolated Transaction) async throws -> [String] {
    try await tx.query(
      """
      UPDATE subscription SET end_time = $1
      WHERE partner = $2 AND client = $3 AND end_time IS NULL RETURNING plan
      """, [.int(tx.now), .text(name.partner), .text(name.client)]
    ).map { try $0.text("plan") }
  }
}
