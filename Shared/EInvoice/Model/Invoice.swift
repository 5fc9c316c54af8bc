/// An invoice or credit note in the terms of EN 16931-1, whatever it was read from.
///
/// Everything is optional or a list: what is missing is what the rules find. A blank value counts as
/// missing. Groups that are there but empty are there.
package struct Invoice: Sendable, Equatable {
  /// Which of the two UBL documents it is; EN 16931 itself tells them by BT-3 alone.
  package enum Kind: String, Sendable, Hashable {
    case invoice = "Invoice"
    case creditNote = "CreditNote"
  }

  package var kind: Kind
  /// BT-24, the specification that the document says it follows.
  package var specification: String?
  /// BT-23, the business process.
  package var businessProcess: String?
  /// BT-1.
  package var number: String?
  /// BT-2.
  package var issueDate: CalendarDate?
  /// BT-3, UNTDID 1001: 380 is an invoice, 381 a credit note, 389 self-billed.
  package var typeCode: String?
  /// BT-5, ISO 4217.
  package var currency: String?
  /// BT-6, the currency of VAT accounting where it is another one.
  package var accountingCurrency: String?
  /// BT-7.
  package var taxPointDate: CalendarDate?
  /// BT-8, UNTDID 2005.
  package var taxPointCode: String?
  /// BT-9.
  package var dueDate: CalendarDate?
  /// BT-10.
  package var buyerReference: String?
  /// BT-11.
  package var projectReference: String?
  /// BT-12.
  package var contractReference: String?
  /// BT-13.
  package var purchaseOrderReference: String?
  /// BT-14.
  package var salesOrderReference: String?
  /// BT-15.
  package var receivingAdviceReference: String?
  /// BT-16.
  package var despatchAdviceReference: String?
  /// BT-17.
  package var tenderReference: String?
  /// BT-18.
  package var invoicedObject: Identifier?
  /// BT-19.
  package var buyerAccountingReference: String?
  /// BT-20.
  package var paymentTerms: String?
  /// BG-1: BT-22, with the subject code BT-21 as `#AAI#` before it where there is one.
  package var notes: [String] = []
  /// BG-3.
  package var precedingInvoices: [PrecedingInvoice] = []
  /// BG-4.
  package var seller: Party?
  /// BG-7.
  package var buyer: Party?
  /// BG-10, where payment goes to somebody else than the seller.
  package var payee: Party?
  /// BG-11.
  package var taxRepresentative: Party?
  /// BG-13.
  package var delivery: Delivery?
  /// BG-14.
  package var period: Period?
  /// BG-16.
  package var paymentMeans: [PaymentMeans] = []
  /// BG-20.
  package var allowances: [AllowanceCharge] = []
  /// BG-21.
  package var charges: [AllowanceCharge] = []
  /// BG-22 without the VAT totals.
  package var totals: Totals?
  /// BT-110 with BG-23, and BT-111 where VAT is accounted for in another currency.
  package var taxTotals: [TaxTotal] = []
  /// BG-24.
  package var attachments: [Attachment] = []
  /// BG-25.
  package var lines: [InvoiceLine] = []
  /// What stood in the document and could not be taken over; never silently left out.
  package var misreadings: [Misreading] = []

  package init(kind: Kind = .invoice) { self.kind = kind }
}

extension Invoice {
  /// BT-110: the VAT total in the currency of the document.
  package var vatTotal: Amount? { taxTotals.compactMap(\.amount).first { $0.currency == currency } }

  /// BG-23, of every VAT total.
  package var vatBreakdown: [VATBreakdown] { taxTotals.flatMap(\.breakdown) }
}

/// BG-3: an invoice that this one corrects or follows.
package struct PrecedingInvoice: Sendable, Hashable {
  /// BT-25.
  package var number: String?
  /// BT-26.
  package var issueDate: CalendarDate?

  package init(number: String? = nil, issueDate: CalendarDate? = nil) {
    self.number = number
    self.issueDate = issueDate
  }
}

/// BG-24: a supporting document.
package struct Attachment: Sendable, Hashable {
  /// BT-122.
  package var reference: String?
  /// BT-123.
  package var description: String?
  /// BT-124.
  package var location: String?
  /// BT-125, base64 without blanks.
  package var content: String?
  package var mimeCode: String?
  package var filename: String?

  package init(reference: String? = nil) { self.reference = reference }
}

/// A value that could not be read, or an element that stood more often than the model has room for.
package struct Misreading: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The text is not of the type that the schema names for it.
    case notA(String)
    /// A term that occurs once at most stood more than once; the first one was taken.
    case repeated
  }

  package var path: String
  package var text: String
  package var reason: Reason
}
