extension Rules {
  /// BR-DEC-*: amounts have two fraction digits at most. Prices and quantities may have more.
  static let decimals: [Rule] =
    [
      twoDigits("BR-DEC-01", "BT-92", .allowances, \.amount),
      twoDigits("BR-DEC-02", "BT-93", .allowances, \.baseAmount),
      twoDigits("BR-DEC-05", "BT-99", .charges, \.amount),
      twoDigits("BR-DEC-06", "BT-100", .charges, \.baseAmount),
      twoDigits("BR-DEC-09", "BT-106", .totals, \.lines),
      twoDigits("BR-DEC-10", "BT-107", .totals, \.allowances),
      twoDigits("BR-DEC-11", "BT-108", .totals, \.charges),
      twoDigits("BR-DEC-12", "BT-109", .totals, \.withoutVAT),
    ] + [
      twoDigits("BR-DEC-13", "BT-110", vatTotals, \.self),
      twoDigits("BR-DEC-14", "BT-112", .totals, \.withVAT),
      twoDigits("BR-DEC-15", "BT-111", accountingTotals, \.self),
      twoDigits("BR-DEC-16", "BT-113", .totals, \.paid),
      twoDigits("BR-DEC-17", "BT-114", .totals, \.rounding),
      twoDigits("BR-DEC-18", "BT-115", .totals, \.due),
      twoDigits("BR-DEC-19", "BT-116", .breakdown, \.taxableAmount),
      twoDigits("BR-DEC-20", "BT-117", .breakdown, \.taxAmount),
      twoDigits("BR-DEC-23", "BT-131", .lines, \.netAmount),
      twoDigits("BR-DEC-24", "BT-136", .lineAllowances, \.amount),
      twoDigits("BR-DEC-25", "BT-137", .lineAllowances, \.baseAmount),
      twoDigits("BR-DEC-27", "BT-141", .lineCharges, \.amount),
      twoDigits("BR-DEC-28", "BT-142", .lineCharges, \.baseAmount),
    ]

  private static func twoDigits<Part>(
    _ id: String, _ term: String, _ group: Group<Part>,
    _ amount: @escaping @Sendable (Part) -> Amount?
  ) -> Rule {
    .each(group, id, "An amount (\(term)) has two fraction digits at most.") {
      (amount($0)?.value.fractionDigits ?? 0) <= 2
    }
  }

  private static let vatTotals = Group<Amount>.many("BT-110") { invoice in
    invoice.taxTotals.compactMap(\.amount).filter { $0.currency == invoice.currency }
  }
  private static let accountingTotals = Group<Amount>.many("BT-111") { invoice in
    invoice.taxTotals.compactMap(\.amount).filter {
      $0.currency == invoice.accountingCurrency && $0.currency != invoice.currency
    }
  }
}
