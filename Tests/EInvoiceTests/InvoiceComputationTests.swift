import Testing

@testable import EInvoice

@Suite struct InvoiceComputationTests {
  @Test func `totals and breakdown follow from what a person typed`() {
    var invoice = Samples.small()
    invoice.lines = [
      Samples.line("1", "3", "19.99", TaxCategory("S", rate: 21)),
      Samples.line("2", "1", "10.005", TaxCategory("S", rate: Samples.decimal("21.00"))),
      Samples.line("3", "7", "1.10", TaxCategory("S", rate: 6)),
    ]
    invoice.allowances = [
      AllowanceCharge(
        amount: Samples.euro("5"), category: TaxCategory("S", rate: 21), reason: "Deal")
    ]
    invoice.totals?.paid = Samples.euro("20.00")
    invoice = invoice.computed()
    #expect(
      invoice.lines.compactMap { $0.netAmount?.value.description } == ["59.97", "10.01", "7.70"])
    #expect(
      invoice.vatBreakdown.compactMap { $0.taxableAmount?.value.description } == ["64.98", "7.70"])
    #expect(
      invoice.vatBreakdown.compactMap { $0.taxAmount?.value.description } == ["13.65", "0.46"])
    #expect(invoice.vatTotal == Samples.euro("14.11"))
    #expect(invoice.totals?.lines == Samples.euro("77.68"))
    #expect(invoice.totals?.withoutVAT == Samples.euro("72.68"))
    #expect(invoice.totals?.withVAT == Samples.euro("86.79"))
    #expect(invoice.totals?.due == Samples.euro("66.79"))
    #expect(invoice.breaches() == [])
  }

  @Test func `a price for several units is divided`() {
    var invoice = Samples.small()
    invoice.lines[0].netAmount = nil
    invoice.lines[0].quantity = Quantity(10, unit: "C62")
    invoice.lines[0].price?.net = Samples.euro("5.00")
    invoice.lines[0].price?.baseQuantity = Quantity(3, unit: "C62")
    #expect(invoice.computed().lines[0].netAmount == Samples.euro("16.67"))
    invoice.lines[0].price?.baseQuantity = Quantity(0, unit: "C62")
    #expect(invoice.computed().lines[0].netAmount == nil)
  }

  @Test func `a line net amount that is given stays`() {
    var invoice = Samples.small()
    invoice.lines[0].netAmount = Amount(60, nil)
    invoice = invoice.computed()
    #expect(invoice.lines[0].netAmount == Samples.euro("60"))
    #expect(invoice.totals?.withoutVAT == Samples.euro("60"))
  }

  @Test func `computing twice changes nothing`() {
    #expect(Samples.full().computed() == Samples.full())
  }

  @Test func `exemption reasons stay with their category`() {
    var invoice = Samples.small()
    invoice.lines[0].category = TaxCategory("E", rate: 0)
    invoice = invoice.computed()
    #expect(invoice.breaches().map(\.rule) == ["BR-E-10"])
    invoice.taxTotals[0].breakdown[0].category?.exemptionReason = "Art. 44"
    #expect(invoice.computed().breaches() == [])
  }

  @Test func `nothing at all is computed into zeros and does not fail`() {
    let invoice = Invoice().computed()
    #expect(invoice.totals?.due?.value == .zero)
    #expect(invoice.vatBreakdown == [])
  }
}
