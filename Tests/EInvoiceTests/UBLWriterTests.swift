import Testing

@testable import EInvoice

@Suite struct UBLWriterTests {
  @Test(arguments: [Invoice.Kind.invoice, .creditNote])
  func `what is written is read as the same invoice`(_ kind: Invoice.Kind) throws {
    for invoice in [Samples.small(kind), Samples.full(kind), Invoice(kind: kind)] {
      #expect(try UBLReader().read(UBLWriter().write(invoice)) == invoice)
    }
  }

  @Test func `the same invoice gives the same bytes`() throws {
    let first = UBLWriter().write(Samples.full())
    #expect(UBLWriter().write(Samples.full()) == first)
    #expect(UBLWriter().write(try UBLReader().read(first)) == first)
  }

  @Test func `it names Peppol's specification and process`() {
    let text = Samples.text(UBLWriter().write(Samples.small()))
    #expect(
      text.contains(
        """
          <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0\
        </cbc:CustomizationID>
          <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
          <cbc:ID>2026-0017</cbc:ID>
          <cbc:IssueDate>2026-03-31</cbc:IssueDate>
        """))
  }

  @Test func `blank texts are not written`() {
    var invoice = Samples.small()
    invoice.buyerReference = "  "
    #expect(!Samples.text(UBLWriter().write(invoice)).contains("BuyerReference"))
  }

  @Test func `characters that XML cannot carry are replaced`() throws {
    var invoice = Samples.small()
    invoice.buyerReference = "a\u{1}b\u{FFFE}c"
    #expect(
      try UBLReader().read(UBLWriter().write(invoice)).buyerReference == "a\u{FFFD}b\u{FFFD}c")
  }

  @Test func `a sales order alone stands beside Peppol's word for no order`() throws {
    var invoice = Samples.small()
    invoice.salesOrderReference = "S-1"
    let bytes = UBLWriter().write(invoice)
    #expect(Samples.text(bytes).contains("<cbc:ID>NA</cbc:ID>"))
    #expect(try UBLReader().read(bytes) == invoice)
  }

  @Test func `a credit note without payment means keeps its due date`() throws {
    var invoice = Samples.small(.creditNote)
    invoice.dueDate = Samples.date("2026-05-01")
    #expect(try UBLReader().read(UBLWriter().write(invoice)).dueDate == invoice.dueDate)
  }

  @Test func `random invoices survive being written and read`() throws {
    var random = SplitMix(state: 2026)
    for _ in 0..<400 {
      let invoice = RandomInvoice.make(using: &random)
      #expect(try UBLReader().read(UBLWriter().write(invoice)) == invoice)
    }
  }
}

/// The full sample with texts, amounts and parts changed or taken away at random.
private enum RandomInvoice {
  static func make(using random: inout SplitMix) -> Invoice {
    var invoice = Samples.full(Bool.random(using: &random) ? .invoice : .creditNote)
    let texts: [WritableKeyPath<Invoice, String?>] = [
      \.specification, \.businessProcess, \.number, \.typeCode, \.currency, \.accountingCurrency,
      \.taxPointCode, \.buyerReference, \.projectReference, \.contractReference,
      \.purchaseOrderReference, \.salesOrderReference, \.receivingAdviceReference,
      \.despatchAdviceReference, \.tenderReference, \.buyerAccountingReference, \.paymentTerms,
    ]
    for path in texts { invoice[keyPath: path] = text(using: &random) }
    for path in [\Invoice.seller, \.buyer, \.payee, \.taxRepresentative] {
      guard Bool.random(using: &random) else {
        invoice[keyPath: path] = nil
        continue
      }
      var party = invoice[keyPath: path] ?? Party()
      party.registrationName = text(using: &random)
      party.tradingName = text(using: &random)
      party.vatIdentifier = text(using: &random)
      party.contact?.email = text(using: &random)
      party.address = Bool.random(using: &random) ? nil : party.address
      invoice[keyPath: path] = party
    }
    invoice.notes = (0..<3).compactMap { _ in text(using: &random) }
    invoice.lines = (0..<Int.random(in: 0...5, using: &random)).map { _ in line(using: &random) }
    invoice.totals?.due = amount(using: &random)
    invoice.taxTotals[0].amount = amount(using: &random)
    invoice.delivery = Bool.random(using: &random) ? nil : invoice.delivery
    return invoice
  }

  private static func line(using random: inout SplitMix) -> InvoiceLine {
    var line = Samples.line("1", "1", "1", TaxCategory(text(using: &random)))
    line.identifier = text(using: &random)
    line.note = text(using: &random)
    line.quantity = amount(using: &random).map { Quantity($0.value, unit: "C62") }
    line.netAmount = amount(using: &random)
    line.price?.net = amount(using: &random)
    line.item?.description = text(using: &random)
    line.category?.rate = amount(using: &random)?.value
    return line
  }

  /// nil, or a text without blanks at its ends.
  private static func text(using random: inout SplitMix) -> String? {
    let pool = Array("aZ09 <>&\"'\t\n\r]]>é€😀\u{301}-/#")
    let count = Int.random(in: 0...12, using: &random)
    return String((0..<count).compactMap { _ in pool.randomElement(using: &random) }).filled
  }

  private static func amount(using random: inout SplitMix) -> Amount? {
    guard Int.random(in: 0..<5, using: &random) > 0 else { return nil }
    let digits = Int.random(in: 0...18, using: &random)
    let fraction = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    let whole = Int64.random(in: -99_999_999_999_999...99_999_999_999_999, using: &random)
    let text = digits == 0 ? "\(whole)" : "\(whole).\(fraction)"
    return ExactDecimal(text).map { Amount($0, Bool.random(using: &random) ? "EUR" : nil) }
  }
}
