/// The business's status of a document.
package enum DocumentStatus: String, Sendable, CaseIterable {
  case awaitingValidation = "awaiting_validation"
  case unpaid
  case fullyPaid = "fully_paid"

  /// Approved documents have left the business's hands: accountant and integrations have them.
  package var isApproved: Bool { self != .awaitingValidation }
}

/// What a business, a bank feed and the network do to a document. Histories hold the raw values.
package enum DocumentEvent: String, Sendable, CaseIterable {
  case `import`, receive, save, discard, approve, reconcile
  case undoReconciliation = "undo_reconciliation"
  case resend, send
}

package enum DocumentEffect: String, Sendable, CaseIterable {
  /// Give each linked firm its accounting row (``AccountingEvent/arrive``).
  case openAccountingRows = "open_accounting_rows"
  /// Move every firm's accounting row on (``AccountingEvent/approve``), also of ended links.
  case approveAccountingRows = "approve_accounting_rows"
  /// Take every firm's accounting row away (``AccountingEvent/discard``).
  case discardAccountingRows = "discard_accounting_rows"
  /// Store every rule of the format that the received document breaks.
  case listBrokenRules = "list_broken_rules"
  /// Store the fields under a new etag.
  case storeFields = "store_fields"
  /// Make the compliant e-invoice from the approved fields.
  case convertToEInvoice = "convert_to_e_invoice"
  /// What the network delivered is the e-invoice, byte for byte.
  case keepReceivedEInvoice = "keep_received_e_invoice"
  /// Push to every active integration on both sides.
  case createDeliveries = "create_deliveries"
  /// New deliveries to the business's own integrations.
  case createBusinessDeliveries = "create_business_deliveries"
  /// New deliveries to the calling firm's integrations for this client.
  case createPartnerDeliveries = "create_partner_deliveries"
  /// Store the payments reconciled; the open amount follows.
  case storePayments = "store_payments"
  /// Take the document from both sides; its history stays.
  case removeDocument = "remove_document"
}

///            ┌─save, reconcile─┐
/// ──import──►awaiting_validation──approve──► unpaid ◄──reconcile, undo──► fully_paid
/// ──receive, not correctly formatted─▲  │       ▲                             ▲
///                              discard──┘       └──receive, correctly ────────┘
///
/// Approval is the one step that releases a document: saving releases nothing. Which of `unpaid` and
/// `fully_paid` it is, the reconciled payments say. All effects of one event are one transaction.
package enum DocumentMachine: StateMachine {
  package typealias Status = DocumentStatus
  package typealias Event = DocumentEvent
  package typealias Guard = DocumentGuard
  package typealias Effect = DocumentEffect

  package static let name = "document"

  private static let payers: [Actor] = .business + [.bankFeed]
  private static let released: [Effect] = [.approveAccountingRows, .createDeliveries]
  private static let received: [Effect] = [
    .keepReceivedEInvoice, .openAccountingRows, .createDeliveries,
  ]

  package static let table = TransitionTable<Self> {
    row(
      .import, by: .business, from: [.none], guards: [.notDuplicate],
      to: .awaitingValidation, effects: [.openAccountingRows])

    again(.receive, by: .network, from: [.awaitingValidation, .unpaid, .fullyPaid])
    again(.receive, by: .network, from: [.none], when: \.isRedelivery)
    row(
      .receive, by: .network, from: [.none], when: \.isCorrectlyFormattedAndPaid,
      to: .fullyPaid, effects: received)
    row(
      .receive, by: .network, from: [.none], when: \.isCorrectlyFormatted,
      to: .unpaid, effects: received)
    row(
      .receive, by: .network, from: [.none],
      to: .awaitingValidation, effects: [.listBrokenRules, .openAccountingRows])

    row(
      .save, by: .business, from: [.awaitingValidation], guards: [.etag],
      to: .awaitingValidation, effects: [.storeFields])
    row(
      .discard, by: .business, from: [.awaitingValidation], guards: [.etag],
      to: .gone, effects: [.discardAccountingRows, .removeDocument])

    row(
      .approve, by: .business, from: [.awaitingValidation], when: \.isPaidInvoice,
      guards: [.etag, .compliantEInvoice],
      to: .fullyPaid, effects: [.convertToEInvoice] + released)
    row(
      .approve, by: .business, from: [.awaitingValidation], when: \.isInvoice,
      guards: [.etag, .compliantEInvoice],
      to: .unpaid, effects: [.convertToEInvoice] + released)
    row(
      .approve, by: .business, from: [.awaitingValidation], when: \.isPaid,
      guards: [.etag, .completeFields],
      to: .fullyPaid, effects: released)
    row(
      .approve, by: .business, from: [.awaitingValidation], guards: [.etag, .completeFields],
      to: .unpaid, effects: released)
    again(.approve, by: .business, from: [.unpaid, .fullyPaid], guards: [.etag])

    row(
      .reconcile, by: payers, from: [.awaitingValidation], guards: [.paymentsWithinTotal],
      to: .awaitingValidation, effects: [.storePayments])
    row(
      .undoReconciliation, by: payers, from: [.awaitingValidation], guards: [.paymentsWithinTotal],
      to: .awaitingValidation, effects: [.storePayments])
    row(
      .reconcile, by: payers, from: [.unpaid, .fullyPaid], when: \.isPaid,
      guards: [.paymentsWithinTotal], to: .fullyPaid, effects: [.storePayments])
    row(
      .reconcile, by: payers, from: [.unpaid, .fullyPaid],
      guards: [.paymentsWithinTotal], to: .unpaid, effects: [.storePayments])
    row(
      .undoReconciliation, by: payers, from: [.unpaid, .fullyPaid], when: \.isPaid,
      guards: [.paymentsWithinTotal], to: .fullyPaid, effects: [.storePayments])
    row(
      .undoReconciliation, by: payers, from: [.unpaid, .fullyPaid],
      guards: [.paymentsWithinTotal], to: .unpaid, effects: [.storePayments])

    stays(
      .resend, by: .business, from: [.unpaid, .fullyPaid], effects: [.createBusinessDeliveries])
    stays(
      .resend, by: .partnerAdministrator, from: [.unpaid, .fullyPaid], guards: [.activeLink],
      effects: [.createPartnerDeliveries])
    stays(
      .resend, by: .accountant, from: [.unpaid, .fullyPaid], guards: [.activeLink, .assigned],
      effects: [.createPartnerDeliveries])
    stays(
      .send, by: .business, from: [.unpaid, .fullyPaid], effects: [.createBusinessDeliveries])
    stays(
      .send, by: .partnerAdministrator, from: [.unpaid, .fullyPaid], guards: [.activeLink],
      effects: [.createPartnerDeliveries])
    stays(
      .send, by: .accountant, from: [.unpaid, .fullyPaid], guards: [.activeLink, .assigned],
      effects: [.createPartnerDeliveries])
  }
}
