extension Invoice {
  /// The invoice with all that follows from its lines, allowances and charges: line net amounts where
  /// none is given, VAT breakdown, VAT total and totals. For documents whose fields a person typed.
  ///
  /// Line net amounts that are given stay: a person reads them off the paper. What was paid (BT-113),
  /// the rounding (BT-114), the VAT total in accounting currency (BT-111) and the exemption reasons of
  /// a breakdown of the same category stay as well. An amount without currency gets the document's.
  /// Nothing here fails: what is missing stays missing, and the rules say so.
  package func computed() -> Invoice {
    var invoice = self
    for index in invoice.lines.indices { invoice.lines[index].compute(currency: currency) }
    let breakdown = invoice.computedBreakdown()
    let vat = ExactDecimal.sum(breakdown.values(of: \.taxAmount)).roundedToCents
    let inOtherCurrency = taxTotals.filter {
      $0.amount?.currency == accountingCurrency && $0.amount?.currency != currency
    }
    invoice.taxTotals =
      [TaxTotal(amount: Amount(vat, currency), breakdown: breakdown)]
      + inOtherCurrency.map { TaxTotal(amount: $0.amount) }
    invoice.totals = invoice.computedTotals(vat: vat)
    return invoice
  }

  /// One entry for each category and rate, in the order in which they first occur. Rates of
  /// categories that have none are left out of the comparison by being equal.
  private func computedBreakdown() -> [VATBreakdown] {
    var entries: [(category: TaxCategory, taxable: ExactDecimal)] = []
    func add(_ category: TaxCategory?, _ amount: ExactDecimal?) {
      guard let category, let amount else { return }
      if let index = entries.firstIndex(where: { $0.category.isSame(as: category) }) {
        entries[index].taxable = entries[index].taxable + amount
      } else {
        entries.append((category, amount))
      }
    }
    for line in lines { add(line.category, line.netAmount?.value) }
    for allowance in allowances { add(allowance.category, allowance.amount.map { -$0.value }) }
    for charge in charges { add(charge.category, charge.amount?.value) }
    return entries.map { entry in
      var category = entry.category
      let known = vatBreakdown.first { $0.category?.isSame(as: category) == true }?.category
      category.exemptionReason = category.exemptionReason ?? known?.exemptionReason
      category.exemptionReasonCode = category.exemptionReasonCode ?? known?.exemptionReasonCode
      let taxable = entry.taxable.roundedToCents
      let tax = taxable.multiplied(by: category.rate ?? .zero)?.divided(by: 100)?.roundedToCents
      return VATBreakdown(
        taxableAmount: Amount(taxable, currency), taxAmount: tax.map { Amount($0, currency) },
        category: category)
    }
  }

  private func computedTotals(vat: ExactDecimal) -> Totals {
    let lineSum = ExactDecimal.sum(lines.values(of: \.netAmount)).roundedToCents
    let allowanceSum = ExactDecimal.sum(allowances.values(of: \.amount)).roundedToCents
    let chargeSum = ExactDecimal.sum(charges.values(of: \.amount)).roundedToCents
    let withoutVAT = (lineSum - allowanceSum + chargeSum).roundedToCents
    let withVAT = (withoutVAT + vat).roundedToCents
    let due = withVAT - (totals?.paid?.value ?? .zero) + (totals?.rounding?.value ?? .zero)
    var result = Totals()
    result.lines = Amount(lineSum, currency)
    result.allowances = allowances.isEmpty ? nil : Amount(allowanceSum, currency)
    result.charges = charges.isEmpty ? nil : Amount(chargeSum, currency)
    result.withoutVAT = Amount(withoutVAT, currency)
    result.withVAT = Amount(withVAT, currency)
    result.paid = totals?.paid
    result.rounding = totals?.rounding
    result.due = Amount(due.roundedToCents, currency)
    return result
  }
}

extension InvoiceLine {
  /// What BT-131 should be: BT-129 × BT-146 ÷ BT-149 − Σ BT-136 + Σ BT-141, not rounded; nil where
  /// quantity or price is missing, the base quantity zero, or the product too large.
  var calculatedNet: ExactDecimal? {
    guard let quantity = quantity?.value, let net = price?.net?.value else { return nil }
    let base = price?.baseQuantity?.value ?? 1
    guard let gross = quantity.multiplied(by: net)?.divided(by: base) else { return nil }
    return gross - ExactDecimal.sum(allowances.values(of: \.amount))
      + ExactDecimal.sum(charges.values(of: \.amount))
  }

  fileprivate mutating func compute(currency: String?) {
    if let given = netAmount {
      netAmount = Amount(given.value, given.currency ?? currency)
      return
    }
    netAmount = calculatedNet.map { Amount($0.roundedToCents, currency) }
  }
}

extension TaxCategory {
  fileprivate func isSame(as other: TaxCategory) -> Bool {
    code == other.code && rate == other.rate && scheme == other.scheme
  }
}
