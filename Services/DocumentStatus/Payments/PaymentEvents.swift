import Assembly
import Database
import RPC
import Records
import StatusRules

/// Reconciling payments with a document, and taking that back. They add up to at most what is to be
/// paid, exactly, to the cent.
struct PaymentEvents: Sendable {
  private let cause: Cause
  private let documents = DocumentStore()
  private let effects: DocumentEffects
  private let history = HistoryStore()

  init(by cause: Cause, outbox: Outbox) {
    self.cause = cause
    effects = DocumentEffects(by: cause, outbox: outbox)
  }

  /// The same payment again changes nothing.
  func reconcile(
    _ draft: PaymentDraft, with name: DocumentName, in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    let document = try await documents.existing(name, in: tx)
    if let known = document.payments.first(where: { $0.id == draft.payment.id }) {
      guard known == draft.payment else {
        throw RPCError(
          .invalidArgument,
          "payment_id names a payment of another amount or date: undo that reconciliation first")
      }
      return document
    }
    try Self.hold(draft, against: document)
    return try await move(
      document, to: document.payments + [draft.payment], by: .reconcile, in: tx)
  }

  /// Undoing what is not reconciled is NOT_FOUND.
  func undo(
    _ payment: String, of name: DocumentName, in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    let document = try await documents.existing(name, in: tx)
    let rest = document.payments.filter { $0.id != payment }
    guard rest.count < document.payments.count else {
      throw RPCError(.notFound, "no payment of this payment_id is reconciled with \(name)")
    }
    return try await move(document, to: rest, by: .undoReconciliation, in: tx)
  }

  private func move(
    _ document: DocumentRecord, to payments: [PaymentRecord], by event: DocumentEvent,
    in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    var document = document
    let before = document.status
    let sum = try Self.sum(payments)
    let outcome = try DocumentMachine.decide(
      event, on: document, by: cause.actor, given: document.facts(reconciled: sum))
    document.payments = payments.sorted { $0.id < $1.id }
    try await effects.carryOut(outcome, on: &document, supplies: Supplies(), in: tx)
    try await history.append(
      HistoryRow(
        thing: document.name.description, author: cause.author, event: event.rawValue,
        statusBefore: before.rawValue, statusAfter: document.status.rawValue),
      space: document.name.business, in: tx)
    return document
  }

  /// A payment is in the document's currency, is something, and goes the document's way.
  private static func hold(
    _ draft: PaymentDraft, against document: DocumentRecord
  ) throws(RPCError) {
    guard let amounts = document.amounts else {
      throw RPCError(
        .failedPrecondition, "the document has no total yet: complete its fields first")
    }
    guard draft.currency == amounts.currency else {
      throw RPCError(
        .invalidArgument, "payment.amount must be in the document's currency, \(amounts.currency)")
    }
    let cents = draft.payment.cents
    guard cents != 0, (cents > 0) == (amounts.payable >= 0) else {
      throw RPCError(
        .invalidArgument, "payment.amount must not be zero and has the sign of the document's total"
      )
    }
  }

  private static func sum(_ payments: [PaymentRecord]) throws(RPCError) -> Int64 {
    var sum: Int64 = 0
    for payment in payments {
      let (next, overflow) = sum.addingReportingOverflow(payment.cents)
      guard !overflow else { throw RPCError(.invalidArgument, "payment.amount is too large") }
      sum = next
    }
    return sum
  }
}
