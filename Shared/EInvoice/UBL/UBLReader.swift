/// Reads a UBL 2.1 Invoice or CreditNote into the terms of EN 16931.
///
/// It asks for well-formed XML with the right root and nothing more: any part may be missing, and
/// what is missing is for the rules to find. Elements that EN 16931 has no term for are left out.
package struct UBLReader: Sendable {
  package var limits: XMLLimits

  package init(limits: XMLLimits = XMLLimits()) { self.limits = limits }

  /// Blocks while it parses; call it off the event loops.
  package func read(_ bytes: [UInt8]) throws(UBLError) -> Invoice {
    var kind = Invoice.Kind.invoice
    let builder = XMLTreeBuilder(limits: limits, wanted: [UBL.aggregates, UBL.basics]) {
      root, namespace in
      guard let found = Invoice.Kind(rawValue: root), UBL.namespace(of: found) == namespace else {
        return false
      }
      kind = found
      return true
    }
    let root = try XMLDocument.read(bytes, limits: limits, into: builder)
    let notes = UBLCursor.Notes()
    var invoice = Invoice(
      kind: kind, reading: UBLCursor(root, path: "/\(kind.rawValue)", notes: notes))
    invoice.misreadings = notes.all
    return invoice
  }
}

extension Invoice {
  fileprivate init(kind: Kind, reading root: UBLCursor) {
    self.init(kind: kind)
    readHeader(root)
    readReferences(root)
    readAdditionalDocuments(root)
    seller = root.child("AccountingSupplierParty").map { Party(reading: $0.child("Party")) }
    buyer = root.child("AccountingCustomerParty").map { Party(reading: $0.child("Party")) }
    payee = root.child("PayeeParty").map { Party(reading: $0) }
    taxRepresentative = root.child("TaxRepresentativeParty").map { Party(reading: $0) }
    delivery = root.child("Delivery").map(Delivery.init(reading:))
    readPayment(root)
    (allowances, charges) = AllowanceCharge.both(in: root)
    taxTotals = root.children("TaxTotal").map(TaxTotal.init(reading:))
    totals = root.child("LegalMonetaryTotal").map(Totals.init(reading:))
    readLines(root)
  }

  private mutating func readHeader(_ root: UBLCursor) {
    specification = root.text("CustomizationID")
    businessProcess = root.text("ProfileID")
    number = root.text("ID")
    issueDate = root.date("IssueDate")
    typeCode = root.text("\(kind.rawValue)TypeCode")
    notes = root.children("Note").compactMap(\.text)
    taxPointDate = root.date("TaxPointDate")
    currency = root.text("DocumentCurrencyCode")
    accountingCurrency = root.text("TaxCurrencyCode")
    buyerAccountingReference = root.text("AccountingCost")
    buyerReference = root.text("BuyerReference")
    if let span = root.child("InvoicePeriod") {
      taxPointCode = span.text("DescriptionCode")
      let read = Period(reading: span)
      // A period that holds only BT-8 is no invoicing period.
      period = taxPointCode != nil && read == Period() ? nil : read
    }
  }

  private mutating func readReferences(_ root: UBLCursor) {
    if let order = root.child("OrderReference") {
      salesOrderReference = order.text("SalesOrderID")
      let number = order.text("ID")
      purchaseOrderReference = number == UBL.noOrder && salesOrderReference != nil ? nil : number
    }
    precedingInvoices = root.children("BillingReference").map {
      let reference = $0.child("InvoiceDocumentReference")
      return PrecedingInvoice(
        number: reference?.text("ID"), issueDate: reference?.date("IssueDate"))
    }
    despatchAdviceReference = root.child("DespatchDocumentReference", "ID")?.text
    receivingAdviceReference = root.child("ReceiptDocumentReference", "ID")?.text
    tenderReference = root.child("OriginatorDocumentReference", "ID")?.text
    contractReference = root.child("ContractDocumentReference", "ID")?.text
    projectReference = root.child("ProjectReference", "ID")?.text
  }

  private mutating func readAdditionalDocuments(_ root: UBLCursor) {
    for document in root.children("AdditionalDocumentReference") {
      switch document.text("DocumentTypeCode") {
      case UBL.invoicedObjectType:
        if invoicedObject != nil { document.note(.repeated) }
        invoicedObject = invoicedObject ?? document.identifier("ID")
      case UBL.projectType where kind == .creditNote:
        if projectReference != nil { document.note(.repeated) }
        projectReference = projectReference ?? document.text("ID")
      case let type:
        let hasScheme = document.child("ID")?.attribute("schemeID") != nil
        if type != nil || hasScheme { document.note(.notA("supporting document")) }
        attachments.append(Attachment(reading: document))
      }
    }
  }

  /// Lines of the other document's name are no lines by the schema; they are read as what they
  /// look like, and noted.
  private mutating func readLines(_ root: UBLCursor) {
    for (name, itsKind) in [("InvoiceLine", Kind.invoice), ("CreditNoteLine", .creditNote)] {
      for line in root.children(name) {
        if itsKind != kind { line.note(.notA("\(kind.rawValue)Line")) }
        lines.append(InvoiceLine(kind: itsKind, reading: line))
      }
    }
  }

  private mutating func readPayment(_ root: UBLCursor) {
    let means = root.children("PaymentMeans")
    paymentMeans = means.map(PaymentMeans.init(reading:))
    if kind == .invoice {
      dueDate = root.date("DueDate")
    } else {
      let due = means.filter { $0.text("PaymentDueDate") != nil }
      dueDate = due.first?.date("PaymentDueDate")
      if due.count > 1 { due[1].note(.repeated) }
    }
    paymentTerms = root.child("PaymentTerms", "Note")?.text
  }
}
