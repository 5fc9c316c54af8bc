@testable import EInvoice

/// Documents of our own that break no rule.
enum Samples {
  static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }
  static func euro(_ text: String) -> Amount { Amount(decimal(text), "EUR") }
  static func date(_ text: String) -> CalendarDate? { CalendarDate(text) }
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// As little as the rules allow.
  static func small(_ kind: Invoice.Kind = .invoice) -> Invoice {
    var invoice = Invoice(kind: kind)
    invoice.specification = UBL.peppolSpecification
    invoice.businessProcess = UBL.peppolProcess
    invoice.number = "2026-0017"
    invoice.issueDate = date("2026-03-31")
    invoice.typeCode = kind == .invoice ? "380" : "381"
    invoice.currency = "EUR"
    invoice.seller = party("Brouwerij De Kraan", "BE0123456749", "BE")
    invoice.buyer = party("Café Central", "BE0999999922", "BE")
    invoice.lines = [line("1", "3", "19.99", TaxCategory("S", rate: 21))]
    return invoice.computed()
  }

  /// As much as the model holds.
  static func full(_ kind: Invoice.Kind = .invoice) -> Invoice {
    var invoice = small(kind)
    invoice.accountingCurrency = "SEK"
    invoice.taxPointDate = date("2026-03-30")
    invoice.dueDate = date("2026-04-30")
    invoice.buyerReference = "PO/17"
    invoice.projectReference = "P-1"
    invoice.contractReference = "C-1"
    invoice.purchaseOrderReference = "O-1"
    invoice.salesOrderReference = "SO-1"
    invoice.receivingAdviceReference = "R-1"
    invoice.despatchAdviceReference = "D-1"
    invoice.tenderReference = "T-1"
    invoice.invoicedObject = Identifier("METER-9", scheme: "AVE")
    invoice.buyerAccountingReference = "6040"
    invoice.paymentTerms = "30 days"
    invoice.notes = ["Thank you & <see> you\nagain", "#AAI#Keep \"cool\""]
    invoice.precedingInvoices = [
      PrecedingInvoice(number: "2026-0001", issueDate: date("2026-01-02"))
    ]
    fillParties(&invoice)
    invoice.delivery = Delivery(
      date: date("2026-03-29"), address: Address(street: "Markt 1", city: "Gent", country: "BE"))
    invoice.delivery?.location = Identifier("5412345000013", scheme: "0088")
    invoice.delivery?.partyName = "Dock 4"
    invoice.period = Period(start: date("2026-03-01"), end: date("2026-03-31"))
    invoice.paymentMeans = [means()]
    invoice.allowances = [reduction("10")]
    invoice.charges = [reduction("5.00")]
    invoice.attachments = [attachment()]
    invoice.lines = [
      fullLine(), line("2", "2.5", "4", TaxCategory("S", rate: 6)),
      line("3", "1", "0.333333", TaxCategory("Z", rate: 0)),
    ]
    invoice.taxTotals = [TaxTotal(amount: Amount(decimal("128.40"), "SEK"))]
    invoice.totals = Totals()
    invoice.totals?.paid = euro("1.00")
    invoice.totals?.rounding = euro("0.01")
    return invoice.computed()
  }

  static func party(_ name: String, _ vat: String, _ country: String) -> Party {
    var party = Party()
    party.registrationName = name
    party.vatIdentifier = vat
    party.endpoint = Identifier(String(vat.dropFirst(2)), scheme: "0208")
    party.address = Address(
      street: "Kaai 1", city: "Antwerpen", postalCode: "2000", country: country)
    return party
  }

  static func line(_ id: String, _ quantity: String, _ price: String, _ category: TaxCategory)
    -> InvoiceLine
  {
    var line = InvoiceLine(identifier: id)
    line.quantity = Quantity(decimal(quantity), unit: "C62")
    line.price = Price(net: euro(price))
    line.item = Item(name: "Blond 33 cl")
    line.category = category
    return line
  }

  private static func fillParties(_ invoice: inout Invoice) {
    invoice.seller?.tradingName = "De Kraan"
    invoice.seller?.identifiers = [
      Identifier("5412345000006", scheme: "0088"), Identifier("BE97ZZZ1", scheme: "SEPA"),
    ]
    invoice.seller?.legalIdentifier = Identifier("0123456749", scheme: "0208")
    invoice.seller?.legalForm = "RPR Antwerpen"
    invoice.seller?.taxRegistrations.append(TaxRegistration(identifier: "A-77", scheme: "LOC"))
    invoice.seller?.contact = Contact(
      name: "Sales", telephone: "+32 3 555 01 01", email: "sales@example.com")
    invoice.buyer?.identifiers = [Identifier("K-100")]
    invoice.buyer?.address?.additionalStreet = "bus 3"
    invoice.buyer?.address?.additionalLine = "2nd floor"
    invoice.buyer?.address?.subdivision = "Antwerpen"
    var payee = Party()
    payee.tradingName = "Factor NV"
    payee.identifiers = [Identifier("F-1")]
    payee.legalIdentifier = Identifier("0999999922", scheme: "0208")
    invoice.payee = payee
    var representative = Party()
    representative.tradingName = "Fiscal Rep"
    representative.address = Address(city: "Brussel", country: "BE")
    representative.vatIdentifier = "BE0999999922"
    invoice.taxRepresentative = representative
  }

  private static func means() -> PaymentMeans {
    var means = PaymentMeans(
      code: "30",
      account: PaymentAccount(
        identifier: "BE68539007547034", name: "De Kraan", serviceProvider: "KREDBEBB"))
    means.text = "Credit transfer"
    means.paymentReference = "+++090/9337/55493+++"
    means.card = PaymentCard(accountNumber: "123456")
    means.card?.network = "VISA"
    means.card?.holder = "Café Central"
    means.mandate = DirectDebit(mandate: "M-1", debitedAccount: "BE71096123456769")
    return means
  }

  private static func reduction(_ amount: String) -> AllowanceCharge {
    var entry = AllowanceCharge(
      amount: euro(amount), category: TaxCategory("S", rate: 21), reason: "Agreed")
    entry.baseAmount = euro("100.00")
    entry.percentage = decimal(amount)
    entry.reasonCode = "95"
    return entry
  }

  private static func attachment() -> Attachment {
    var attachment = Attachment(reference: "A-1")
    attachment.description = "Time sheet"
    attachment.location = "https://example.com/a1"
    attachment.content = "SGVsbG8="
    attachment.mimeCode = "application/pdf"
    attachment.filename = "a1.pdf"
    return attachment
  }

  private static func fullLine() -> InvoiceLine {
    var line = line("1", "3", "19.99", TaxCategory("S", rate: decimal("21.00")))
    line.note = "Fresh"
    line.object = Identifier("METER-9", scheme: "AVE")
    line.orderLineReference = "4"
    line.buyerAccountingReference = "6041"
    line.period = Period(start: date("2026-03-01"), end: date("2026-03-01"))
    line.allowances = [AllowanceCharge(amount: euro("2.00"), reason: "Deal")]
    line.charges = [AllowanceCharge(amount: euro("0.50"), reason: "Crate")]
    line.price?.gross = euro("21.99")
    line.price?.discount = euro("2.00")
    line.price?.baseQuantity = Quantity(1, unit: "C62")
    line.item?.description = "Top-fermented"
    line.item?.sellerIdentifier = "B33"
    line.item?.buyerIdentifier = "X9"
    line.item?.standardIdentifier = Identifier("5412345000020", scheme: "0160")
    line.item?.classifications = [.init(code: "50202201", list: "TST", listVersion: "26")]
    line.item?.originCountry = "BE"
    line.item?.attributes = [.init(name: "Alcohol", value: "6.2 %")]
    return line
  }
}
