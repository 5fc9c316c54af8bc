extension Rules {
  /// EN 16931 states the same three things of allowances and charges, of documents and lines, each
  /// under a number of its own; the reason even under two.
  static let allowancesAndCharges: [Rule] =
    rules(
      .allowances, "A document level allowance (BG-20)", amount: ("BR-31", "BT-92"),
      category: ("BR-32", "BT-95"), reasons: ["BR-33", "BR-CO-21"], terms: "BT-97 or BT-98")
    + rules(
      .charges, "A document level charge (BG-21)", amount: ("BR-36", "BT-99"),
      category: ("BR-37", "BT-102"), reasons: ["BR-38", "BR-CO-22"], terms: "BT-104 or BT-105")
    + rules(
      .lineAllowances, "A line's allowance (BG-27)", amount: ("BR-41", "BT-136"),
      category: nil, reasons: ["BR-42", "BR-CO-23"], terms: "BT-139 or BT-140")
    + rules(
      .lineCharges, "A line's charge (BG-28)", amount: ("BR-43", "BT-141"),
      category: nil, reasons: ["BR-44", "BR-CO-24"], terms: "BT-144 or BT-145")

  private static func rules(
    _ group: Group<AllowanceCharge>, _ name: String, amount: (id: String, term: String),
    category: (id: String, term: String)?, reasons: [String], terms: String
  ) -> [Rule] {
    var rules: [Rule] = [
      .each(group, amount.id, "\(name) has an amount (\(amount.term)).") { $0.amount != nil }
    ]
    if let category {
      rules.append(
        .each(group, category.id, "\(name) has a VAT category code (\(category.term)).") {
          $0.category?.isVAT == true && $0.category?.code != nil
        })
    }
    for id in reasons {
      rules.append(
        .each(group, id, "\(name) has a reason or a reason code (\(terms)).") {
          $0.reason != nil || $0.reasonCode != nil
        })
    }
    return rules
  }
}
