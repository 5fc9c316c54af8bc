import Database
import StatusRules

/// What was approved, and what was decided about it for each integration. Documents are keyed by their
/// business, decisions by the side that the integration is on.
struct DocumentStore: Sendable {
  func put(_ document: ApprovedDocument, in tx: isolated Transaction) async throws {
    let key: [SQLValue] = [.text(document.name.space), .text(document.name.document)]
    let isNew = try await tx.execute(
      """
      INSERT INTO approved_document (space, document, kind, number, issue_date, seller, buyer, total,
        currency_code, approve_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (space, document) DO NOTHING
      """,
      key + [
        .text(document.kind), .text(document.number), .text(document.issueDate),
        .text(document.seller), .text(document.buyer), .text(document.total),
        .text(document.currencyCode), .int(document.approveTime),
      ])
    // Approved is approved once: what was seen then is what stays.
    guard isNew == 1 else { return }
    for (place, file) in document.files.enumerated() {
      try await tx.execute(
        """
        INSERT INTO approved_file (space, document, place, part, sha256, size_bytes, media_type)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        key + [
          .int(Int64(place)), .text(file.part.rawValue), .text(file.sha256), .int(file.size),
          .text(file.mediaType),
        ])
    }
  }

  func document(
    _ name: DocumentName, in tx: isolated Transaction
  ) async throws -> ApprovedDocument? {
    let row = try await tx.first(
      """
      SELECT kind, number, issue_date, seller, buyer, total, currency_code, approve_time
      FROM approved_document WHERE space = $1 AND document = $2
      """, [.text(name.space), .text(name.document)])
    guard let row else { return nil }
    return ApprovedDocument(
      name: name, kind: try row.text("kind"), number: try row.text("number"),
      issueDate: try row.text("issue_date"), seller: try row.text("seller"),
      buyer: try row.text("buyer"), total: try row.text("total"),
      currencyCode: try row.text("currency_code"), approveTime: try row.int("approve_time"),
      files: try await files(of: name, in: tx))
  }

  /// In the order of business and document, from after a document on.
  func approvals(
    after name: DocumentName?, limit: Int, in tx: isolated Transaction
  ) async throws -> [KnownDocument] {
    try await tx.query(
      """
      SELECT space, document, number, seller, approve_time FROM approved_document
      WHERE (space, document) > ($1, $2) ORDER BY space, document LIMIT $3
      """, [.text(name?.space ?? ""), .text(name?.document ?? ""), .int(Int64(limit))]
    ).map { row in
      let business = String(try row.text("space").trimmingPrefix("businesses/"))
      return KnownDocument(
        name: DocumentName(business: business, document: try row.text("document")),
        number: try row.text("number"), seller: try row.text("seller"),
        approveTime: try row.int("approve_time"))
    }
  }

  func isApproved(_ name: DocumentName, in tx: isolated Transaction) async throws -> Bool {
    try await tx.first(
      "SELECT 1 AS found FROM approved_document WHERE space = $1 AND document = $2",
      [.text(name.space), .text(name.document)]) != nil
  }

  /// Stores a decision; false when one stands already.
  func putDecision(
    _ decision: DeliveryDecision, on integration: IntegrationName, for document: DocumentName,
    in tx: isolated Transaction
  ) async throws -> Bool {
    let (obstacle, field) = decision.words
    return try await tx.execute(
      """
      INSERT INTO decision (space, business, document, integration, obstacle, field, time)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (space, business, document, integration) DO NOTHING
      """,
      [
        .text(integration.side.space), .text(integration.side.business), .text(document.document),
        .text(integration.integration), .text(obstacle), .text(field), .int(tx.now),
      ]) == 1
  }

  /// What was decided at the approval; nil where the integration did not exist then.
  func decision(
    on integration: IntegrationName, for document: DocumentName, in tx: isolated Transaction
  ) async throws -> DeliveryDecision? {
    let row = try await tx.first(
      """
      SELECT obstacle, field FROM decision
      WHERE space = $1 AND business = $2 AND document = $3 AND integration = $4
      """,
      [
        .text(integration.side.space), .text(integration.side.business), .text(document.document),
        .text(integration.integration),
      ])
    guard let row else { return nil }
    return try DeliveryDecision(obstacle: row.text("obstacle"), field: row.text("field"))
  }

  private func files(
    of name: DocumentName, in tx: isolated Transaction
  ) async throws -> [ApprovedFile] {
    try await tx.query(
      """
      SELECT part, sha256, size_bytes, media_type FROM approved_file
      WHERE space = $1 AND document = $2 ORDER BY place
      """, [.text(name.space), .text(name.document)]
    ).map { row in
      ApprovedFile(
        part: try row.word("part"), sha256: try row.text("sha256"),
        size: try row.int("size_bytes"), mediaType: try row.text("media_type"))
    }
  }
}

extension DocumentName {
  /// The owning space as keys have it.
  fileprivate var space: String { "businesses/\(business)" }
}

/// Decisions as two columns: no obstacle is "send".
extension DeliveryDecision {
  fileprivate var words: (obstacle: String, field: String) {
    switch self {
    case .send: ("", "")
    case .notToSend(.notApproved): ("not_approved", "")
    case .notToSend(.linkEnded): ("link_ended", "")
    case .notToSend(.integrationInactive): ("integration_inactive", "")
    case .notToSend(.misconfigured(let field)): ("misconfigured", field)
    }
  }

  fileprivate init(obstacle: String, field: String) throws(DatabaseError) {
    switch obstacle {
    case "": self = .send
    case "not_approved": self = .notToSend(because: .notApproved)
    case "link_ended": self = .notToSend(because: .linkEnded)
    case "integration_inactive": self = .notToSend(because: .integrationInactive)
    case "misconfigured": self = .notToSend(because: .misconfigured(field: field))
    default: throw DatabaseError(.corrupt, "a decision has the unknown obstacle \(obstacle)")
    }
  }
}
