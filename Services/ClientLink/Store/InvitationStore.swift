import Database
import StatusRules

/// The invitations of each partner. The key leads with the client: a list of clients reads the
/// invitations of each, never the firm's.
struct InvitationStore: Sendable {
  func insert(_ invitation: Invitation, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO invitation (partner, invitation, client, token_hash, status, message,
        create_time, expire_time, remind_time, chosen_business, number_matches)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .text(invitation.partner), .text(invitation.id), .text(invitation.client.client),
        .bytes(invitation.tokenHash), .text(invitation.status.rawValue),
        .text(invitation.message), .int(invitation.createTime), .int(invitation.expireTime),
        .int(invitation.remindTime), .text(invitation.chosenBusiness),
        .bool(invitation.numberMatches),
      ])
  }

  func update(_ invitation: Invitation, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      UPDATE invitation SET status = $1, remind_time = $2, chosen_business = $3,
        number_matches = $4
      WHERE partner = $5 AND invitation = $6
      """,
      [
        .text(invitation.status.rawValue), .int(invitation.remindTime),
        .text(invitation.chosenBusiness), .bool(invitation.numberMatches),
        .text(invitation.partner), .text(invitation.id),
      ])
  }

  func invitation(
    partner: String, id: String, in tx: isolated Transaction
  ) async throws -> Invitation? {
    try await tx.first(
      "SELECT \(Self.columns) FROM invitation WHERE partner = $1 AND invitation = $2",
      [.text(partner), .text(id)]
    ).map(Self.invitation)
  }

  func invitation(
    partner: String, tokenHash: [UInt8], in tx: isolated Transaction
  ) async throws -> Invitation? {
    try await tx.first(
      "SELECT \(Self.columns) FROM invitation WHERE partner = $1 AND token_hash = $2",
      [.text(partner), .bytes(tokenHash)]
    ).map(Self.invitation)
  }

  /// Those of a client that are live or opened.
  func open(of client: ClientName, in tx: isolated Transaction) async throws -> [Invitation] {
    try await tx.query(Self.openOfClient, [.text(client.partner), .text(client.client)])
      .map(Self.invitation)
  }

  static let openOfClient = """
    SELECT \(columns) FROM invitation
    WHERE partner = $1 AND client = $2 AND status IN ('live', 'opened') ORDER BY invitation
    """

  /// The one that can be used, or else the newest.
  func latest(of client: ClientName, in tx: isolated Transaction) async throws -> Invitation? {
    try await tx.first(Self.latestOfClient, [.text(client.partner), .text(client.client)])
      .map(Self.invitation)
  }

  static let latestOfClient = """
    SELECT \(columns) FROM invitation WHERE partner = $1 AND client = $2
    ORDER BY CASE WHEN status IN ('live', 'opened') THEN 0 ELSE 1 END, create_time DESC,
      invitation DESC
    LIMIT 1
    """

  /// Up to `limit` of a status whose expiry has passed, the oldest first.
  func expired(
    _ status: InvitationStatus, limit: Int, in tx: isolated Transaction
  ) async throws -> [Invitation] {
    try await tx.query(
      """
      SELECT \(Self.columns) FROM invitation WHERE status = $1 AND expire_time <= $2
      ORDER BY expire_time LIMIT $3
      """, [.text(status.rawValue), .int(tx.now), .int(Int64(limit))]
    ).map(Self.invitation)
  }

  /// Up to `limit` of a status whose reminder is due, the oldest first.
  func dueReminders(
    _ status: InvitationStatus, limit: Int, in tx: isolated Transaction
  ) async throws -> [Invitation] {
    try await tx.query(
      """
      SELECT \(Self.columns) FROM invitation WHERE status = $1 AND remind_time <= $2
      ORDER BY remind_time LIMIT $3
      """, [.text(status.rawValue), .int(tx.now), .int(Int64(limit))]
    ).map(Self.invitation)
  }

  private static let columns = """
    partner, invitation, client, token_hash, status, message, create_time, expire_time, \
    remind_time, chosen_business, number_matches
    """

  private static func invitation(_ row: Row) throws -> Invitation {
    Invitation(
      client: ClientName(partner: try row.text("partner"), client: try row.text("client")),
      id: try row.text("invitation"), tokenHash: try row.bytes("token_hash"),
      status: try row.word("status"), message: try row.text("message"),
      createTime: try row.int("create_time"), expireTime: try row.int("expire_time"),
      remindTime: try row.optionalInt("remind_time"),
      chosenBusiness: try row.optionalText("chosen_business"),
      numberMatches: try row.bool("number_matches"))
  }
}
