import StatusRules

/// What a document is: a kind of the status rules, and whether it is a credit note. The raw values are
/// the words in which other services hear of it.
enum DocumentType: String, Sendable, CaseIterable {
  case purchaseInvoice = "purchase_invoice"
  case salesInvoice = "sales_invoice"
  case purchaseReceipt = "purchase_receipt"
  case salesReceipt = "sales_receipt"
  case purchaseCreditNote = "purchase_credit_note"
  case salesCreditNote = "sales_credit_note"

  /// The kind that the status rules know: a credit note flows like an invoice.
  var kind: DocumentKind {
    switch self {
    case .purchaseInvoice, .purchaseCreditNote: .purchaseInvoice
    case .salesInvoice, .salesCreditNote: .salesInvoice
    case .purchaseReceipt: .purchaseReceipt
    case .salesReceipt: .salesReceipt
    }
  }

  var isCreditNote: Bool { self == .purchaseCreditNote || self == .salesCreditNote }

  static func purchase(creditNote: Bool) -> DocumentType {
    creditNote ? .purchaseCreditNote : .purchaseInvoice
  }

  static func sales(creditNote: Bool) -> DocumentType {
    creditNote ? .salesCreditNote : .salesInvoice
  }

  /// BT-3, UNTDID 1001; receipts have none.
  func typeCode(selfBilled: Bool) -> String? {
    switch self {
    case .purchaseInvoice, .salesInvoice: selfBilled ? "389" : "380"
    case .purchaseCreditNote, .salesCreditNote: selfBilled ? "261" : "381"
    case .purchaseReceipt, .salesReceipt: nil
    }
  }

  /// The codes of BT-3 under which a buyer issues on behalf of the supplier.
  static let selfBilledCodes: Set<String> = ["389", "261"]
}

/// How a document came in.
enum DocumentOrigin: String, Sendable, CaseIterable {
  case pdf, ubl, network
}
