import Database
import StatusRules

/// A partner as its own users' tokens last described it: what the other side is shown.
struct PartnerRecord: Sendable, Equatable {
  /// The partner's space id.
  let partner: String
  let kind: PartnerSpaceKind
  /// The firm's name; empty where no token named it.
  let displayName: String

  /// The firm's name for people: its space id for want of a better one.
  var shownName: String { displayName.isEmpty ? partner : displayName }
}

struct PartnerStore: Sendable {
  /// Keeps what a token says; a token without a name takes none away.
  func note(_ partner: PartnerRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO partner (partner, kind, display_name) VALUES ($1, $2, $3)
      ON CONFLICT (partner) DO UPDATE SET kind = excluded.kind, display_name = CASE
        WHEN excluded.display_name = '' THEN partner.display_name ELSE excluded.display_name END
      """, [.text(partner.partner), .text(partner.kind.rawValue), .text(partner.displayName)])
  }

  func partner(_ partner: String, in tx: isolated Transaction) async throws -> PartnerRecord {
    let row = try await tx.first(
      "SELECT kind, display_name FROM partner WHERE partner = $1", [.text(partner)])
    guard let row else { throw DatabaseError(.corrupt, "a client's partner was never noted") }
    return PartnerRecord(
      partner: partner, kind: try row.word("kind"), displayName: try row.text("display_name"))
  }
}
