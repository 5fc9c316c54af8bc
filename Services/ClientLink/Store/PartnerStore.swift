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
  /// Keeps what a token says; a token without a name takes none away. What is kept already is not
  /// written again: on PostgreSQL all changes of a partner would wait for that one row.
  func note(_ partner: PartnerRecord, in tx: isolated Transaction) async throws {
    try await note(partner, keptAs: try await known(partner.partner, in: tx), in: tx)
  }

  /// - Parameter kept: What this transaction has read.
  func note(
    _ partner: PartnerRecord, keptAs kept: PartnerRecord?, in tx: isolated Transaction
  ) async throws {
    if let kept, kept == partner || (kept.kind == partner.kind && partner.displayName.isEmpty) {
      return
    }
    try await tx.execute(
      """
      INSERT INTO partner (partner, kind, display_name) VALUES ($1, $2, $3)
      ON CONFLICT (partner) DO UPDATE SET kind = excluded.kind, display_name = CASE
        WHEN excluded.display_name = '' THEN partner.display_name ELSE excluded.display_name END
      """, [.text(partner.partner), .text(partner.kind.rawValue), .text(partner.displayName)])
  }

  func partner(_ partner: String, in tx: isolated Transaction) async throws -> PartnerRecord {
    guard let known = try await known(partner, in: tx) else {
      throw DatabaseError(.corrupt, "a client's partner was never noted")
    }
    return known
  }

  private func known(
    _ partner: String, in tx: isolated Transaction
  ) async throws -> PartnerRecord? {
    let row = try await tx.first(
      "SELECT kind, display_name FROM partner WHERE partner = $1", [.text(partner)])
    return try row.map {
      PartnerRecord(
        partner: partner, kind: try $0.word("kind"), displayName: try $0.text("display_name"))
    }
  }
}
