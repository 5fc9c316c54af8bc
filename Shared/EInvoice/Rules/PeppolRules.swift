extension Rules {
  /// What Peppol BIS Billing 3 (release of May 2025) demands beside EN 16931, without the rules of
  /// single countries. Rules that only repeat EN 16931 with the same outcome are left out.
  static let peppol: [Rule] = peppolHeader + peppolTotals + peppolLines + peppolIdentifiers

  private static let peppolHeader: [Rule] = [
    .document("PEPPOL-EN16931-R001", "The business process (BT-23) is named.") {
      $0.businessProcess != nil
    },
    .document("PEPPOL-EN16931-R002", "There is one note (BG-1) at most, unless both are German.") {
      $0.notes.count <= 1
        || ($0.seller?.address?.country == "DE" && $0.buyer?.address?.country == "DE")
    },
    .document(
      "PEPPOL-EN16931-R003", "There is a buyer reference (BT-10) or an order reference (BT-13)."
    ) {
      // An order of the seller alone is written with Peppol's word for none, which counts.
      $0.buyerReference != nil || $0.purchaseOrderReference != nil || $0.salesOrderReference != nil
    },
    .document("PEPPOL-EN16931-R004", "The specification (BT-24) is Peppol BIS Billing 3.") {
      $0.specification?.hasPrefix(UBL.peppolSpecification) == true
    },
    .document(
      "PEPPOL-EN16931-R005", "The VAT accounting currency (BT-6) is not the currency (BT-5)."
    ) { $0.accountingCurrency == nil || $0.accountingCurrency != $0.currency },
    .document("PEPPOL-EN16931-R007", "The business process (BT-23) is one of Peppol's billing.") {
      $0.peppolProfile != nil
    },
    .document("PEPPOL-EN16931-R010", "The buyer has an electronic address (BT-49).") {
      $0.buyer?.endpoint != nil
    },
    .document("PEPPOL-EN16931-R020", "The seller has an electronic address (BT-34).") {
      $0.seller?.endpoint != nil
    },
    .each(
      .many("BG-16") { $0.paymentMeans }, "PEPPOL-EN16931-R061",
      "A direct debit (BT-81 is 49 or 59) has a mandate reference (BT-89)."
    ) { (means: PaymentMeans) in
      (means.code != "49" && means.code != "59") || means.mandate?.mandate != nil
    },
    .document("PEPPOL-EN16931-P0100", "The type of an invoice (BT-3) is one of process 01.") {
      $0.kind != .invoice || $0.peppolProfile != "01" || invoiceTypes.contains($0.typeCode ?? "")
    },
    .document("PEPPOL-EN16931-P0101", "The type of a credit note (BT-3) is one of process 01.") {
      $0.kind != .creditNote || $0.peppolProfile != "01"
        || ["381", "396", "81", "83", "532"].contains($0.typeCode ?? "")
    },
  ]

  private static let peppolTotals: [Rule] = [
    .document("PEPPOL-EN16931-R051", "All amounts but BT-111 are in the currency (BT-5).") {
      invoice in
      amountsInDocumentCurrency.allSatisfy { group in
        group.parts(invoice).allSatisfy { $0.part.currency == invoice.currency }
      }
    },
    .document("PEPPOL-EN16931-R053", "There is one VAT total with a breakdown.") {
      $0.taxTotals.count { !$0.breakdown.isEmpty } == 1
    },
    .document(
      "PEPPOL-EN16931-R054", "There is one VAT total without breakdown if BT-6 is given, else none."
    ) { invoice in
      invoice.taxTotals.count { $0.breakdown.isEmpty }
        == (invoice.accountingCurrency == nil ? 0 : 1)
    },
    .document("PEPPOL-EN16931-R055", "Both VAT totals (BT-110, BT-111) have the same sign.") {
      invoice in
      let other = invoice.taxTotals.compactMap(\.amount).first {
        $0.currency == invoice.accountingCurrency
      }
      guard invoice.accountingCurrency != nil, let other = other?.value,
        let own = invoice.vatTotal?.value
      else { return true }
      return (own <= .zero && other <= .zero) || (own >= .zero && other >= .zero)
    },
    .each(
      reductions, "PEPPOL-EN16931-R040",
      "An allowance or charge is its percentage of its base amount, give or take 0.02."
    ) { entry in
      guard let base = entry.baseAmount?.value, let percentage = entry.percentage else {
        return true
      }
      let product = base.multiplied(by: percentage)?.divided(by: 100)
      return product.map { isNear(entry.amount?.value ?? .zero, $0) } ?? false
    },
    .each(
      reductions, "PEPPOL-EN16931-R041",
      "An allowance or charge with a percentage has a base amount."
    ) { $0.percentage == nil || $0.baseAmount != nil },
    .each(
      reductions, "PEPPOL-EN16931-R042",
      "An allowance or charge with a base amount has a percentage."
    ) { $0.baseAmount == nil || $0.percentage != nil },
  ]

  private static let peppolLines: [Rule] = [
    .each(
      Group<InvoiceLine>.lines, "PEPPOL-EN16931-R046",
      "An item's net price (BT-146) is its gross price (BT-148) less its discount (BT-147)."
    ) { line in
      guard let gross = line.price?.gross?.value else { return true }
      return line.price?.net?.value == gross - (line.price?.discount?.value ?? .zero)
    },
    lineWithin("R110", "starts (BT-134)", "start (BT-73)") { line, period in
      guard let start = line.start, let first = period.start else { return true }
      return start >= first
    },
    lineWithin("R111", "ends (BT-135)", "end (BT-74)") { line, period in
      guard let end = line.end, let last = period.end else { return true }
      return end <= last
    },
    .each(
      Group<InvoiceLine>.lines, "PEPPOL-EN16931-R120",
      "A line's net amount (BT-131) is quantity × price ± charges and allowances, give or take 0.02."
    ) { line in
      guard let net = line.netAmount?.value, let product = line.calculatedNet else { return true }
      return isNear(net, product)
    },
    .each(
      Group<InvoiceLine>.lines, "PEPPOL-EN16931-R121",
      "A price's base quantity (BT-149) is positive."
    ) { ($0.price?.baseQuantity?.value ?? 1) > .zero },
    .each(
      Group<InvoiceLine>.lines, "PEPPOL-EN16931-R130",
      "A price's base quantity is in the unit of the line's quantity (BT-130, BT-150)."
    ) { line in
      guard let unit = line.price?.baseQuantity?.unit, line.quantity != nil else { return true }
      return unit == line.quantity?.unit
    },
  ]

  private static let invoiceTypes: Set<String> = [
    "71", "80", "82", "84", "102", "218", "219", "326", "331", "380", "382", "383", "384", "386",
    "388", "393", "395", "553", "575", "623", "780", "817", "870", "875", "876", "877",
  ]

  private static let reductions = Group<AllowanceCharge> { invoice in
    Group<AllowanceCharge>.allowances.parts(invoice) + Group<AllowanceCharge>.charges.parts(invoice)
      + Group<AllowanceCharge>.lineAllowances.parts(invoice)
      + Group<AllowanceCharge>.lineCharges.parts(invoice)
  }

  private static func lineWithin(
    _ id: String, _ edge: String, _ limit: String,
    holds: @escaping @Sendable (Period, Period) -> Bool
  ) -> Rule {
    Rule("PEPPOL-EN16931-\(id)", "A line's period \(edge) within the invoicing period's \(limit).")
    {
      invoice in
      guard let period = invoice.period else { return [] }
      return Group<InvoiceLine>.lines.one("BG-26") { $0.period }.parts(invoice)
        .filter { !holds($0.part, period) }.map(\.location)
    }
  }

  private static func isNear(_ amount: ExactDecimal, _ expected: ExactDecimal) -> Bool {
    (amount - expected).magnitude <= peppolLeeway
  }

  private static let peppolLeeway = ExactDecimal(units: ExactDecimal.one / 50, fractionDigits: 2)
}

extension Invoice {
  /// The two digits of a billing process of Peppol; nil where BT-23 names none.
  fileprivate var peppolProfile: String? {
    guard let process = businessProcess, process.hasPrefix("urn:fdc:peppol.eu:2017:poacc:billing:"),
      process.hasSuffix(":1.0")
    else { return nil }
    let digits = process.dropFirst("urn:fdc:peppol.eu:2017:poacc:billing:".count).dropLast(4)
    return digits.count == 2 && digits.allSatisfy { $0.isASCII && $0.isNumber }
      ? String(digits) : nil
  }
}
