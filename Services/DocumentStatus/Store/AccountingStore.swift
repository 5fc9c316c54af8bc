import Database
import EInvoice
import StatusRules

/// The firms' statuses, keyed by the partner.
struct AccountingStore: Sendable {
  func insert(_ row: AccountingRow, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO accounting (partner, business, document, status, version)
      VALUES ($1, $2, $3, $4, $5)
      """,
      Self.key(row.name) + [.text(row.status.rawValue), .int(row.version)])
  }

  func update(_ row: AccountingRow, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      UPDATE accounting SET status = $1, version = $2
      WHERE partner = $3 AND business = $4 AND document = $5
      """, [.text(row.status.rawValue), .int(row.version)] + Self.key(row.name))
  }

  func delete(_ name: AccountingName, in tx: isolated Transaction) async throws {
    try await tx.execute(
      "DELETE FROM accounting WHERE partner = $1 AND business = $2 AND document = $3",
      Self.key(name))
  }

  func row(_ name: AccountingName, in tx: isolated Transaction) async throws -> AccountingRow? {
    let row = try await tx.first(
      """
      SELECT status, version FROM accounting
      WHERE partner = $1 AND business = $2 AND document = $3
      """, Self.key(name))
    return try row.map {
      AccountingRow(
        name: name, status: try Self.status(try $0.text("status")), version: try $0.int("version"))
    }
  }

  /// A firm's rows of some documents of a client, by document.
  func rows(
    of partner: String, for documents: [String], of business: String,
    in tx: isolated Transaction
  ) async throws -> [String: AccountingRow] {
    let list = ValueList(documents.map { .text($0) }, from: 3)
    let rows = try await tx.query(
      """
      SELECT document, status, version FROM accounting
      WHERE partner = $1 AND business = $2 AND document IN \(list.text)
      """, [.text(partner), .text(business)] + list.values)
    return try Dictionary(
      rows.map { row in
        let document = DocumentName(business: business, document: try row.text("document"))
        return (
          document.document,
          AccountingRow(
            name: AccountingName(partner: partner, document: document),
            status: try Self.status(try row.text("status")), version: try row.int("version"))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Every firm's row of a document.
  func rows(
    of document: DocumentName, in tx: isolated Transaction
  ) async throws -> [AccountingRow] {
    let rows = try await tx.query(
      """
      SELECT partner, status, version FROM accounting WHERE business = $1 AND document = $2
      ORDER BY partner
      """, [.text(document.business), .text(document.document)])
    return try rows.map {
      AccountingRow(
        name: AccountingName(partner: try $0.text("partner"), document: document),
        status: try Self.status(try $0.text("status")), version: try $0.int("version"))
    }
  }

  /// The keys of the documents of each client, newest first, from after `position` on: of a tab, or all.
  func documents(
    _ query: AccountingQuery, of businesses: [String], after position: [SQLValue]?,
    in tx: isolated Transaction
  ) async throws -> [DocumentName] {
    let after = position ?? [DocumentStore.afterAll, DocumentStore.afterAll]
    let type: SQLValue = .text(query.type?.rawValue ?? "")
    let limit: SQLValue = .int(Int64(query.limit))
    let rows: [[Row]]
    if let status = query.status {
      rows = try await tx.query(
        """
        SELECT a.document FROM accounting a
        JOIN document d ON d.business = a.business AND d.document = a.document
        WHERE a.partner = $1 AND a.business = $2 AND a.status = $3
          AND (a.document, a.business) < ($4, $5) AND ($6 = '' OR d.type = $6)
        ORDER BY a.document DESC LIMIT $7
        """,
        each: businesses.map {
          [.text(query.partner), .text($0), .text(status.rawValue)] + after + [type, limit]
        })
    } else {
      rows = try await tx.query(
        """
        SELECT document FROM document
        WHERE business = $1 AND (document, business) < ($2, $3) AND ($4 = '' OR type = $4)
        ORDER BY document DESC LIMIT $5
        """, each: businesses.map { [.text($0)] + after + [type, limit] })
    }
    return try zip(businesses, rows).flatMap { business, rows in
      try rows.map { DocumentName(business: business, document: try $0.text("document")) }
    }
  }

  /// A firm's documents by client, type and status.
  func tallies(
    of partner: String, in tx: isolated Transaction
  ) async throws -> [AccountingTally] {
    let rows = try await tx.query(
      """
      SELECT a.business, d.type, a.status, COUNT(*) AS tally FROM accounting a
      JOIN document d ON d.business = a.business AND d.document = a.document
      WHERE a.partner = $1 GROUP BY a.business, d.type, a.status
      ORDER BY a.business, d.type, a.status
      """, [.text(partner)])
    return try rows.map { row in
      let word = try row.text("type")
      guard let type = DocumentType(rawValue: word) else {
        throw DatabaseError(.corrupt, "a document has the unknown type \(word)")
      }
      return AccountingTally(
        business: try row.text("business"), type: type,
        status: try Self.status(try row.text("status")), count: try row.int("tally"))
    }
  }

  /// The next piece of documents of a client that the firm has no row of, with their statuses.
  func documentsWithoutRow(
    of partner: String, in range: TakeOver, _ tx: isolated Transaction
  ) async throws -> [(DocumentName, DocumentStatus)] {
    let rows = try await tx.query(
      """
      SELECT d.document, d.status FROM document d
      WHERE d.business = $1 AND ($2 = '' OR d.issue_date >= $2)
        AND ($3 = '' OR (d.issue_date <> '' AND d.issue_date <= $3))
        AND NOT EXISTS (SELECT 1 FROM accounting a
          WHERE a.partner = $4 AND a.business = d.business AND a.document = d.document)
      ORDER BY d.document LIMIT $5
      """,
      [
        .text(range.business), .text(range.from?.description ?? ""),
        .text(range.to?.description ?? ""), .text(partner), .int(TakeOver.piece),
      ])
    return try rows.map { try Self.document($0, of: range.business) }
  }

  /// The documents of a client that came in during a period and that the firm has no row of.
  func documentsWithoutRow(
    of partner: String, business: String, during period: ClosedRange<Int64>,
    in tx: isolated Transaction
  ) async throws -> [(DocumentName, DocumentStatus)] {
    let values = try Self.values(during: period, of: partner, business: business)
    let rows = try await tx.query(Self.during, values)
    return try rows.map { try Self.document($0, of: business) }
  }

  /// Apart, and not inlined: Swift 6.3.1's optimiser crashes on this throwing call in the async one.
  @inline(never)
  private static func values(
    during period: ClosedRange<Int64>, of partner: String, business: String
  ) throws -> [SQLValue] {
    let (start, end) = (period.lowerBound, period.upperBound)
    return [
      .text(business), .text(try DocumentName.idStart(in: business, at: start)),
      .text(end == .max ? "~" : try DocumentName.idStart(in: business, at: end + 1_000)),
      .int(start), .int(end), .text(partner),
    ]
  }

  /// By id, which is in the order of time, so that only what came in then is looked at; by time for
  /// those of the same millisecond.
  static let during = """
    SELECT d.document, d.status FROM document d
    WHERE d.business = $1 AND d.document >= $2 AND d.document < $3
      AND d.create_time >= $4 AND d.create_time <= $5
      AND NOT EXISTS (SELECT 1 FROM accounting a
        WHERE a.partner = $6 AND a.business = d.business AND a.document = d.document)
    ORDER BY d.document
    """

  private static func document(
    _ row: Row, of business: String
  ) throws -> (DocumentName, DocumentStatus) {
    let word = try row.text("status")
    guard let status = DocumentStatus(rawValue: word) else {
      throw DatabaseError(.corrupt, "a document has the unknown status \(word)")
    }
    return (DocumentName(business: business, document: try row.text("document")), status)
  }

  private static func key(_ name: AccountingName) -> [SQLValue] {
    [.text(name.partner), .text(name.document.business), .text(name.document.document)]
  }

  private static func status(_ word: String) throws -> AccountingStatus {
    guard let status = AccountingStatus(rawValue: word) else {
      throw DatabaseError(.corrupt, "an accounting row has the unknown status \(word)")
    }
    return status
  }
}
