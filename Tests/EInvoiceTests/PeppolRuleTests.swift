import Testing

@testable import EInvoice

@Suite struct PeppolRuleTests {
  /// The full sample with the one note that Peppol allows.
  private static func sample(_ kind: Invoice.Kind = .invoice) -> Invoice {
    var invoice = Samples.full(kind)
    invoice.notes = ["Thank you"]
    return invoice
  }

  @Test(arguments: [Invoice.Kind.invoice, .creditNote])
  func `a document for Peppol breaks no rule`(_ kind: Invoice.Kind) {
    #expect(Self.sample(kind).breaches(of: Rules.peppolBilling) == [])
    #expect(Self.sample(kind).isCompliant(with: Rules.peppolBilling))
  }

  @Test(arguments: changes)
  func `a change breaks Peppol's rule and no other of Peppol's`(_ breaking: Breaking) {
    var invoice = Self.sample(breaking.rule.hasSuffix("P0101") ? .creditNote : .invoice)
    breaking.change(&invoice)
    let found = Set(invoice.breaches(of: Rules.peppol).map(\.rule))
    #expect(found == breaking.also.union([breaking.rule]))
  }

  @Test func `every rule of Peppol's has a change that breaks it`() {
    #expect(Set(Self.changes.map(\.rule)) == Set(Rules.peppol.map(\.id)))
    #expect(Set(Rules.peppolBilling.map(\.id)).count == Rules.peppolBilling.count)
  }

  private static func breaking(
    _ number: String, also: Set<String> = [], _ change: @escaping @Sendable (inout Invoice) -> Void
  ) -> Breaking {
    Breaking(
      "PEPPOL-EN16931-\(number)", also: Set(also.map { "PEPPOL-EN16931-\($0)" }), change)
  }

  static let changes: [Breaking] =
    header + totals + lines + [
      Breaking("PEPPOL-COMMON-R040") { $0.seller?.identifiers[0].value = "5412345000007" },
      Breaking("PEPPOL-COMMON-R040") { $0.seller?.identifiers[0].value = "GLN" },
      Breaking("PEPPOL-COMMON-R043") { $0.buyer?.endpoint?.value = "0999999923" },
      Breaking("PEPPOL-COMMON-R043") { $0.buyer?.endpoint?.value = "BE0999999922" },
      Breaking("PEPPOL-COMMON-R043") { $0.buyer?.endpoint?.value = "999999922" },
    ]

  private static let header: [Breaking] = [
    breaking("R001", also: ["R007"]) { $0.businessProcess = nil },
    breaking("R002") { $0.notes.append("Again") },
    breaking("R003") {
      $0.buyerReference = nil
      $0.purchaseOrderReference = nil
      $0.salesOrderReference = nil
    },
    breaking("R004") { $0.specification = "urn:cen.eu:en16931:2017" },
    breaking("R005", also: ["R054"]) {
      $0.accountingCurrency = "EUR"
      $0.taxTotals.removeLast()
    },
    breaking("R007") { $0.businessProcess = "urn:fdc:peppol.eu:2017:poacc:billing:1:1.0" },
    breaking("R010") { $0.buyer?.endpoint = nil },
    breaking("R020") { $0.seller?.endpoint = nil },
    breaking("R061") {
      $0.paymentMeans[0].code = "59"
      $0.paymentMeans[0].mandate = nil
    },
    breaking("P0100") { $0.typeCode = "389" },
    breaking("P0101") { $0.typeCode = "261" },
  ]

  private static let totals: [Breaking] = [
    breaking("R051") { $0.lines[1].netAmount?.currency = "SEK" },
    breaking("R051") { $0.totals?.due?.currency = "SEK" },
    breaking("R053") { $0.taxTotals.append($0.taxTotals[0]) },
    breaking("R054") { $0.taxTotals.removeLast() },
    breaking("R055") { $0.taxTotals[1].amount?.value = -1 },
    breaking("R040") { $0.allowances[0].percentage = Samples.decimal("10.03") },
    breaking("R041") { $0.charges[0].baseAmount = nil },
    breaking("R042") { $0.lines[0].charges[0].baseAmount = Samples.euro("1") },
  ]

  private static let lines: [Breaking] = [
    breaking("R046") { $0.lines[0].price?.discount = nil },
    breaking("R110") { $0.lines[0].period?.start = Samples.date("2026-02-28") },
    breaking("R111") { $0.lines[0].period?.end = Samples.date("2026-04-01") },
    breaking("R120") { $0.lines[1].netAmount = Samples.euro("10.03") },
    breaking("R121", also: ["R120"]) {
      $0.lines[0].price?.baseQuantity = Quantity(-1, unit: "C62")
    },
    breaking("R130") { $0.lines[0].price?.baseQuantity?.unit = "H87" },
  ]
}
