/// `self_billed` is a mark beside the kind and changes nothing here; so is a credit note.
package enum DocumentKind: String, Sendable, CaseIterable {
  case purchaseInvoice = "purchase_invoice"
  case salesInvoice = "sales_invoice"
  case purchaseReceipt = "purchase_receipt"
  case salesReceipt = "sales_receipt"

  /// Invoices become e-invoices on approval; receipts are never converted.
  package var isInvoice: Bool { self == .purchaseInvoice || self == .salesInvoice }
}

/// A document's total and what payments cover of it, in the currency's minor units (cents). A credit
/// note's amounts are negative on both.
package struct Payments: Sendable, Equatable {
  package var total: Int64
  package var reconciled: Int64

  package init(total: Int64, reconciled: Int64) {
    self.total = total
    self.reconciled = reconciled
  }

  /// Payments never exceed the total, nor run against it.
  package var areWithinTotal: Bool {
    total >= 0 ? (0...total).contains(reconciled) : (total...0).contains(reconciled)
  }

  /// Nothing is left to pay; so it is with a total of zero.
  package var coverTotal: Bool { reconciled == total }

  /// What is left to pay; `nil` when the payments are not within the total.
  package var openAmount: Int64? { areWithinTotal ? total - reconciled : nil }
}

/// What document-status knows when a document event comes. What is left out refuses.
package struct DocumentFacts: Sendable {
  package var kind: DocumentKind
  /// As they stand after the event.
  package var payments: Payments
  /// No document of the space has the same content hash, or the same sender, number, type and year.
  package var isNotDuplicate = false
  /// The network delivered this message before, even if the document was discarded since.
  package var isRedelivery = false
  /// Received: it breaks no rule of its format.
  package var isCorrectlyFormatted = false
  /// The caller's etag is the current one; of an approved document: the one that was approved.
  package var etagMatches = false
  /// Invoices: the fields make a compliant e-invoice.
  package var isCompliantEInvoice = false
  /// Receipts: the fields that a receipt needs are there.
  package var fieldsAreComplete = false
  /// The calling firm's link with the business is active.
  package var linkIsActive = false
  /// The client is assigned to the calling accountant.
  package var isAssigned = false

  package init(kind: DocumentKind, payments: Payments) {
    self.kind = kind
    self.payments = payments
  }

  var isInvoice: Bool { kind.isInvoice }
  var isPaid: Bool { payments.coverTotal }
  var isPaidInvoice: Bool { isInvoice && isPaid }
  var isCorrectlyFormattedAndPaid: Bool { isCorrectlyFormatted && isPaid }
}

package enum DocumentGuard: String, TransitionGuard {
  case notDuplicate = "not_duplicate"
  case etag
  case compliantEInvoice = "compliant_e_invoice"
  case completeFields = "complete_fields"
  case paymentsWithinTotal = "payments_within_total"
  case activeLink = "active_link"
  case assigned

  package func holds(_ facts: DocumentFacts) -> Bool {
    switch self {
    case .notDuplicate: facts.isNotDuplicate
    case .etag: facts.etagMatches
    case .compliantEInvoice: facts.isCompliantEInvoice
    case .completeFields: facts.fieldsAreComplete
    case .paymentsWithinTotal: facts.payments.areWithinTotal
    case .activeLink: facts.linkIsActive
    case .assigned: facts.isAssigned
    }
  }

  package var advice: String {
    switch self {
    case .notDuplicate:
      "This document is here already: same content, or same sender, number, type and year."
    case .etag:
      "The document has changed since it was read: read it again, check it and repeat."
    case .compliantEInvoice:
      "The fields do not make a compliant e-invoice: complete or correct them, then approve."
    case .completeFields:
      "Fields are missing: complete them, then approve."
    case .paymentsWithinTotal:
      "The payments must add up to at most the document's total."
    case .activeLink:
      "There is no active link with this client."
    case .assigned:
      "This client is not assigned to you: ask your administrator."
    }
  }
}
