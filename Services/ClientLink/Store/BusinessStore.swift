import Database

/// The business spaces that were seen here: how it shows that a business registered without using the
/// invitation's link.
struct BusinessStore: Sendable {
  /// Keeps a space with its verified number; what is known already costs one look-up by key.
  func note(_ business: BusinessSpace, in database: Database) async throws {
    guard let number = business.enterpriseNumber else { return }
    let known = try await database.point(
      "SELECT enterprise_number FROM business_space WHERE business = $1", [.text(business.id)])
    if try known?.text("enterprise_number") == number { return }
    try await database.write { tx in
      try await tx.execute(
        """
        INSERT INTO business_space (business, enterprise_number, first_seen) VALUES ($1, $2, $3)
        ON CONFLICT (business) DO UPDATE SET enterprise_number = excluded.enterprise_number
        """, [.text(business.id), .text(number), .int(tx.now)])
    }
  }

  /// Whether a space with this number was seen for the first time since then.
  func hasSpace(
    numbered number: String, since time: Int64, in tx: isolated Transaction
  ) async throws -> Bool {
    try await tx.first(
      """
      SELECT 1 AS found FROM business_space WHERE enterprise_number = $1 AND first_seen >= $2
      LIMIT 1
      """, [.text(number), .int(time)]) != nil
  }
}
