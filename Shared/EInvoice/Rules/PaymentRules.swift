extension Rules {
  static let payment: [Rule] = [
    .each(means, "BR-49", "A payment instruction (BG-16) has a payment means code (BT-81).") {
      $0.code != nil
    },
    .each(
      means, "BR-50", "Credit transfer information (BG-17) has an account identifier (BT-84)."
    ) { !$0.isCreditTransfer || $0.account == nil || $0.account?.identifier != nil },
    .each(
      cards, "BR-51",
      "Of a card's number (BT-87) no more than the first 6 and last 4 digits are shown.",
      severity: .warning
    ) { ($0.accountNumber ?? "").count <= 10 },
    .each(
      means, "BR-61",
      "A credit transfer (BT-81 is 30 or 58) has an account identifier to pay to (BT-84)."
    ) { !$0.isCreditTransfer || $0.account?.identifier != nil },
  ]

  private static let means = Group<PaymentMeans>.many("BG-16") { $0.paymentMeans }
  private static let cards = means.one("BG-18") { $0.card }
}
