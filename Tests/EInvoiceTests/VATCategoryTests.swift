import Testing

@testable import EInvoice

@Suite struct VATCategoryTests {
  /// An invoice whose line, allowance and charge are all of one category.
  private static func invoice(_ category: VATCategory) -> Invoice {
    var invoice = Samples.small()
    let rate: ExactDecimal? =
      switch category.rate {
      case .positive, .zeroOrMore: 7
      case .zero: 0
      case .absent: nil
      }
    let tax = TaxCategory(category.code, rate: rate)
    invoice.lines = [Samples.line("1", "2", "50", tax)]
    invoice.allowances = [
      AllowanceCharge(amount: Samples.euro("10"), category: tax, reason: "Agreed")
    ]
    invoice.charges = [
      AllowanceCharge(amount: Samples.euro("5"), category: tax, reason: "Carriage")
    ]
    invoice.delivery = Delivery(
      date: Samples.date("2026-03-29"), address: Address(city: "Lyon", country: "FR"))
    if category.registration == .none {
      invoice.seller?.vatIdentifier = nil
      invoice.seller?.legalIdentifier = Identifier("0123456749", scheme: "0208")
      invoice.buyer?.vatIdentifier = nil
    }
    invoice = invoice.computed()
    if category.exempt {
      invoice.taxTotals[0].breakdown[0].category?.exemptionReason = category.name
    }
    return invoice
  }

  /// Those of the category's own rules that the changed invoice breaks.
  private static func broken(
    _ category: VATCategory, _ change: (inout Invoice) -> Void
  ) -> Set<String> {
    var invoice = invoice(category)
    change(&invoice)
    let prefix = "BR-\(category.prefix)-"
    return Set(
      invoice.breaches().map(\.rule).filter { $0.hasPrefix(prefix) }.map {
        String($0.dropFirst(prefix.count))
      })
  }

  @Test(arguments: VATCategory.all)
  func `an invoice of one category breaks no rule`(_ category: VATCategory) {
    #expect(Self.invoice(category).breaches() == [])
  }

  @Test(arguments: VATCategory.all)
  func `what is charged stands in the breakdown, 01`(_ category: VATCategory) {
    let missing = Self.broken(category) { $0.taxTotals[0].breakdown = [] }
    #expect(missing.contains("01"))
    let unused = Self.broken(category) {
      $0.lines = []
      $0.allowances = []
      $0.charges = []
    }
    #expect(unused.contains("01") == category.isRated)
    let twice = Self.broken(category) { $0.taxTotals[0].breakdown += $0.taxTotals[0].breakdown }
    #expect(twice.contains("01") == !category.isRated)
  }

  @Test(arguments: VATCategory.all)
  func `parties are registered as the category demands, 02 03 04`(_ category: VATCategory) {
    let found = Self.broken(category) {
      if category.registration == .none {
        $0.buyer?.vatIdentifier = "BE0999999922"
      } else {
        $0.seller?.vatIdentifier = nil
      }
    }
    #expect(found == ["02", "03", "04"])
    let represented = Self.broken(category) {
      guard category.registration != .none else { return }
      $0.seller?.vatIdentifier = nil
      $0.taxRepresentative = Samples.party("Rep", "BE0999999922", "BE")
    }
    #expect(represented == [])
    let strangers = Self.broken(category) { $0.buyer?.vatIdentifier = nil }
    let wantsBuyer =
      category.registration == .sellerAndBuyer || category.registration == .bothForVAT
    #expect(strangers == (wantsBuyer ? ["02", "03", "04"] : []))
  }

  @Test(arguments: VATCategory.all)
  func `rates are as the category demands, 05 06 07`(_ category: VATCategory) {
    let wrong: ExactDecimal = category.rate == .positive ? 0 : category.rate == .zeroOrMore ? -1 : 3
    let line = Self.broken(category) { $0.lines[0].category?.rate = wrong }
    let allowance = Self.broken(category) { $0.allowances[0].category?.rate = wrong }
    let charge = Self.broken(category) { $0.charges[0].category?.rate = wrong }
    #expect(line.contains("05") && !line.contains("06") && !line.contains("07"))
    #expect(allowance.contains("06") && !allowance.contains("05"))
    #expect(charge.contains("07") && !charge.contains("05"))
  }

  @Test(arguments: VATCategory.all)
  func `the breakdown adds up and explains itself, 08 09 10`(_ category: VATCategory) {
    let off = Samples.euro("101.00")
    let taxable = Self.broken(category) { $0.taxTotals[0].breakdown[0].taxableAmount = off }
    #expect(taxable.contains("08"))
    #expect(
      Self.broken(category) { $0.taxTotals[0].breakdown[0].taxAmount = off } == ["09"])
    let reasons = Self.broken(category) {
      $0.taxTotals[0].breakdown[0].category?.exemptionReason = nil
      $0.taxTotals[0].breakdown[0].category?.exemptionReasonCode =
        category.exempt ? nil : "VATEX-EU-O"
    }
    #expect(reasons == ["10"])
  }

  @Test func `a buyer under reverse charge may be known by its legal identifier`() throws {
    let category = try #require(VATCategory.all.first { $0.prefix == "AE" })
    let found = Self.broken(category) {
      $0.buyer?.vatIdentifier = nil
      $0.buyer?.legalIdentifier = Identifier("0999999922", scheme: "0208")
    }
    #expect(found == [])
  }

  @Test func `rated categories have less than 1 of leeway`() throws {
    let standard = try #require(VATCategory.all.first { $0.prefix == "S" })
    func broken(taxable: String) -> Set<String> {
      Self.broken(standard) { $0.taxTotals[0].breakdown[0].taxableAmount = Samples.euro(taxable) }
    }
    #expect(broken(taxable: "95.99") == [])
    #expect(broken(taxable: "96.00") == ["08"])
    #expect(broken(taxable: "94.00") == ["08"])
  }

  @Test func `intra-community supply says when and where, 11 12`() throws {
    let category = try #require(VATCategory.all.first { $0.prefix == "IC" })
    #expect(Self.broken(category) { $0.delivery?.date = nil } == ["11"])
    #expect(Self.broken(category) { $0.delivery?.address = nil } == ["12"])
    let byPeriod = Self.broken(category) {
      $0.delivery?.date = nil
      $0.period = Period(start: Samples.date("2026-03-01"))
    }
    #expect(byPeriod == [])
  }

  @Test func `what is not subject to VAT stands alone, 11 to 14`() throws {
    let category = try #require(VATCategory.all.first { $0.prefix == "O" })
    let other = TaxCategory("Z", rate: 0)
    #expect(
      Self.broken(category) {
        $0.taxTotals[0].breakdown.append(
          VATBreakdown(taxableAmount: nil, taxAmount: nil, category: other))
      } == ["11"])
    let line = Self.broken(category) { $0.lines[0].category = other }
    let allowance = Self.broken(category) { $0.allowances[0].category = other }
    let charge = Self.broken(category) { $0.charges[0].category = other }
    #expect(line.contains("12") && !line.contains("13"))
    #expect(allowance.contains("13") && !allowance.contains("12"))
    #expect(charge.contains("14") && !charge.contains("13"))
  }
}
