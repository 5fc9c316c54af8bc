import EInvoice

/// The e-invoice that fields make.
///
/// Where a UBL file came in, the fields are laid over it: what they have no room for (allowances,
/// attachments, delivery) stays, and what the file says more than once stays in its further places.
/// What could not be read in it is not taken over: the person who saved the fields has seen what there
/// is.
struct InvoiceMaking: Sendable {
  let type: DocumentType
  let isSelfBilled: Bool
  /// The document that came in as UBL; nil for a PDF.
  let base: Invoice?
  /// What the file says that it follows (BT-24, BT-23) stays.
  let keepsProfile: Bool

  private static let billing = (
    specification: UBL.peppolSpecification, process: UBL.peppolProcess
  )
  /// Peppol BIS Self-Billing 3.
  private static let selfBilling = (
    specification: "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0",
    process: "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0"
  )

  func invoice(_ fields: DocumentFields) -> Invoice {
    var invoice = base ?? Invoice()
    invoice.kind = type.isCreditNote ? .creditNote : .invoice
    invoice.misreadings = []
    fillHeader(of: &invoice, from: fields)
    fillPayment(of: &invoice, from: fields.payment)
    invoice.seller = fields.seller?.party(over: base?.seller)
    invoice.buyer = fields.buyer?.party(over: base?.buyer)
    invoice.lines = lines(fields)
    nameExemptions(in: &invoice)
    return invoice.computed()
  }

  private func fillHeader(of invoice: inout Invoice, from fields: DocumentFields) {
    if !keepsProfile || invoice.specification == nil {
      let profile = isSelfBilled ? Self.selfBilling : Self.billing
      invoice.specification = profile.specification
      invoice.businessProcess = profile.process
    }
    // A code that says more of the same kind (384, a corrected invoice) stays.
    let isSameKind = base.map { $0.kind == invoice.kind && $0.isSelfBilled == isSelfBilled }
    if isSameKind != true || invoice.typeCode == nil {
      invoice.typeCode = type.typeCode(selfBilled: isSelfBilled)
    }
    invoice.number = fields.number.given
    invoice.issueDate = fields.issueDate
    invoice.dueDate = fields.dueDate
    invoice.currency = fields.currency.given
    invoice.buyerReference = fields.buyerReference.given
    invoice.purchaseOrderReference = fields.orderReference.given
    replaceFirst(
      of: &invoice.precedingInvoices,
      with: fields.precedingInvoice.given.map {
        PrecedingInvoice(
          number: $0,
          issueDate: $0 == base?.precedingInvoices.first?.number
            ? base?.precedingInvoices.first?.issueDate : nil)
      })
    replaceFirst(of: &invoice.notes, with: fields.note.given)
  }

  private func fillPayment(of invoice: inout Invoice, from fields: PaymentFields?) {
    invoice.paymentTerms = fields?.terms.given
    guard let fields, fields != PaymentFields(terms: fields.terms) else {
      invoice.paymentMeans = []
      return
    }
    var means = base?.paymentMeans.first ?? PaymentMeans()
    means.code = fields.meansCode.given ?? (fields.account.isEmpty ? nil : "30")
    means.paymentReference = fields.reference.given
    if means.account?.identifier != fields.account.given {
      means.account = fields.account.given.map { PaymentAccount(identifier: $0) }
    }
    replaceFirst(of: &invoice.paymentMeans, with: means)
  }

  private func replaceFirst<Part>(of parts: inout [Part], with part: Part?) {
    parts = (part.map { [$0] } ?? []) + parts.dropFirst()
  }

  private func lines(_ fields: DocumentFields) -> [InvoiceLine] {
    // Net amounts of a document that adds up are what was agreed, to the cent; those of one that does
    // not are part of what is wrong with it.
    let keepsAmounts = base?.isCompliant() ?? false
    let known = Dictionary(
      (base?.lines ?? []).enumerated().map { ($1.identifier ?? "\($0 + 1)", ($0 + 1, $1)) },
      uniquingKeysWith: { first, _ in first })
    return fields.lines.enumerated().map { index, line in
      let old = known[line.id]
      let isSame = old.map { LineFields($0.1, place: $0.0) == line } ?? false
      return line.invoiceLine(
        over: old?.1, place: index + 1, currency: fields.currency.given,
        keepsAmount: isSame && keepsAmounts)
    }
  }

  /// EN 16931 wants a reason for VAT that is not charged (BR-AE-10, BR-E-10, BR-G-10, BR-IC-10,
  /// BR-O-10); the fields have the category alone, which is the reason.
  private func nameExemptions(in invoice: inout Invoice) {
    let told = Set(
      invoice.vatBreakdown.compactMap(\.category).filter {
        $0.exemptionReason != nil || $0.exemptionReasonCode != nil
      }.map(\.code))
    let untold = Set(invoice.lines.compactMap(\.category)).filter { !told.contains($0.code) }
    let named = untold.compactMap { category -> VATBreakdown? in
      guard let reason = Self.exemptions[category.code ?? ""] else { return nil }
      var category = category
      category.exemptionReasonCode = reason.code
      category.exemptionReason = reason.text
      return VATBreakdown(taxableAmount: nil, taxAmount: nil, category: category)
    }
    guard !named.isEmpty else { return }
    if invoice.taxTotals.isEmpty {
      invoice.taxTotals = [TaxTotal(amount: Amount(.zero, invoice.currency))]
    }
    // Before what stands there: the first entry of a category gives it its reason.
    invoice.taxTotals[0].breakdown.insert(contentsOf: named, at: 0)
  }

  private static let exemptions: [String: (code: String?, text: String)] = [
    "AE": ("VATEX-EU-AE", "Reverse charge"),
    "E": (nil, "Exempt from VAT"),
    "G": ("VATEX-EU-G", "Export outside the EU"),
    "K": ("VATEX-EU-IC", "Intra-community supply"),
    "O": ("VATEX-EU-O", "Not subject to VAT"),
  ]
}

extension Invoice {
  /// Issued by the buyer on behalf of the supplier, by its type code.
  var isSelfBilled: Bool { typeCode.map(DocumentType.selfBilledCodes.contains) ?? false }
}

extension PartyFields {
  fileprivate func party(over base: Party?) -> Party {
    var party = base ?? Party()
    party.registrationName = name.given
    if party.vatIdentifier != vatIdentifier.given { party.vatIdentifier = vatIdentifier.given }
    if party.legalIdentifier?.value != registrationNumber.given {
      party.legalIdentifier = registrationNumber.given.map {
        Identifier($0, scheme: country == "BE" ? "0208" : nil)
      }
    }
    party.endpoint = electronicAddress
    var address = party.address ?? Address()
    address.street = street.given
    address.city = city.given
    address.postalCode = postalCode.given
    address.country = country.given
    party.address = address == Address() ? nil : address
    return party
  }

  /// Without a colon the whole text is the address, and the rules say that its scheme is missing.
  private var electronicAddress: Identifier? {
    guard let text = endpoint.given else { return nil }
    guard let colon = text.firstIndex(of: ":") else { return Identifier(text) }
    let scheme = String(text[..<colon])
    return Identifier(String(text[text.index(after: colon)...]), scheme: scheme.given)
  }
}

extension LineFields {
  fileprivate func invoiceLine(
    over base: InvoiceLine?, place: Int, currency: String?, keepsAmount: Bool
  ) -> InvoiceLine {
    var line = base ?? InvoiceLine()
    line.identifier = id.given ?? "\(place)"
    line.quantity = Quantity(quantity ?? 1, unit: unit.given ?? "C62")
    if !keepsAmount { line.netAmount = nil }
    if line.price?.net?.value != netPrice {
      line.price = Price(net: netPrice.map { Amount($0, currency) })
    }
    var item = line.item ?? Item()
    item.name = itemName.given
    line.item = item
    if line.category?.code != category.given || line.category?.rate != rate {
      line.category = category.given.map { TaxCategory($0, rate: rate ?? Self.rates[$0]) }
    }
    return line
  }

  /// Categories whose rate is 0 by definition; `O` has none.
  private static let rates: [String: ExactDecimal] = ["Z": 0, "E": 0, "AE": 0, "K": 0, "G": 0]
}
