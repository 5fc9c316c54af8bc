extension Rules {
  /// Of reading: nothing of a document is passed over in silence.
  static let reading: [Rule] = [
    Rule("UBL-TYPE", "A value is of the type that the UBL schema names for it.") {
      $0.misreadings.filter { $0.reason != .repeated }.map(\.path)
    },
    Rule("UBL-ONCE", "A term that occurs once at most in EN 16931 stands once at most.") {
      $0.misreadings.filter { $0.reason == .repeated }.map(\.path)
    },
  ]

  static let header: [Rule] = [
    .document("BR-01", "An invoice names the specification that it follows (BT-24).") {
      $0.specification != nil
    },
    .document("BR-02", "An invoice has a number (BT-1).") { $0.number != nil },
    // One that stands there and is no date is UBL-TYPE's.
    .document("BR-03", "An invoice has an issue date (BT-2).") { invoice in
      invoice.issueDate != nil || invoice.misreadings.contains { $0.path.hasSuffix("/IssueDate") }
    },
    .document("BR-04", "An invoice has a type code (BT-3).") { $0.typeCode != nil },
    .document("BR-05", "An invoice has a currency (BT-5).") { $0.currency != nil },
    .document("BR-16", "An invoice has at least one line (BG-25).") { !$0.lines.isEmpty },
    .document(
      "BR-53", "With a VAT accounting currency (BT-6) the VAT total in it (BT-111) is given."
    ) { invoice in
      invoice.accountingCurrency == nil
        || invoice.taxTotals.contains { $0.amount?.currency == invoice.accountingCurrency }
    },
    .document(
      "BR-CO-03", "There is a tax point date (BT-7) or a tax point date code (BT-8), not both."
    ) { $0.taxPointDate == nil || $0.taxPointCode == nil },
    .each(period, "BR-29", "An invoicing period ends (BT-74) no earlier than it starts (BT-73).") {
      $0.isOrdered
    },
    .each(
      period, "BR-CO-19", "An invoicing period (BG-14) has a start (BT-73), an end (BT-74) or both."
    ) { $0 != Period() },
    .each(attachments, "BR-52", "A supporting document (BG-24) has a reference (BT-122).") {
      $0.reference != nil
    },
    .each(preceding, "BR-55", "A preceding invoice (BG-3) is named by its number (BT-25).") {
      $0.number != nil
    },
    .each(
      deliveryAddress, "BR-57", "A deliver to address (BG-15) has a country code (BT-80)."
    ) { $0.country != nil },
  ]

  private static let period = Group<Period>.one("BG-14") { $0.period }
  private static let attachments = Group<Attachment>.many("BG-24") { $0.attachments }
  private static let preceding = Group<PrecedingInvoice>.many("BG-3") { $0.precedingInvoices }
  private static let deliveryAddress = Group<Address>.one("BG-13/BG-15") { $0.delivery?.address }
}

extension Period {
  var isOrdered: Bool {
    guard let start, let end else { return true }
    return end >= start
  }
}
