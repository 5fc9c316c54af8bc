import Content
import Database
import EInvoice
import Identity
import RPC
import StatusRules

/// Which documents of a business to list.
struct DocumentQuery: Sendable {
  let business: String
  /// Nil is all.
  let status: DocumentStatus?
  /// Nil is all.
  let type: DocumentType?
  let limit: Int
}

/// The documents, keyed by their business.
struct DocumentStore: Sendable {
  private let parts = DocumentPartsStore()

  func insert(_ document: DocumentRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO document (\(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24)
      """, try Self.values(of: document))
    try await parts.replaceViolations(of: document, in: tx)
  }

  /// Stores a document that was read in this transaction, with its payments and violations.
  func update(_ document: DocumentRecord, in tx: isolated Transaction) async throws {
    try await tx.execute(
      """
      INSERT INTO document (\(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24)
      ON CONFLICT (business, document) DO UPDATE SET type = excluded.type,
        self_billed = excluded.self_billed, status = excluded.status, fields = excluded.fields,
        issue_date = excluded.issue_date, rewritten = excluded.rewritten,
        duplicate_key = excluded.duplicate_key, total = excluded.total,
        payable = excluded.payable, currency = excluded.currency,
        e_invoice_hash = excluded.e_invoice_hash, e_invoice_size = excluded.e_invoice_size,
        update_time = excluded.update_time, approve_time = excluded.approve_time,
        approved_version = excluded.approved_version, version = excluded.version
      """, try Self.values(of: document))
    try await parts.replaceViolations(of: document, in: tx)
  }

  /// Payments and violations go with it; accounting rows must be gone before.
  func delete(_ name: DocumentName, in tx: isolated Transaction) async throws {
    try await tx.execute(
      "DELETE FROM document WHERE business = $1 AND document = $2",
      [.text(name.business), .text(name.document)])
  }

  func document(
    _ name: DocumentName, in tx: isolated Transaction
  ) async throws -> DocumentRecord? {
    let row = try await tx.first(
      "SELECT \(Self.columns) FROM document WHERE business = $1 AND document = $2",
      [.text(name.business), .text(name.document)])
    guard let row,
      var document = try await records([row], of: name.business, in: tx).first
    else { return nil }
    document.violations = try await parts.violations(of: name, in: tx)
    return document
  }

  /// The documents that are there of these, all of one business; without their violations.
  func documents(
    _ names: [String], of business: String, in tx: isolated Transaction
  ) async throws -> [DocumentRecord] {
    let list = ValueList(names.map { .text($0) }, from: 2)
    let rows = try await tx.query(
      """
      SELECT \(Self.columns) FROM document WHERE business = $1 AND document IN \(list.text)
      ORDER BY document
      """, [.text(business)] + list.values)
    return try await records(rows, of: business, in: tx)
  }

  /// The document; NOT_FOUND where there is none.
  func existing(
    _ name: DocumentName, in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    guard let document = try await document(name, in: tx) else {
      throw RPCError.notFound(name.description)
    }
    return document
  }

  /// Newest first, from after `position` on; without their violations.
  func documents(
    _ query: DocumentQuery, after position: [SQLValue]?, in tx: isolated Transaction
  ) async throws -> [DocumentRecord] {
    let (statement, values) = Self.list(query, after: position)
    return try await records(try await tx.query(statement, values), of: query.business, in: tx)
  }

  /// A condition stands there only where it is asked for: one that may not hold keeps the engine from
  /// the index by status.
  static func list(
    _ query: DocumentQuery, after position: [SQLValue]?
  ) -> (statement: String, values: [SQLValue]) {
    var conditions = "business = $1 AND document < $2"
    var values: [SQLValue] = [.text(query.business)] + (position ?? [Self.afterAll])
    if let status = query.status {
      values.append(.text(status.rawValue))
      conditions += " AND status = $\(values.count)"
    }
    if let type = query.type {
      values.append(.text(type.rawValue))
      conditions += " AND type = $\(values.count)"
    }
    values.append(.int(Int64(query.limit)))
    return (
      """
      SELECT \(columns) FROM document WHERE \(conditions)
      ORDER BY document DESC LIMIT $\(values.count)
      """, values
    )
  }

  /// Where a document stands in the list.
  static func position(of document: DocumentRecord) -> [SQLValue] {
    [.text(document.name.document)]
  }

  /// After every id of a document in the order of bytes.
  static let afterAll: SQLValue = "~"

  /// The document that came in as these bytes.
  func document(
    of content: ContentID, in business: String, tx: isolated Transaction
  ) async throws -> DocumentName? {
    let row = try await tx.first(Self.byContent, [.text(business), .text(content.hash)])
    return try row.map { DocumentName(business: business, document: try $0.text("document")) }
  }

  static let byContent = "SELECT document FROM document WHERE business = $1 AND original_hash = $2"

  /// The first document with this sender, number, type and year; nil also without a key.
  ///
  /// - Parameter except: A document that is no twin: the one that is being saved.
  func twin(
    key: String?, in business: String, except: DocumentName? = nil, tx: isolated Transaction
  ) async throws -> DocumentName? {
    let row = try await tx.first(
      Self.byKey, [.text(business), .text(key), .text(except?.document ?? "")])
    return try row.map { DocumentName(business: business, document: try $0.text("document")) }
  }

  static let byKey = """
    SELECT document FROM document WHERE business = $1 AND duplicate_key = $2 AND document <> $3
    ORDER BY document LIMIT 1
    """

  /// Whether any document of any business has this content: what the sweep keeps.
  func names(_ content: ContentID, in tx: isolated Transaction) async throws -> Bool {
    let original = try await tx.first(
      "SELECT 1 AS found FROM document WHERE original_hash = $1 LIMIT 1", [.text(content.hash)])
    if original != nil { return true }
    return try await tx.first(
      "SELECT 1 AS found FROM document WHERE e_invoice_hash = $1 LIMIT 1", [.text(content.hash)])
      != nil
  }

  private static let columns = """
    business, document, type, self_billed, status, origin, fields, issue_date, rewritten, \
    duplicate_key, total, payable, currency, original_hash, original_size, original_media, \
    file_name, e_invoice_hash, e_invoice_size, create_time, update_time, approve_time, \
    approved_version, version
    """

  private static func values(of document: DocumentRecord) throws -> [SQLValue] {
    [
      .text(document.name.business), .text(document.name.document), .text(document.type.rawValue),
      .bool(document.isSelfBilled), .text(document.status.rawValue),
      .text(document.origin.rawValue), .bytes(try document.fields.storedBytes()),
      .text(document.fields.issueDate?.description ?? ""), .bool(document.isRewritten),
      .text(document.duplicateKey), .int(document.amounts?.total), .int(document.amounts?.payable),
      .text(document.amounts?.currency), .text(document.original.content.hash),
      .int(document.original.content.size), .text(document.original.mediaType),
      .text(document.original.fileName), .text(document.eInvoice?.content.hash),
      .int(document.eInvoice?.content.size), .int(document.createTime),
      .int(document.updateTime), .int(document.approveTime), .int(document.approvedVersion),
      .int(document.version),
    ]
  }

  /// The records of rows of one business, with their payments.
  private func records(
    _ rows: [Row], of business: String, in tx: isolated Transaction
  ) async throws -> [DocumentRecord] {
    if rows.isEmpty { return [] }
    let payments = try await parts.payments(
      of: try rows.map { try $0.text("document") }, in: business, tx)
    return try rows.map { row in
      let name = DocumentName(business: business, document: try row.text("document"))
      return try Self.record(row, name, payments: payments[name.document] ?? [])
    }
  }

  /// Not async: Swift 6.3.1's optimiser crashes on this many throwing reads in one async function.
  private static func record(
    _ row: Row, _ name: DocumentName, payments: [PaymentRecord]
  ) throws -> DocumentRecord {
    DocumentRecord(
      name: name, type: try Self.word(row, "type"), isSelfBilled: try row.bool("self_billed"),
      status: try Self.word(row, "status"), origin: try Self.word(row, "origin"),
      fields: try DocumentFields(storedBytes: try row.bytes("fields")),
      isRewritten: try row.bool("rewritten"), violations: [], amounts: try Self.amounts(row),
      duplicateKey: try row.optionalText("duplicate_key"),
      original: try Self.file(
        hash: try row.text("original_hash"), size: try row.int("original_size"),
        mediaType: try row.text("original_media"), fileName: try row.text("file_name")),
      eInvoice: try Self.eInvoice(row), payments: payments,
      createTime: try row.int("create_time"), updateTime: try row.int("update_time"),
      approveTime: try row.optionalInt("approve_time"),
      approvedVersion: try row.optionalInt("approved_version"), version: try row.int("version"))
  }

  private static func word<Word: RawRepresentable<String>>(
    _ row: Row, _ column: String
  ) throws -> Word {
    let text = try row.text(column)
    guard let word = Word(rawValue: text) else {
      throw DatabaseError(.corrupt, "a document has the unknown \(column) \(text)")
    }
    return word
  }

  private static func amounts(_ row: Row) throws -> DocumentAmounts? {
    guard let total = try row.optionalInt("total"), let payable = try row.optionalInt("payable"),
      let currency = try row.optionalText("currency")
    else { return nil }
    return DocumentAmounts(total: total, payable: payable, currency: currency)
  }

  private static func eInvoice(_ row: Row) throws -> StoredFile? {
    guard let hash = try row.optionalText("e_invoice_hash"),
      let size = try row.optionalInt("e_invoice_size")
    else { return nil }
    let isOriginal = try row.text("original_hash") == hash
    return try file(
      hash: hash, size: size, mediaType: StoredFile.xml,
      fileName: isOriginal ? try row.text("file_name") : "")
  }

  private static func file(
    hash: String, size: Int64, mediaType: String, fileName: String
  ) throws -> StoredFile {
    guard let content = ContentID(hash: hash, size: size) else {
      throw DatabaseError(.corrupt, "a document names a content that can be none")
    }
    return StoredFile(content: content, mediaType: mediaType, fileName: fileName)
  }
}
