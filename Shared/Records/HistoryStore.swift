package import Contracts
package import Database
import Identity

/// The history of everything a service keeps: appended in the transaction of the change itself, read
/// by side. Keyed by the space that owns the thing.
///
/// What names a person stands in `person`, a row of its own that an entry points to: erasing it
/// removes the person and keeps the entry.
package struct HistoryStore: Sendable {
  package init() {}

  /// Appends an entry in the change's own transaction.
  package func append(_ row: HistoryRow, space: String, in tx: isolated Transaction) async throws {
    let person = try await personID(of: row.author, space: space, in: tx)
    try await tx.execute(
      """
      INSERT INTO history (space, thing, sequence, time, person, author_space, author_role, event,
        status_before, status_after, reason, internal_reason, audience)
      VALUES ($1, $2,
        (SELECT COALESCE(MAX(sequence), 0) + 1 FROM history WHERE space = $1 AND thing = $2),
        $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """,
      [
        .text(space), .text(row.thing), .int(tx.now), .int(person), .text(row.author.space),
        .text(row.author.role), .text(row.event),
        .text(row.statusBefore), .text(row.statusAfter), .text(row.reason),
        .text(row.internalReason), .text(row.audience.rawValue),
      ])
  }

  /// A page of a thing's entries, newest first, as far as the reader may see them.
  ///
  /// - Parameters:
  ///   - before: Entries below this sequence only; nil for the newest.
  ///   - periods: When the reader's side was linked; entries outside are not answered. Nil for a
  ///     reader that is bound to no period.
  package func entries(
    of thing: String, space: String, reader: HistoryReader, before: Int64?,
    periods: [ClosedRange<Int64>]?, limit: Int, in tx: isolated Transaction
  ) async throws -> [HistoryEntry] {
    var found: [HistoryEntry] = []
    var below = before ?? .max
    // Audience and periods thin the rows out: read on until the page is full or history ends.
    while found.count < limit {
      let rows = try await tx.query(
        """
        SELECT h.sequence, h.time, h.author_space, h.author_role, h.event, h.status_before,
          h.status_after, h.reason, h.internal_reason, h.audience, p.subject, p.display_name
        FROM history h JOIN person p ON p.space = h.space AND p.person = h.person
        WHERE h.space = $1 AND h.thing = $2 AND h.sequence < $3
        ORDER BY h.sequence DESC LIMIT $4
        """, [.text(space), .text(thing), .int(below), .int(Int64(limit))])
      for row in rows where found.count < limit {
        below = try row.int("sequence")
        if let entry = try Self.entry(row, for: reader, periods: periods) { found.append(entry) }
      }
      if rows.count < limit { break }
    }
    return found
  }

  /// Removes what names a person in a space; the entries stay.
  package func erasePerson(subject: String, space: String, in tx: isolated Transaction) async throws
  {
    try await tx.execute(
      """
      UPDATE person SET subject = '', display_name = '', erased = 1
      WHERE space = $1 AND subject = $2
      """, [.text(space), .text(subject)])
  }

  private func personID(
    of author: Author, space: String, in tx: isolated Transaction
  ) async throws -> Int64 {
    let known = try await tx.first(
      """
      SELECT person FROM person WHERE space = $1 AND subject = $2 AND display_name = $3
        AND erased = 0
      """, [.text(space), .text(author.subject), .text(author.displayName)])
    if let known { return try known.int("person") }
    let last = try await tx.first(
      "SELECT person FROM person WHERE space = $1 ORDER BY person DESC LIMIT 1", [.text(space)])
    let person = (try last?.int("person") ?? 0) + 1
    try await tx.execute(
      """
      INSERT INTO person (space, person, subject, display_name, erased)
      VALUES ($1, $2, $3, $4, 0)
      """, [.text(space), .int(person), .text(author.subject), .text(author.displayName)])
    return person
  }

  private static func entry(
    _ row: Row, for reader: HistoryReader, periods: [ClosedRange<Int64>]?
  ) throws -> HistoryEntry? {
    let time = try row.int("time")
    guard let audience = HistoryAudience(rawValue: try row.text("audience")),
      reader.audiences.contains(audience), periods?.contains(where: { $0 ~= time }) ?? true
    else { return nil }
    let outside = try row.text("reason")
    let inside = try row.text("internal_reason")
    let role = try row.text("author_role")
    // An employee of the back office acts for the platform: outside, the role says enough.
    let isNamed = reader == .backOffice || role != CallerRole.backOffice.tokenName
    return HistoryEntry(
      sequence: try row.int("sequence"), time: GoogleProtobufTimestamp(microseconds: time),
      actor: Actor(
        subject: isNamed ? try row.text("subject") : "",
        space: try row.text("author_space"), role: role,
        displayName: isNamed ? try row.text("display_name") : ""),
      event: try row.text("event"), statusBefore: try row.text("status_before"),
      statusAfter: try row.text("status_after"),
      reason: reader == .backOffice && !inside.isEmpty ? inside : outside,
      audience: audience.message)
  }
}
