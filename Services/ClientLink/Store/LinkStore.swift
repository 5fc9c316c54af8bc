import Database

/// The links, and the periods in which each was active.
struct LinkStore: Sendable {
  func save(_ link: LinkRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO link (partner, business, client, epoch, active, start_time, end_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (partner, business) DO UPDATE SET client = excluded.client,
        epoch = excluded.epoch, active = excluded.active, start_time = excluded.start_time,
        end_time = excluded.end_time
      """,
      [
        .text(link.partner), .text(link.business), .text(link.client.client), .int(link.epoch),
        .bool(link.active), .int(link.startTime), .int(link.endTime),
      ])
  }

  func link(
    partner: String, business: String, in tx: isolated Transaction
  ) async throws -> LinkRecord? {
    try await tx.first(
      "SELECT \(Self.columns) FROM link WHERE partner = $1 AND business = $2",
      [.text(partner), .text(business)]
    ).map(Self.link)
  }

  /// The active links of a business, in the order of the partners' ids, from after `position` on.
  func activeLinks(
    of business: String, after position: [SQLValue]?, limit: Int, in tx: isolated Transaction
  ) async throws -> [LinkRecord] {
    try await tx.query(
      """
      SELECT \(Self.columns) FROM link WHERE business = $1 AND active = 1 AND partner > $2
      ORDER BY partner LIMIT $3
      """, [.text(business)] + (position ?? [""]) + [.int(Int64(limit))]
    ).map(Self.link)
  }

  static func position(of link: LinkRecord) -> [SQLValue] { [.text(link.partner)] }

  func beginPeriod(_ link: LinkRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO link_period (partner, business, start_time, end_time, client)
      VALUES ($1, $2, $3, NULL, $4)
      """,
      [
        .text(link.partner), .text(link.business), .int(link.startTime), .text(link.client.client),
      ])
  }

  func endPeriod(_ link: LinkRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      UPDATE link_period SET end_time = $1
      WHERE partner = $2 AND business = $3 AND end_time IS NULL
      """, [.int(link.endTime), .text(link.partner), .text(link.business)])
  }

  /// The client entries under which the pair was linked, the newest first, each with its periods: an
  /// entry that was deleted and made again has another name.
  func periods(
    partner: String, business: String, in tx: isolated Transaction
  ) async throws -> [LinkPeriods] {
    let rows = try await tx.query(
      """
      SELECT client, start_time, end_time FROM link_period WHERE partner = $1 AND business = $2
      ORDER BY start_time DESC
      """, [.text(partner), .text(business)])
    var found: [LinkPeriods] = []
    for row in rows {
      let client = ClientName(partner: partner, client: try row.text("client"))
      let start = try row.int("start_time")
      let period = start...max(start, try row.optionalInt("end_time") ?? .max)
      if found.last?.client == client {
        found[found.count - 1].periods.append(period)
      } else {
        found.append(LinkPeriods(client: client, periods: [period]))
      }
    }
    return found
  }

  private static let columns = "partner, business, client, epoch, active, start_time, end_time"

  private static func link(_ row: Row) throws -> LinkRecord {
    LinkRecord(
      business: try row.text("business"),
      client: ClientName(partner: try row.text("partner"), client: try row.text("client")),
      epoch: try row.int("epoch"), active: try row.bool("active"),
      startTime: try row.int("start_time"), endTime: try row.optionalInt("end_time"))
  }
}

/// When a business was linked under one client entry.
struct LinkPeriods: Sendable, Equatable {
  let client: ClientName
  /// Microseconds since 1970; an open end is the greatest number.
  var periods: [ClosedRange<Int64>]
}
