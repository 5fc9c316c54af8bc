/// Writes an invoice as UBL 2.1 in the order that its schema demands.
///
/// The same invoice gives the same bytes. Reading them gives the invoice again, if its texts have no
/// blanks at their ends. What the model does not hold is not written, and misreadings are not either:
/// check the rules first.
package struct UBLWriter: Sendable {
  package init() {}

  package func write(_ invoice: Invoice) -> [UInt8] {
    var out = XMLOutput()
    let kind = invoice.kind
    out.group(
      kind.rawValue, ("xmlns", UBL.namespace(of: kind)), ("xmlns:cac", UBL.aggregates),
      ("xmlns:cbc", UBL.basics)
    ) { out in
      invoice.writeHeader(to: &out)
      invoice.writeReferences(to: &out)
      out.group("cac:AccountingSupplierParty", of: invoice.seller) { out, party in
        out.group("cac:Party") { party.write(to: &$0) }
      }
      out.group("cac:AccountingCustomerParty", of: invoice.buyer) { out, party in
        out.group("cac:Party") { party.write(to: &$0) }
      }
      out.group("cac:PayeeParty", of: invoice.payee) { $1.write(to: &$0) }
      out.group("cac:TaxRepresentativeParty", of: invoice.taxRepresentative) { $1.write(to: &$0) }
      out.group("cac:Delivery", of: invoice.delivery) { $1.write(to: &$0) }
      invoice.writePayment(to: &out)
      for allowance in invoice.allowances { allowance.write(isCharge: false, to: &out) }
      for charge in invoice.charges { charge.write(isCharge: true, to: &out) }
      for total in invoice.taxTotals { total.write(to: &out) }
      out.group("cac:LegalMonetaryTotal", of: invoice.totals) { $1.write(to: &$0) }
      for line in invoice.lines { line.write(in: kind, to: &out) }
    }
    return out.bytes
  }
}

extension XMLOutput {
  /// A group where there is something to make it of.
  mutating func group<Part>(
    _ name: String, of part: Part?, body: (inout XMLOutput, Part) -> Void
  ) {
    guard let part else { return }
    group(name) { body(&$0, part) }
  }

  mutating func amount(_ name: String, _ amount: Amount?) {
    leaf(name, amount?.value.description, ("currencyID", amount?.currency))
  }

  mutating func quantity(_ name: String, _ quantity: Quantity?) {
    leaf(name, quantity?.value.description, ("unitCode", quantity?.unit))
  }

  mutating func identifier(_ name: String, _ identifier: Identifier?) {
    leaf(name, identifier?.value, ("schemeID", identifier?.scheme))
  }

  /// A group that holds an ID and nothing else.
  mutating func reference(_ name: String, _ text: String?) {
    group(name, of: text) { $0.leaf("cbc:ID", $1) }
  }
}

extension Invoice {
  fileprivate func writeHeader(to out: inout XMLOutput) {
    out.leaf("cbc:CustomizationID", specification)
    out.leaf("cbc:ProfileID", businessProcess)
    out.leaf("cbc:ID", number)
    out.leaf("cbc:IssueDate", issueDate?.description)
    // The two schemas differ in the order of these, and a credit note has no DueDate.
    if kind == .invoice {
      out.leaf("cbc:DueDate", dueDate?.description)
    } else {
      out.leaf("cbc:TaxPointDate", taxPointDate?.description)
    }
    out.leaf("cbc:\(kind.rawValue)TypeCode", typeCode)
    for note in notes { out.leaf("cbc:Note", note) }
    if kind == .invoice { out.leaf("cbc:TaxPointDate", taxPointDate?.description) }
    out.leaf("cbc:DocumentCurrencyCode", currency)
    out.leaf("cbc:TaxCurrencyCode", accountingCurrency)
    out.leaf("cbc:AccountingCost", buyerAccountingReference)
    out.leaf("cbc:BuyerReference", buyerReference)
    if period != nil || taxPointCode != nil {
      out.group("cac:InvoicePeriod") {
        period?.write(to: &$0)
        $0.leaf("cbc:DescriptionCode", taxPointCode)
      }
    }
  }

  fileprivate func writeReferences(to out: inout XMLOutput) {
    if purchaseOrderReference != nil || salesOrderReference != nil {
      out.group("cac:OrderReference") {
        $0.leaf("cbc:ID", purchaseOrderReference ?? UBL.noOrder)
        $0.leaf("cbc:SalesOrderID", salesOrderReference)
      }
    }
    for preceding in precedingInvoices {
      out.group("cac:BillingReference") {
        $0.group("cac:InvoiceDocumentReference") {
          $0.leaf("cbc:ID", preceding.number)
          $0.leaf("cbc:IssueDate", preceding.issueDate?.description)
        }
      }
    }
    out.reference("cac:DespatchDocumentReference", despatchAdviceReference)
    out.reference("cac:ReceiptDocumentReference", receivingAdviceReference)
    // A credit note has the contract before and the tender after the additional documents.
    if kind == .invoice { out.reference("cac:OriginatorDocumentReference", tenderReference) }
    out.reference("cac:ContractDocumentReference", contractReference)
    writeAdditionalDocuments(to: &out)
    if kind == .invoice {
      out.reference("cac:ProjectReference", projectReference)
    } else {
      out.reference("cac:OriginatorDocumentReference", tenderReference)
    }
  }

  private func writeAdditionalDocuments(to out: inout XMLOutput) {
    out.group("cac:AdditionalDocumentReference", of: invoicedObject) {
      $0.identifier("cbc:ID", $1)
      $0.leaf("cbc:DocumentTypeCode", UBL.invoicedObjectType)
    }
    if kind == .creditNote {
      out.group("cac:AdditionalDocumentReference", of: projectReference) {
        $0.leaf("cbc:ID", $1)
        $0.leaf("cbc:DocumentTypeCode", UBL.projectType)
      }
    }
    for attachment in attachments { attachment.write(to: &out) }
  }

  fileprivate func writePayment(to out: inout XMLOutput) {
    let due = kind == .creditNote ? dueDate : nil
    for (index, means) in paymentMeans.enumerated() {
      means.write(due: index == 0 ? due : nil, to: &out)
    }
    // The due date of a credit note has no other place than a payment means.
    if paymentMeans.isEmpty, due != nil { PaymentMeans().write(due: due, to: &out) }
    out.group("cac:PaymentTerms", of: paymentTerms) { $0.leaf("cbc:Note", $1) }
  }
}
