package import Database

/// The grants of this service, with the periods in which each link was active. Keyed by the partner,
/// who is the one whose calls are checked against them.
package struct LinkGrantStore: Sendable {
  package init() {}

  package func grant(
    partner: String, business: String, in tx: isolated Transaction
  ) async throws -> LinkGrant? {
    guard
      let row = try await tx.first(
        """
        SELECT partner, business, epoch, active, client, display_name FROM link_grant
        WHERE partner = $1 AND business = $2 \(tx.access == .write ? tx.dialect.lockShared : "")
        """, [.text(partner), .text(business)])
    else { return nil }
    let assigned = try await tx.query(
      """
      SELECT subject FROM link_accountant WHERE partner = $1 AND business = $2 ORDER BY subject
      """, [.text(partner), .text(business)])
    return try Self.grant(row, assigned: assigned)
  }

  /// The partner's active clients, in the order of their space ids.
  package func activeGrants(
    ofPartner partner: String, in tx: isolated Transaction
  ) async throws -> [LinkGrant] {
    let rows = try await tx.query(
      """
      SELECT partner, business, epoch, active, client, display_name FROM link_grant
      WHERE partner = $1 AND active = 1 ORDER BY business
      """, [.text(partner)])
    let assigned = try await tx.query(
      """
      SELECT business, subject FROM link_accountant WHERE partner = $1 ORDER BY business, subject
      """, [.text(partner)])
    let subjects = try Dictionary(grouping: assigned) { try $0.text("business") }
    return try rows.map { row in
      try Self.grant(row, assigned: subjects[try row.text("business")] ?? [])
    }
  }

  /// All grants, ended ones too, in the order of partner and business, from after a pair on.
  package func grants(
    after pair: (partner: String, business: String)?, limit: Int, in tx: isolated Transaction
  ) async throws -> [LinkGrant] {
    let rows = try await tx.query(
      """
      SELECT partner, business, epoch, active, client, display_name FROM link_grant
      WHERE (partner, business) > ($1, $2) ORDER BY partner, business LIMIT $3
      """, [.text(pair?.partner ?? ""), .text(pair?.business ?? ""), .int(Int64(limit))])
    var grants: [LinkGrant] = []
    for row in rows {
      let assigned = try await tx.query(
        """
        SELECT subject FROM link_accountant WHERE partner = $1 AND business = $2 ORDER BY subject
        """, [.text(try row.text("partner")), .text(try row.text("business"))])
      grants.append(try Self.grant(row, assigned: assigned))
    }
    return grants
  }

  /// The partners with access to a business, in the order of their space ids.
  package func activePartners(
    ofBusiness business: String, in tx: isolated Transaction
  ) async throws -> [String] {
    let rows = try await tx.query(
      "SELECT partner FROM link_grant WHERE business = $1 AND active = 1 ORDER BY partner",
      [.text(business)])
    return try rows.map { try $0.text("partner") }
  }

  /// When the partner was linked to the business, oldest first; the last period may be open.
  package func periods(
    partner: String, business: String, in tx: isolated Transaction
  ) async throws -> [ClosedRange<Int64>] {
    let rows = try await tx.query(
      """
      SELECT start_time, end_time FROM link_period WHERE partner = $1 AND business = $2
      ORDER BY start_time
      """, [.text(partner), .text(business)])
    return try rows.map { row in
      let start = try row.int("start_time")
      return start...max(start, try row.optionalInt("end_time") ?? .max)
    }
  }

  /// Takes a change in. Answers whether it was news: one of an older epoch changes no access. What it says
  /// of the time of a link whose end was known first is kept.
  ///
  /// - Parameter time: When client-link committed it.
  package func apply(
    _ grant: LinkGrant, time: Int64, in tx: isolated Transaction
  ) async throws -> Bool {
    let known = try await self.grant(partner: grant.partner, business: grant.business, in: tx)
    if let known, known.epoch > grant.epoch {
      if !known.active { try await notePast(grant, time: time, in: tx) }
      return false
    }
    try await tx.execute(
      """
      INSERT INTO link_grant (partner, business, epoch, active, client, display_name)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (partner, business) DO UPDATE SET epoch = excluded.epoch,
        active = excluded.active, client = excluded.client, display_name = excluded.display_name
      """,
      [
        .text(grant.partner), .text(grant.business), .int(grant.epoch), .bool(grant.active),
        .text(grant.client), .text(grant.displayName),
      ])
    try await replaceAccountants(of: grant, in: tx)
    let wasActive = known?.active ?? false
    if grant.active, !wasActive { try await open(grant, time: time, in: tx) }
    if !grant.active { try await close(grant, time: time, in: tx) }
    return true
  }

  /// Ends a grant whose end came with a lease, before its change did. Answers whether it was active.
  /// The end of a link that this service never heard of is kept too: the news that it began may still
  /// be on its way, and must not override it.
  package func end(
    partner: String, business: String, epoch: Int64, in tx: isolated Transaction
  ) async throws -> Bool {
    let known = try await grant(partner: partner, business: business, in: tx)
    if let known, known.epoch >= epoch { return false }
    let ended = LinkGrant(
      partner: partner, business: business, epoch: epoch, active: false,
      client: known?.client ?? "", displayName: known?.displayName ?? "", accountants: [])
    _ = try await apply(ended, time: tx.now, in: tx)
    return known?.active ?? false
  }

  /// - Parameter assigned: Rows with the subjects of the link's accountants.
  private static func grant(_ row: Row, assigned: [Row]) throws -> LinkGrant {
    LinkGrant(
      partner: try row.text("partner"), business: try row.text("business"),
      epoch: try row.int("epoch"), active: try row.bool("active"), client: try row.text("client"),
      displayName: try row.text("display_name"),
      accountants: try assigned.map { try $0.text("subject") })
  }

  private func replaceAccountants(
    of grant: LinkGrant, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      "DELETE FROM link_accountant WHERE partner = $1 AND business = $2",
      [.text(grant.partner), .text(grant.business)])
    for subject in Set(grant.accountants) {
      try await tx.execute(
        "INSERT INTO link_accountant (partner, business, subject) VALUES ($1, $2, $3)",
        [.text(grant.partner), .text(grant.business), .text(subject)])
    }
  }

  private func open(
    _ grant: LinkGrant, time: Int64, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      INSERT INTO link_period (partner, business, start_time, end_time) VALUES ($1, $2, $3, NULL)
      ON CONFLICT (partner, business, start_time) DO NOTHING
      """, [.text(grant.partner), .text(grant.business), .int(time)])
  }

  /// A period that a lease has ended is cut to when client-link ended it.
  private func close(
    _ grant: LinkGrant, time: Int64, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      UPDATE link_period SET end_time = $1
      WHERE partner = $2 AND business = $3
        AND (end_time IS NULL OR (start_time <= $1 AND end_time > $1))
      """, [.int(time), .text(grant.partner), .text(grant.business)])
  }

  /// News of a link whose end came first, with a lease: it gives no access any more, but the link has had
  /// its time. Until the news of the end tells how long, that is until now.
  private func notePast(
    _ grant: LinkGrant, time: Int64, in tx: isolated Transaction
  ) async throws {
    guard grant.active else { return try await close(grant, time: time, in: tx) }
    let periods = try await periods(partner: grant.partner, business: grant.business, in: tx)
    // Of accountants that were assigned in it.
    if periods.contains(where: { $0.contains(time) }) { return }
    try await tx.execute(
      """
      INSERT INTO link_period (partner, business, start_time, end_time) VALUES ($1, $2, $3, $4)
      """,
      [
        .text(grant.partner), .text(grant.business), .int(time), .int(max(time, tx.now)),
      ])
  }
}
