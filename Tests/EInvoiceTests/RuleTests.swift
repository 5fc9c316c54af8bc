import Testing

@testable import EInvoice

/// A way to break one rule: the full sample, changed, breaks that rule and those named beside it.
struct Breaking: Sendable, CustomTestStringConvertible {
  let rule: String
  let also: Set<String>
  let change: @Sendable (inout Invoice) -> Void

  init(
    _ rule: String, also: Set<String> = [], _ change: @escaping @Sendable (inout Invoice) -> Void
  ) {
    self.rule = rule
    self.also = also
    self.change = change
  }

  var testDescription: String { rule }
}

@Suite struct RuleTests {
  @Test(arguments: [Invoice.Kind.invoice, .creditNote])
  func `valid documents break no rule`(_ kind: Invoice.Kind) {
    #expect(Samples.small(kind).breaches() == [])
    #expect(Samples.full(kind).breaches() == [])
    #expect(Samples.full(kind).isCompliant())
  }

  @Test(arguments: Breaking.all)
  func `a change breaks the rule that it is meant to break and no other`(_ breaking: Breaking) {
    var invoice = Samples.full()
    breaking.change(&invoice)
    let found = Set(invoice.breaches().map(\.rule))
    #expect(found == breaking.also.union([breaking.rule]))
  }

  @Test func `every rule outside the VAT categories has a change that breaks it`() {
    let broken = Set(Breaking.all.map(\.rule))
    let all = Set(Rules.en16931.map(\.id)).subtracting(Rules.vatCategories.map(\.id))
    // Shown by documents rather than changes, in UBLReaderTests.
    #expect(all.subtracting(broken) == Self.doubles.union(["UBL-TYPE", "UBL-ONCE"]))
  }

  /// Rules that EN 16931 states twice, so that no change breaks one of them alone.
  private static let doubles: Set<String> = ["BR-CO-21", "BR-CO-22", "BR-CO-23", "BR-CO-24"]

  @Test func `rules are named once and say what they are about`() {
    let ids = Rules.en16931.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in Rules.en16931 where rule.id.hasPrefix("BR-") {
      #expect(rule.text.hasSuffix("."), "\(rule.id)")
    }
  }

  @Test func `a breach says where it is`() {
    var invoice = Samples.full()
    invoice.lines[0].charges.append(AllowanceCharge(amount: Samples.euro("0.00")))
    #expect(
      invoice.breaches().map { "\($0.rule) \($0.location)" } == [
        "BR-44 BG-25[1]/BG-28[2]", "BR-CO-24 BG-25[1]/BG-28[2]",
      ])
  }

  @Test func `an empty document breaks the mandatory rules and does not stop the others`() {
    let found = Set(Invoice().breaches().map(\.rule))
    for number in ["01", "02", "03", "04", "05", "06", "07", "08", "10", "12", "13", "14", "15"] {
      #expect(found.contains("BR-\(number)"))
    }
    #expect(found.isSuperset(of: ["BR-16", "BR-CO-18"]))
  }
}

extension Breaking {
  static let all = header + parties + lines + amounts + codes + syntax

  static let header: [Breaking] = [
    Breaking("BR-01") { $0.specification = nil },
    Breaking("BR-02") { $0.number = nil },
    Breaking("BR-03") { $0.issueDate = nil },
    Breaking("BR-04") { $0.typeCode = nil },
    Breaking("BR-05") { $0.currency = nil },
    Breaking("BR-16", also: ["BR-CO-10", "BR-S-08", "BR-Z-08"]) { $0.lines = [] },
    Breaking("BR-29") { $0.period?.end = Samples.date("2026-02-28") },
    Breaking("BR-49") { $0.paymentMeans[0].code = nil },
    Breaking("BR-50", also: ["BR-61"]) { $0.paymentMeans[0].account?.identifier = nil },
    Breaking("BR-51") { $0.paymentMeans[0].card?.accountNumber = "4111111111111111" },
    Breaking("BR-52") { $0.attachments[0].reference = nil },
    Breaking("BR-53") { $0.accountingCurrency = "USD" },
    Breaking("BR-55") { $0.precedingInvoices[0].number = nil },
    Breaking("BR-57") { $0.delivery?.address?.country = nil },
    Breaking("BR-61") { $0.paymentMeans[0].account = nil },
    Breaking("BR-CO-03") { $0.taxPointCode = "35" },
    Breaking("BR-CO-19") { $0.period = Period() },
  ]

  static let parties: [Breaking] = [
    Breaking("BR-06") { $0.seller?.registrationName = nil },
    Breaking("BR-07") { $0.buyer?.registrationName = nil },
    Breaking("BR-08") { $0.seller?.address = nil },
    Breaking("BR-09") { $0.seller?.address?.country = nil },
    Breaking("BR-10") { $0.buyer?.address = nil },
    Breaking("BR-11") { $0.buyer?.address?.country = nil },
    Breaking("BR-17") { $0.payee?.tradingName = $0.seller?.tradingName },
    Breaking("BR-17") { $0.payee?.identifiers = [Identifier("5412345000006")] },
    Breaking("BR-17") { $0.payee?.tradingName = nil },
    Breaking("BR-18") { $0.taxRepresentative?.tradingName = nil },
    Breaking("BR-19") { $0.taxRepresentative?.address = nil },
    Breaking("BR-20") { $0.taxRepresentative?.address?.country = nil },
    Breaking("BR-56") { $0.taxRepresentative?.vatIdentifier = nil },
    Breaking("BR-62") { $0.seller?.endpoint?.scheme = nil },
    Breaking("BR-63") { $0.buyer?.endpoint?.scheme = nil },
    Breaking("BR-CO-09") { $0.seller?.vatIdentifier = "0123456749" },
    Breaking("BR-CO-09") { $0.buyer?.vatIdentifier = "QQ1" },
    Breaking("BR-CO-26") {
      $0.seller?.vatIdentifier = nil
      $0.seller?.legalIdentifier = nil
      $0.seller?.identifiers.removeFirst()
    },
  ]

  static let lines: [Breaking] = [
    Breaking("BR-21") { $0.lines[1].identifier = nil },
    Breaking("BR-22", also: ["BR-23"]) { $0.lines[1].quantity = nil },
    Breaking("BR-23") { $0.lines[1].quantity?.unit = nil },
    Breaking("BR-24", also: ["BR-CO-10", "BR-S-08"]) { $0.lines[1].netAmount = nil },
    Breaking("BR-25") { $0.lines[1].item?.name = nil },
    Breaking("BR-26") { $0.lines[1].price = nil },
    Breaking("BR-27") { $0.lines[1].price?.net = Samples.euro("-0.01") },
    Breaking("BR-28") { $0.lines[0].price?.gross = Samples.euro("-0.01") },
    Breaking("BR-30") { $0.lines[0].period?.end = Samples.date("2026-02-28") },
    Breaking("BR-54") { $0.lines[0].item?.attributes[0].value = nil },
    Breaking("BR-64") { $0.lines[0].item?.standardIdentifier?.scheme = nil },
    Breaking("BR-65") { $0.lines[0].item?.classifications[0].list = nil },
    Breaking("BR-CO-04", also: ["BR-S-08"]) { $0.lines[1].category = nil },
    Breaking("BR-CO-20") { $0.lines[0].period = Period() },
    Breaking("BR-41") { $0.lines[0].allowances[0].amount = nil },
    Breaking("BR-42", also: ["BR-CO-23"]) { $0.lines[0].allowances[0].reason = nil },
    Breaking("BR-43") { $0.lines[0].charges[0].amount = nil },
    Breaking("BR-44", also: ["BR-CO-24"]) { $0.lines[0].charges[0].reason = nil },
    Breaking("BR-DEC-23") { $0.lines[2].netAmount = Samples.euro("0.330") },
    Breaking("BR-DEC-24") { $0.lines[0].allowances[0].amount = Samples.euro("2.000") },
    Breaking("BR-DEC-25") { $0.lines[0].allowances[0].baseAmount = Samples.euro("2.000") },
    Breaking("BR-DEC-27") { $0.lines[0].charges[0].amount = Samples.euro("0.500") },
    Breaking("BR-DEC-28") { $0.lines[0].charges[0].baseAmount = Samples.euro("0.500") },
  ]
}
