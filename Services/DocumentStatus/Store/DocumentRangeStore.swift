import Content
import Database

/// What runs over the documents of all businesses, in the order of their keys, a page at a time.
struct DocumentRangeStore: Sendable {
  /// The names of approved documents after one and up to another, nil being no bound.
  func approved(
    after name: DocumentName?, upTo last: DocumentName?, limit: Int, in tx: isolated Transaction
  ) async throws -> [DocumentName] {
    let bounds: [SQLValue] = [
      .text(name?.business ?? ""), .text(name?.document ?? ""),
      .text(last?.business ?? Self.afterAll), .text(last?.document ?? Self.afterAll),
    ]
    return try await tx.query(
      """
      SELECT business, document FROM document
      WHERE (business, document) > ($1, $2) AND (business, document) <= ($3, $4)
        AND approve_time IS NOT NULL
      ORDER BY business, document LIMIT $5
      """, bounds + [.int(Int64(limit))]
    ).map { DocumentName(business: try $0.text("business"), document: try $0.text("document")) }
  }

  /// After every id in the order of bytes.
  private static let afterAll = "~"

  /// The contents that any document names, each once, in the order of their hashes from after one on;
  /// first the originals, then what is an e-invoice only.
  func contents(
    _ part: DocumentPart, after hash: String, limit: Int, in tx: isolated Transaction
  ) async throws -> [ContentID] {
    try await tx.query(
      part == .original ? Self.originals : Self.eInvoices, [.text(hash), .int(Int64(limit))]
    ).map { row in
      guard let id = ContentID(hash: try row.text("hash"), size: try row.int("size")) else {
        throw DatabaseError(.corrupt, "a document names a content that can be none")
      }
      return id
    }
  }

  private static let originals = """
    SELECT original_hash AS hash, MAX(original_size) AS size FROM document
    WHERE original_hash > $1 GROUP BY original_hash ORDER BY original_hash LIMIT $2
    """

  private static let eInvoices = """
    SELECT e_invoice_hash AS hash, MAX(e_invoice_size) AS size FROM document
    WHERE e_invoice_hash > $1 GROUP BY e_invoice_hash ORDER BY e_invoice_hash LIMIT $2
    """
}
