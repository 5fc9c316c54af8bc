extension Rules {
  /// PEPPOL-COMMON-*: identifiers whose form can be told; those that a Belgian business meets.
  static let peppolIdentifiers: [Rule] = [
    .each(
      identifiers("0088"), "PEPPOL-COMMON-R040",
      "A GLN (scheme 0088) is digits, the last its check."
    ) { isGLN($0.value) },
    .each(
      identifiers("0208"), "PEPPOL-COMMON-R043",
      "A Belgian enterprise number (scheme 0208) is ten digits, the last two its check."
    ) { identifier in
      identifier.value.utf8.count == 10
        && (try? EnterpriseNumber(identifier.value, country: "BE"))?.number == identifier.value
    },
  ]

  /// Electronic addresses, identifiers and legal identifiers of one scheme.
  private static func identifiers(_ scheme: String) -> Group<Identifier> {
    Group { invoice in
      let parties = [
        ("BG-4", invoice.seller), ("BG-7", invoice.buyer), ("BG-10", invoice.payee),
        ("BG-11", invoice.taxRepresentative),
      ]
      return parties.flatMap { location, party -> [(location: String, part: Identifier)] in
        let all =
          [party?.endpoint, party?.legalIdentifier].compactMap { $0 }
          + (party?.identifiers ?? [])
        return all.filter { $0.scheme == scheme }.map { (location, $0) }
      }
    }
  }

  /// GS1's check: weights 3 and 1 in turn from the right, together a multiple of 10.
  private static func isGLN(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count > 1, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    return digits.reversed().enumerated().reduce(0) {
      $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3)
    }
      % 10 == 0
  }
}
