extension Rules {
  static let parties: [Rule] = [
    .document("BR-06", "An invoice has the seller's name (BT-27).") {
      $0.seller?.registrationName != nil
    },
    .document("BR-07", "An invoice has the buyer's name (BT-44).") {
      $0.buyer?.registrationName != nil
    },
    .document("BR-08", "An invoice has the seller's postal address (BG-5).") {
      $0.seller?.address != nil
    },
    .each(sellerAddress, "BR-09", "The seller's address (BG-5) has a country code (BT-40).") {
      $0.country != nil
    },
    .document("BR-10", "An invoice has the buyer's postal address (BG-8).") {
      $0.buyer?.address != nil
    },
    .each(buyerAddress, "BR-11", "The buyer's address (BG-8) has a country code (BT-55).") {
      $0.country != nil
    },
    .document(
      "BR-17", "A payee (BG-10) has a name (BT-59) and is another one than the seller (BG-4)."
    ) { $0.payeeIsNamedAndNotTheSeller },
    .each(
      representative, "BR-18", "The seller's tax representative (BG-11) has a name (BT-62)."
    ) { $0.tradingName != nil },
    .each(
      representative, "BR-19", "The seller's tax representative (BG-11) has an address (BG-12)."
    ) { $0.address != nil },
    .each(
      representativeAddress, "BR-20",
      "The tax representative's address (BG-12) has a country code (BT-69)."
    ) { $0.country != nil },
    .each(
      representative, "BR-56",
      "The seller's tax representative (BG-11) has a VAT identifier (BT-63)."
    ) { $0.vatIdentifier != nil },
    .each(
      sellerEndpoint, "BR-62", "The seller's electronic address (BT-34) has a scheme identifier."
    ) { $0.scheme != nil },
    .each(
      buyerEndpoint, "BR-63", "The buyer's electronic address (BT-49) has a scheme identifier."
    ) { $0.scheme != nil },
    .each(
      vatIdentifiers, "BR-CO-09",
      "VAT identifiers (BT-31, BT-48, BT-63) begin with an ISO 3166-1 country code; Greece: EL."
    ) { Countries.vatPrefixes.contains(String($0.prefix(2))) },
    .each(
      seller, "BR-CO-26",
      "The seller has an identifier (BT-29), legal identifier (BT-30) or VAT identifier (BT-31)."
    ) { seller in
      seller.vatIdentifier != nil || seller.legalIdentifier != nil
        || seller.identifiers.contains { $0.scheme != "SEPA" }
    },
  ]

  private static let seller = Group<Party>.one("BG-4") { $0.seller }
  private static let sellerAddress = seller.one("BG-5") { $0.address }
  private static let sellerEndpoint = seller.one("BT-34") { $0.endpoint }
  private static let buyerAddress = Group<Address>.one("BG-7/BG-8") { $0.buyer?.address }
  private static let buyerEndpoint = Group<Identifier>.one("BG-7/BT-49") { $0.buyer?.endpoint }
  private static let representative = Group<Party>.one("BG-11") { $0.taxRepresentative }
  private static let representativeAddress = representative.one("BG-12") { $0.address }
  private static let vatIdentifiers = Group<String> { invoice in
    [
      ("BG-4/BT-31", invoice.seller), ("BG-7/BT-48", invoice.buyer),
      ("BG-11/BT-63", invoice.taxRepresentative),
    ].flatMap { location, party in
      (party?.taxRegistrations ?? []).filter(\.isVAT).compactMap(\.identifier).map {
        (location, $0)
      }
    }
  }
}

extension Invoice {
  fileprivate var payeeIsNamedAndNotTheSeller: Bool {
    guard let payee else { return true }
    guard let name = payee.tradingName, name != seller?.tradingName else { return false }
    let sellers = Set((seller?.identifiers ?? []).map(\.value))
    return sellers.isDisjoint(with: payee.identifiers.map(\.value))
  }
}
