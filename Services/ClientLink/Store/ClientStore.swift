import Database
import StatusRules

/// Which clients to list.
struct ClientQuery: Sendable {
  let partner: String
  /// Nil is both tabs.
  let tab: ClientStatus.Tab?
  /// The accountant whose assignments limit the list; nil for all clients.
  let seenBy: String?
  let limit: Int
}

/// The partners' client lists.
struct ClientStore: Sendable {
  func insert(_ client: ClientRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO client (partner, client, display_name, enterprise_number, contact_email,
        language_code, status, business, create_time, update_time, version)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .text(client.name.partner), .text(client.name.client), .text(client.displayName),
        .text(client.enterpriseNumber), .text(client.contactEmail), .text(client.languageCode),
        .text(client.status.rawValue), .text(client.business), .int(client.createTime),
        .int(client.updateTime), .int(client.version),
      ])
  }

  func client(_ name: ClientName, in tx: isolated Transaction) async throws -> ClientRecord? {
    let row = try await tx.first(
      "SELECT \(Self.columns) FROM client WHERE partner = $1 AND client = $2",
      [.text(name.partner), .text(name.client)])
    guard let row else { return nil }
    return try await record(row, in: tx)
  }

  /// In the order of their names, from after `position` on.
  func clients(
    _ query: ClientQuery, after position: [SQLValue]?, in tx: isolated Transaction
  ) async throws -> [ClientRecord] {
    let after = position ?? ["", ""]
    let rows = try await tx.query(
      """
      SELECT \(Self.columns) FROM client
      WHERE partner = $1 AND (display_name, client) > ($2, $3)
        AND ($4 = '' OR ($4 = 'active') = (status = 'active'))
        AND ($5 = '' OR EXISTS (SELECT 1 FROM client_accountant a
          WHERE a.partner = client.partner AND a.client = client.client AND a.subject = $5))
      ORDER BY display_name, client LIMIT $6
      """,
      [.text(query.partner)] + after + [
        .text(query.tab?.rawValue ?? ""), .text(query.seenBy ?? ""), .int(Int64(query.limit)),
      ])
    var clients: [ClientRecord] = []
    for row in rows { clients.append(try await record(row, in: tx)) }
    return clients
  }

  /// Where a client stands in the list.
  static func position(of client: ClientRecord) -> [SQLValue] {
    [.text(client.displayName), .text(client.name.client)]
  }

  func hasClient(
    numbered number: String, of partner: String, in tx: isolated Transaction
  ) async throws -> Bool {
    try await tx.first(
      "SELECT 1 AS found FROM client WHERE partner = $1 AND enterprise_number = $2",
      [.text(partner), .text(number)]) != nil
  }

  /// Whether a KYC rejection stands for this partner and business, also from a deleted entry.
  func isRejected(
    _ number: String, for partner: String, in tx: isolated Transaction
  ) async throws -> Bool {
    try await tx.first(
      "SELECT 1 AS found FROM rejection WHERE partner = $1 AND enterprise_number = $2",
      [.text(partner), .text(number)]) != nil
  }

  private static let columns = """
    partner, client, display_name, enterprise_number, contact_email, language_code, status, \
    business, create_time, update_time, version
    """

  private func record(_ row: Row, in tx: isolated Transaction) async throws -> ClientRecord {
    let name = ClientName(partner: try row.text("partner"), client: try row.text("client"))
    let subjects = try await tx.query(
      """
      SELECT subject FROM client_accountant WHERE partner = $1 AND client = $2 ORDER BY subject
      """, [.text(name.partner), .text(name.client)])
    let status = try row.text("status")
    guard let known = ClientStatus(rawValue: status) else {
      throw DatabaseError(.corrupt, "\(name) has the unknown status \(status)")
    }
    return ClientRecord(
      name: name, displayName: try row.text("display_name"),
      enterpriseNumber: try row.text("enterprise_number"),
      contactEmail: try row.text("contact_email"), languageCode: try row.text("language_code"),
      status: known, business: try row.optionalText("business"),
      accountants: try subjects.map { try $0.text("subject") },
      createTime: try row.int("create_time"), updateTime: try row.int("update_time"),
      version: try row.int("version"))
  }
}
