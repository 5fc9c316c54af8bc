import EInvoice
import StatusRules

/// What the fields of a document come to: the rules they break, the amounts, the e-invoice they make.
struct Assessment: Sendable {
  var violations: [Violation]
  /// Nil while the fields do not give a total.
  let amounts: DocumentAmounts?
  /// Nil while the fields do not say enough, and for receipts.
  let duplicateKey: String?
  /// Nil for receipts.
  let invoice: Invoice?

  /// An invoice is a compliant e-invoice; a receipt has all that a receipt needs.
  var isComplete: Bool { !violations.contains(where: \.isFatal) }
}

/// Judges a document by its type, its fields and the UBL file that it came as. Pure, and slow enough
/// (100 µs and more) to be called off the event loops.
struct Assessor: Sendable {
  let type: DocumentType
  let isSelfBilled: Bool
  let origin: DocumentOrigin
  let isRewritten: Bool
  /// What came in as UBL; nil for a PDF.
  let base: Invoice?

  func assess(_ fields: DocumentFields) -> Assessment {
    type.kind.isInvoice ? assessInvoice(fields) : assessReceipt(fields)
  }

  private func assessInvoice(_ fields: DocumentFields) -> Assessment {
    let making = InvoiceMaking(
      type: type, isSelfBilled: isSelfBilled, base: base, keepsProfile: origin == .ubl)
    let invoice = isRewritten ? making.invoice(fields) : (base ?? making.invoice(fields))
    let violations = invoice.breaches(of: rules(for: invoice)).map {
      Violation(
        rule: $0.rule, message: $0.message, location: $0.location == "/" ? "" : $0.location,
        isFatal: $0.severity == .fatal)
    }
    return Assessment(
      violations: violations.limited, amounts: DocumentAmounts(invoice),
      duplicateKey: DuplicateKey(invoice)?.description, invoice: invoice)
  }

  /// A document is held to what it is to be: Peppol BIS Billing for what came over Peppol and for
  /// what is written here, which says that it follows it; what a UBL file itself claims for that file.
  /// Self-billing is another profile of Peppol, of which EN 16931's rules are the common part.
  private func rules(for invoice: Invoice) -> [Rule] {
    if isSelfBilled { return Rules.en16931 }
    switch origin {
    case .pdf, .network: return Rules.peppolBilling
    case .ubl:
      let claimsPeppol = invoice.specification?.hasPrefix(UBL.peppolSpecification) ?? false
      return claimsPeppol ? Rules.peppolBilling : Rules.en16931
    }
  }

  private func assessReceipt(_ fields: DocumentFields) -> Assessment {
    let total = fields.receiptTotal?.cents
    let amounts = fields.currency.given.flatMap { currency in
      total.map { DocumentAmounts(total: $0, payable: $0, currency: currency) }
    }
    return Assessment(
      violations: receiptViolations(fields), amounts: amounts, duplicateKey: nil, invoice: nil)
  }

  /// What bookkeeping needs of a receipt: who sold, when, and how much.
  private func receiptViolations(_ fields: DocumentFields) -> [Violation] {
    let needs: [(Bool, String, String)] = [
      (fields.issueDate != nil, "RECEIPT-DATE", "A receipt has a day of issue (BT-2)."),
      (!fields.currency.isEmpty, "RECEIPT-CURRENCY", "A receipt has a currency (BT-5)."),
      (fields.receiptTotal != nil, "RECEIPT-TOTAL", "A receipt has an amount with VAT."),
      (fields.seller?.name.given != nil, "RECEIPT-SELLER", "A receipt names the seller (BT-27)."),
    ]
    return needs.filter { !$0.0 }.map {
      Violation(rule: $0.1, message: $0.2, location: "", isFatal: true)
    }
  }
}

extension [Violation] {
  /// The first `DocumentLimits.violations`; one last violation counts the rest, and is as grave as the
  /// gravest of them.
  fileprivate var limited: [Violation] {
    let rest = dropFirst(DocumentLimits.violations)
    guard !rest.isEmpty else { return self }
    let count = Violation(
      rule: "FURTHER-VIOLATIONS", message: "\(rest.count) more violations of the rules.",
      location: "", isFatal: rest.contains(where: \.isFatal))
    return prefix(DocumentLimits.violations) + [count]
  }
}

extension DocumentAmounts {
  /// Nil where lines or totals are missing, or an amount is no whole number of cents.
  init?(_ invoice: Invoice) {
    guard let currency = invoice.currency, !invoice.lines.isEmpty,
      invoice.lines.allSatisfy({ $0.netAmount != nil }),
      let total = invoice.totals?.withVAT?.value.cents
    else { return nil }
    self.init(
      total: total, payable: invoice.totals?.due?.value.cents ?? total, currency: currency)
  }
}
