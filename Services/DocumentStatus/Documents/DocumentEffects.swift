import Assembly
import Database
import RPC
import Records
import StatusRules

/// What effects need beside the document.
struct Supplies: Sendable {
  /// The converted e-invoice, on disk already.
  var eInvoice: StoredFile?
}

/// Carries out what the rules ask of a document event, in the event's own transaction: both sides'
/// rows, the e-invoice and the event for the deliveries change together or not at all.
struct DocumentEffects: Sendable {
  private let cause: Cause
  private let outbox: Outbox
  private let documents = DocumentStore()
  private let parts = DocumentPartsStore()
  private let accounting = AccountingSide()
  private let history = HistoryStore()

  init(by cause: Cause, outbox: Outbox) {
    self.cause = cause
    self.outbox = outbox
  }

  /// Makes the document of a file that came in.
  func bringIn(
    _ arrival: Arrival, _ event: DocumentEvent, _ outcome: Outcome<DocumentMachine>,
    to business: String, in tx: isolated Transaction
  ) async throws -> DocumentRecord {
    guard let status = outcome.status else {
      throw RPCError(.internalError, "something went wrong on our side")
    }
    let name = try DocumentName.new(in: business, now: tx.now)
    var document = arrival.record(named: name, status: status, now: tx.now)
    if status.isApproved {
      document.approveTime = tx.now
      document.approvedVersion = document.version
    }
    try await documents.insert(document, in: tx)
    for effect in outcome.effects {
      try await carryOut(effect, on: &document, supplies: Supplies(), in: tx)
    }
    try await documents.update(document, in: tx)
    try await history.append(
      HistoryRow(
        thing: name.description, author: cause.author, event: event.rawValue,
        statusAfter: status.rawValue),
      space: business, in: tx)
    return document
  }

  /// Moves a document on and stores it under its next version.
  func carryOut(
    _ outcome: Outcome<DocumentMachine>, on document: inout DocumentRecord, supplies: Supplies,
    in tx: isolated Transaction
  ) async throws {
    if let status = outcome.status {
      document.status = status
      document.updateTime = tx.now
      document.version += 1
    }
    for effect in outcome.effects {
      try await carryOut(effect, on: &document, supplies: supplies, in: tx)
    }
    if outcome.status != nil { try await documents.update(document, in: tx) }
  }

  private func carryOut(
    _ effect: DocumentEffect, on document: inout DocumentRecord, supplies: Supplies,
    in tx: isolated Transaction
  ) async throws {
    switch effect {
    case .openAccountingRows: try await accounting.open(for: document, in: tx)
    case .approveAccountingRows: try await accounting.follow(.approve, document, in: tx)
    case .discardAccountingRows: try await accounting.follow(.discard, document, in: tx)
    case .convertToEInvoice: document.eInvoice = supplies.eInvoice
    case .keepReceivedEInvoice: document.eInvoice = document.original
    case .storePayments: try await parts.replacePayments(of: document, in: tx)
    case .removeDocument: try await documents.delete(document.name, in: tx)
    case .createDeliveries:
      try await outbox.append(
        tx, space: document.name.business, key: document.name.description, kind: "approval",
        payload: try document.approvalEvent(by: cause.author), actor: cause.author.subject,
        trace: cause.trace)
    case .listBrokenRules, .storeFields:
      // They stand in the record, which is stored as a whole.
      break
    case .createBusinessDeliveries, .createPartnerDeliveries:
      // Of resending, which integration-dispatch decides and carries out itself.
      break
    }
  }
}
