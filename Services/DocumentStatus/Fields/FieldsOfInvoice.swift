import EInvoice

/// What a UBL document says, as fields: the part of it that a person checks.
extension DocumentFields {
  init(_ invoice: Invoice) {
    number = invoice.number ?? ""
    issueDate = invoice.issueDate
    dueDate = invoice.dueDate
    currency = invoice.currency ?? ""
    buyerReference = invoice.buyerReference ?? ""
    orderReference = invoice.purchaseOrderReference ?? ""
    precedingInvoice = invoice.precedingInvoices.first?.number ?? ""
    seller = invoice.seller.map(PartyFields.init)
    buyer = invoice.buyer.map(PartyFields.init)
    payment = PaymentFields(invoice)
    lines = invoice.lines.enumerated().map { LineFields($1, place: $0 + 1) }
    note = invoice.notes.first ?? ""
  }
}

extension PartyFields {
  init(_ party: Party) {
    name = party.registrationName ?? party.tradingName ?? ""
    vatIdentifier = party.vatIdentifier ?? ""
    registrationNumber = party.legalIdentifier?.value ?? ""
    endpoint = party.endpoint.map { "\($0.scheme ?? ""):\($0.value)" } ?? ""
    street = party.address?.street ?? ""
    city = party.address?.city ?? ""
    postalCode = party.address?.postalCode ?? ""
    country = party.address?.country ?? ""
  }
}

extension PaymentFields {
  /// Nil where the document says nothing about payment.
  init?(_ invoice: Invoice) {
    guard let means = invoice.paymentMeans.first else {
      guard let terms = invoice.paymentTerms else { return nil }
      self.terms = terms
      return
    }
    meansCode = means.code ?? ""
    account = means.account?.identifier ?? ""
    reference = means.paymentReference ?? ""
    terms = invoice.paymentTerms ?? ""
  }
}

extension LineFields {
  init(_ line: InvoiceLine, place: Int) {
    id = line.identifier ?? "\(place)"
    itemName = line.item?.name ?? ""
    quantity = line.quantity?.value
    unit = line.quantity?.unit ?? ""
    netPrice = line.price?.net?.value
    category = line.category?.code ?? ""
    rate = line.category?.rate
  }
}
