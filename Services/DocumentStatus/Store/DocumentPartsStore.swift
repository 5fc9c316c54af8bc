import Database
import EInvoice

/// What stands in rows below a document: the rules it breaks and the payments reconciled with it.
struct DocumentPartsStore: Sendable {
  func violations(
    of name: DocumentName, in tx: isolated Transaction
  ) async throws -> [Violation] {
    let rows = try await tx.query(
      """
      SELECT rule, message, location, fatal FROM violation
      WHERE business = $1 AND document = $2 ORDER BY place
      """, [.text(name.business), .text(name.document)])
    return try rows.map {
      Violation(
        rule: try $0.text("rule"), message: try $0.text("message"),
        location: try $0.text("location"), isFatal: try $0.bool("fatal"))
    }
  }

  func replaceViolations(of document: DocumentRecord, in tx: isolated Transaction) async throws {
    let key: [SQLValue] = [.text(document.name.business), .text(document.name.document)]
    try await tx.execute("DELETE FROM violation WHERE business = $1 AND document = $2", key)
    for (place, violation) in document.violations.enumerated() {
      try await tx.execute(
        """
        INSERT INTO violation (business, document, place, rule, message, location, fatal)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        key + [
          .int(Int64(place)), .text(violation.rule), .text(violation.message),
          .text(violation.location), .bool(violation.isFatal),
        ])
    }
  }

  /// The payments of some documents of a business, by document, each in the order of their ids.
  func payments(
    of documents: [String], in business: String, _ tx: isolated Transaction
  ) async throws -> [String: [PaymentRecord]] {
    let list = ValueList(documents.map { .text($0) }, from: 2)
    let rows = try await tx.query(
      """
      SELECT document, payment, cents, date FROM payment
      WHERE business = $1 AND document IN \(list.text) ORDER BY document, payment
      """, [.text(business)] + list.values)
    return try Dictionary(grouping: rows) { try $0.text("document") }
      .mapValues { try $0.map(Self.payment) }
  }

  private static func payment(_ row: Row) throws -> PaymentRecord {
    guard let date = CalendarDate(try row.text("date")) else {
      throw DatabaseError(.corrupt, "a payment has a date that is none")
    }
    return PaymentRecord(id: try row.text("payment"), cents: try row.int("cents"), date: date)
  }

  func replacePayments(of document: DocumentRecord, in tx: isolated Transaction) async throws {
    let key: [SQLValue] = [.text(document.name.business), .text(document.name.document)]
    try await tx.execute("DELETE FROM payment WHERE business = $1 AND document = $2", key)
    for payment in document.payments {
      try await tx.execute(
        """
        INSERT INTO payment (business, document, payment, cents, date) VALUES ($1, $2, $3, $4, $5)
        """,
        key + [.text(payment.id), .int(payment.cents), .text(payment.date.description)])
    }
  }
}
