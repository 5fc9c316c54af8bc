import Database

/// Links in the order of their keys, for the comparison with what receivers hold.
struct LinkRangeStore: Sendable {
  /// The links after one pair and up to another, nil being no bound, ended ones too.
  func links(
    after pair: LinkPair?, upTo last: LinkPair?, limit: Int, in tx: isolated Transaction
  ) async throws -> [LinkPair] {
    try await tx.query(
      """
      SELECT partner, business FROM link
      WHERE (partner, business) > ($1, $2) AND (partner, business) <= ($3, $4)
      ORDER BY partner, business LIMIT $5
      """,
      [
        .text(pair?.partner ?? ""), .text(pair?.business ?? ""), .text(last?.partner ?? "~"),
        .text(last?.business ?? "~"), .int(Int64(limit)),
      ]
    ).map { LinkPair(partner: try $0.text("partner"), business: try $0.text("business")) }
  }

  /// When the pair's link before this one ended; nil where this is the first.
  func lastEnd(of link: LinkRecord, in tx: isolated Transaction) async throws -> Int64? {
    try await tx.first(
      """
      SELECT MAX(end_time) AS end_time FROM link_period
      WHERE partner = $1 AND business = $2 AND start_time < $3
      """, [.text(link.partner), .text(link.business), .int(link.startTime)]
    )?.optionalInt("end_time")
  }
}

/// The key of a link.
struct LinkPair: Sendable, Hashable, Comparable {
  /// The partner's space id.
  let partner: String
  /// The business's space id.
  let business: String

  static func < (a: LinkPair, b: LinkPair) -> Bool {
    (a.partner, a.business) < (b.partner, b.business)
  }
}
