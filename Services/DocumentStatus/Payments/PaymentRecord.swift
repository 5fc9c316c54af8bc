import EInvoice

/// A payment that is reconciled with a document.
struct PaymentRecord: Sendable, Equatable {
  /// The bank's or the caller's id, unique in the document.
  let id: String
  /// With the sign of the document's own amounts.
  let cents: Int64
  let date: CalendarDate
}

/// A payment as a caller names it.
struct PaymentDraft: Sendable {
  let payment: PaymentRecord
  let currency: String
}
