@testable import EInvoice

extension Breaking {
  /// Adds to an amount.
  private static func shift(_ amount: inout Amount?, by text: String = "0.01") {
    guard let value = amount?.value else { return }
    amount?.value = value + Samples.decimal(text)
  }

  private static func shiftTotal(
    _ total: WritableKeyPath<Totals, Amount?>, in invoice: inout Invoice
  ) {
    guard var totals = invoice.totals else { return }
    shift(&totals[keyPath: total])
    invoice.totals = totals
  }

  /// The same value with a third fraction digit.
  private static func lengthen(_ amount: inout Amount?) { shift(&amount, by: "0.000") }

  private static func lengthenTotal(
    _ total: WritableKeyPath<Totals, Amount?>, in invoice: inout Invoice
  ) {
    guard var totals = invoice.totals else { return }
    lengthen(&totals[keyPath: total])
    invoice.totals = totals
  }

  static let amounts: [Breaking] = missing + sums + digits

  private static let missing: [Breaking] = [
    Breaking("BR-12") { $0.totals?.lines = nil },
    Breaking("BR-13") { $0.totals?.withoutVAT = nil },
    Breaking("BR-14") { $0.totals?.withVAT = nil },
    Breaking("BR-15") { $0.totals?.due = nil },
    Breaking("BR-31", also: ["BR-CO-11", "BR-S-08"]) { $0.allowances[0].amount = nil },
    Breaking("BR-32", also: ["BR-S-08"]) { $0.allowances[0].category = nil },
    Breaking("BR-33", also: ["BR-CO-21"]) {
      $0.allowances[0].reason = nil
      $0.allowances[0].reasonCode = nil
    },
    Breaking("BR-36", also: ["BR-CO-12", "BR-S-08"]) { $0.charges[0].amount = nil },
    Breaking("BR-37", also: ["BR-S-08"]) { $0.charges[0].category = nil },
    Breaking("BR-38", also: ["BR-CO-22"]) {
      $0.charges[0].reason = nil
      $0.charges[0].reasonCode = nil
    },
    Breaking("BR-45") { $0.taxTotals[0].breakdown[0].taxableAmount = nil },
    Breaking("BR-46", also: ["BR-CO-14"]) { $0.taxTotals[0].breakdown[0].taxAmount = nil },
    Breaking("BR-47", also: ["BR-Z-01"]) { $0.taxTotals[0].breakdown[2].category?.code = nil },
    Breaking("BR-48", also: ["BR-CO-17"]) { $0.taxTotals[0].breakdown[0].category?.rate = nil },
  ]

  private static let sums: [Breaking] = [
    Breaking("BR-CO-10", also: ["BR-CO-13"]) { shiftTotal(\.lines, in: &$0) },
    Breaking("BR-CO-11", also: ["BR-CO-13"]) { $0.totals?.allowances = nil },
    Breaking("BR-CO-11", also: ["BR-CO-13"]) { shiftTotal(\.allowances, in: &$0) },
    Breaking("BR-CO-12", also: ["BR-CO-13"]) { $0.totals?.charges = nil },
    Breaking("BR-CO-12", also: ["BR-CO-13"]) { shiftTotal(\.charges, in: &$0) },
    Breaking("BR-CO-13", also: ["BR-CO-15"]) { shiftTotal(\.withoutVAT, in: &$0) },
    Breaking("BR-CO-14", also: ["BR-CO-15"]) { shift(&$0.taxTotals[0].amount) },
    Breaking("BR-CO-15", also: ["BR-CO-16"]) { shiftTotal(\.withVAT, in: &$0) },
    Breaking("BR-CO-15") { $0.taxTotals[0].amount?.currency = "USD" },
    Breaking("BR-CO-15") { $0.taxTotals.append(TaxTotal(amount: $0.taxTotals[0].amount)) },
    Breaking("BR-CO-16") { shiftTotal(\.due, in: &$0) },
    Breaking("BR-CO-16") { $0.totals?.paid = nil },
    Breaking("BR-CO-16") { $0.totals?.rounding = nil },
    Breaking("BR-CO-17", also: ["BR-CO-14", "BR-S-09"]) {
      shift(&$0.taxTotals[0].breakdown[0].taxAmount, by: "1.00")
    },
    Breaking("BR-CO-18", also: ["BR-S-01", "BR-Z-01"]) { $0.taxTotals[0].breakdown = [] },
  ]

  private static let digits: [Breaking] = [
    Breaking("BR-DEC-01") { lengthen(&$0.allowances[0].amount) },
    Breaking("BR-DEC-02") { lengthen(&$0.allowances[0].baseAmount) },
    Breaking("BR-DEC-05") { lengthen(&$0.charges[0].amount) },
    Breaking("BR-DEC-06") { lengthen(&$0.charges[0].baseAmount) },
    Breaking("BR-DEC-09") { lengthenTotal(\.lines, in: &$0) },
    Breaking("BR-DEC-10") { lengthenTotal(\.allowances, in: &$0) },
    Breaking("BR-DEC-11") { lengthenTotal(\.charges, in: &$0) },
    Breaking("BR-DEC-12") { lengthenTotal(\.withoutVAT, in: &$0) },
    Breaking("BR-DEC-13") { lengthen(&$0.taxTotals[0].amount) },
    Breaking("BR-DEC-14") { lengthenTotal(\.withVAT, in: &$0) },
    Breaking("BR-DEC-15") { lengthen(&$0.taxTotals[1].amount) },
    Breaking("BR-DEC-16") { lengthenTotal(\.paid, in: &$0) },
    Breaking("BR-DEC-17") { lengthenTotal(\.rounding, in: &$0) },
    Breaking("BR-DEC-18") { lengthenTotal(\.due, in: &$0) },
    Breaking("BR-DEC-19") { lengthen(&$0.taxTotals[0].breakdown[0].taxableAmount) },
    Breaking("BR-DEC-20") { lengthen(&$0.taxTotals[0].breakdown[0].taxAmount) },
  ]
}
