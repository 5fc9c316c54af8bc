extension Rules {
  /// Amounts that must be there, and how they add up. Where an amount is missing, the rule that
  /// demands it says so, and the sum that it belongs to is not judged.
  static let arithmetic: [Rule] = [
    .document("BR-12", "An invoice has the sum of its line net amounts (BT-106).") {
      $0.totals?.lines != nil
    },
    .document("BR-13", "An invoice has a total without VAT (BT-109).") {
      $0.totals?.withoutVAT != nil
    },
    .document("BR-14", "An invoice has a total with VAT (BT-112).") { $0.totals?.withVAT != nil },
    .document("BR-15", "An invoice has an amount due for payment (BT-115).") {
      $0.totals?.due != nil
    },
    .document("BR-CO-10", "The sum of line net amounts (BT-106) is the sum of BT-131.") {
      invoice in
      guard let total = invoice.totals?.lines?.value else { return true }
      return total == ExactDecimal.sum(invoice.lines.values(of: \.netAmount)).roundedToCents
    },
    .document("BR-CO-11", "The sum of document allowances (BT-107) is the sum of BT-92.") {
      $0.totals == nil || sum($0.allowances, is: $0.totals?.allowances)
    },
    .document("BR-CO-12", "The sum of document charges (BT-108) is the sum of BT-99.") {
      $0.totals == nil || sum($0.charges, is: $0.totals?.charges)
    },
    .each(
      .totals, "BR-CO-13", "The total without VAT (BT-109) is BT-106 less BT-107 plus BT-108."
    ) { totals in
      guard let total = totals.withoutVAT?.value, let lines = totals.lines?.value else {
        return true
      }
      let sum = lines - (totals.allowances?.value ?? .zero) + (totals.charges?.value ?? .zero)
      return total == sum.roundedToCents
    },
    .each(
      .many("BT-110") { $0.taxTotals }, "BR-CO-14",
      "The VAT total (BT-110) is the sum of the VAT category tax amounts (BT-117)."
    ) { (total: TaxTotal) in
      guard !total.breakdown.isEmpty, let amount = total.amount?.value else { return true }
      return amount == ExactDecimal.sum(total.breakdown.values(of: \.taxAmount)).roundedToCents
    },
    .document(
      "BR-CO-15", "The total with VAT (BT-112) is BT-109 plus the VAT total (BT-110), which is one."
    ) { invoice in
      guard let currency = invoice.currency else { return true }
      let vat = invoice.taxTotals.compactMap(\.amount).filter { $0.currency == currency }
      guard vat.count == 1 else { return false }
      guard let with = invoice.totals?.withVAT?.value,
        let without = invoice.totals?.withoutVAT?.value
      else { return true }
      return with == (without + vat[0].value).roundedToCents
    },
    .each(
      .totals, "BR-CO-16", "The amount due (BT-115) is BT-112 less BT-113 plus BT-114."
    ) { totals in
      guard let due = totals.due?.value, let total = totals.withVAT?.value else { return true }
      let sum = total - (totals.paid?.value ?? .zero) + (totals.rounding?.value ?? .zero)
      return due.roundedToCents == sum.roundedToCents
    },
    .each(.breakdown, "BR-45", "A VAT breakdown (BG-23) has a taxable amount (BT-116).") {
      $0.taxableAmount != nil
    },
    .each(.breakdown, "BR-46", "A VAT breakdown (BG-23) has a tax amount (BT-117).") {
      $0.taxAmount != nil
    },
    .each(.breakdown, "BR-47", "A VAT breakdown (BG-23) has a category code (BT-118).") {
      $0.category?.isVAT == true && $0.category?.code != nil
    },
    .each(
      .breakdown, "BR-48", "A VAT breakdown (BG-23) has a rate (BT-119), unless it is category O."
    ) { $0.category?.isVAT == true && ($0.category?.rate != nil || $0.category?.code == "O") },
    .each(
      .breakdown, "BR-CO-17",
      "A VAT category tax amount (BT-117) is BT-116 times the rate (BT-119), give or take 1."
    ) { $0.taxIsTaxableTimesRate },
    .document("BR-CO-18", "An invoice has at least one VAT breakdown (BG-23).") {
      !$0.vatBreakdown.isEmpty
    },
  ]

  private static func sum(_ entries: [AllowanceCharge], is total: Amount?) -> Bool {
    guard let total else { return entries.isEmpty }
    return total.value == ExactDecimal.sum(entries.values(of: \.amount)).roundedToCents
  }
}

extension Collection {
  /// The values of an amount, of those elements that have one.
  func values(of amount: (Element) -> Amount?) -> [ExactDecimal] {
    compactMap { amount($0)?.value }
  }
}

extension VATBreakdown {
  /// EN 16931's validation gives 1 of leeway: sellers may round by line. A rate that rounds to zero,
  /// or none, allows no tax.
  fileprivate var taxIsTaxableTimesRate: Bool {
    guard let tax = taxAmount?.value else { return true }
    guard let rate = category?.rate, rate.magnitude.isHalfOrMore else {
      return !tax.magnitude.isHalfOrMore
    }
    guard let taxable = taxableAmount?.value else { return true }
    return isNear(tax, taxable, rate: rate)
  }

  /// Whether `tax` is less than 1 away from `taxable` × `rate` %.
  func isNear(_ tax: ExactDecimal, _ taxable: ExactDecimal, rate: ExactDecimal) -> Bool {
    guard let product = taxable.magnitude.multiplied(by: rate)?.divided(by: 100) else {
      return false
    }
    return (tax.magnitude - product.roundedToCents).magnitude < 1
  }
}

extension ExactDecimal {
  fileprivate var isHalfOrMore: Bool { self + self >= 1 }
}
