import Database

/// A KYC rejection that stands, with what is needed to make the client's entry again after a deletion.
struct Rejection: Sendable {
  let client: ClientName
  let enterpriseNumber: String
  let displayName: String
  let languageCode: String
}

/// The rejections that stand, by (partner, enterprise number).
struct RejectionStore: Sendable {
  func insert(_ rejection: Rejection, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO rejection (partner, enterprise_number, client, display_name, language_code, time)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .text(rejection.client.partner), .text(rejection.enterpriseNumber),
        .text(rejection.client.client), .text(rejection.displayName),
        .text(rejection.languageCode), .int(tx.now),
      ])
  }

  func stands(
    for partner: String, number: String, in tx: isolated Transaction
  ) async throws -> Bool {
    try await tx.first(
      "SELECT 1 AS found FROM rejection WHERE partner = $1 AND enterprise_number = $2",
      [.text(partner), .text(number)]) != nil
  }

  func rejection(
    of name: ClientName, in tx: isolated Transaction
  ) async throws -> Rejection? {
    let row = try await tx.first(
      """
      SELECT enterprise_number, display_name, language_code FROM rejection
      WHERE partner = $1 AND client = $2
      """, [.text(name.partner), .text(name.client)])
    return try row.map {
      Rejection(
        client: name, enterpriseNumber: try $0.text("enterprise_number"),
        displayName: try $0.text("display_name"), languageCode: try $0.text("language_code"))
    }
  }

  func delete(of name: ClientName, in tx: isolated Transaction) async throws {
    try await tx.execute(
      "DELETE FROM rejection WHERE partner = $1 AND client = $2",
      [.text(name.partner), .text(name.client)])
  }
}
