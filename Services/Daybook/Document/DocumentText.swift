import Contracts

extension Document: Listed, Shown {
  static let columns: [Column<Document>] = [
    Column("DOCUMENT") { lastPart($0.name) },
    Column("KIND") { $0.kind.words },
    Column("STATUS") { $0.status.words },
    Column("NUMBER") { $0.fields?.number ?? "" },
    Column("DATE") { $0.fields?.issueDate ?? "" },
    Column("OTHER SIDE") { $0.otherSide },
    Column("TOTAL", isNumber: true) { $0.total?.words ?? "" },
    Column("OPEN", isNumber: true) { $0.openAmount?.words ?? "" },
  ]

  /// Who a purchase comes from, who a sale goes to.
  var otherSide: String {
    switch kind {
    case .salesInvoice, .salesReceipt, .salesCreditNote: fields?.buyer?.displayName ?? ""
    default: fields?.seller?.displayName ?? ""
    }
  }

  var facts: Facts {
    var facts = Facts()
    addState(to: &facts)
    addFields(to: &facts)
    facts.add("original", original?.words ?? "")
    facts.add("e-invoice", eInvoice?.words ?? "")
    facts.add("came in", "\(origin.words) \(TimeText.local(createTime))")
    facts.add("changed", TimeText.local(updateTime))
    facts.add("approved", TimeText.local(approveTime))
    facts.add("etag", etag)
    facts.add("Lines:", fields?.lines ?? [], DocumentLine.columns)
    facts.add("Payments:", payments, Payment.columns)
    facts.add("Rules that the fields break:", violations, RuleViolation.columns)
    return facts
  }

  private func addState(to facts: inout Facts) {
    facts.add("document", name)
    facts.add("kind", kind.words + (selfBilled ? ", self-billed" : ""))
    facts.add("status", status.words)
    facts.add("total", total?.words ?? "")
    facts.add("open", openAmount?.words ?? "")
  }

  private func addFields(to facts: inout Facts) {
    guard let fields else { return }
    facts.add("number", fields.number)
    facts.add("issued", fields.issueDate)
    facts.add("due", fields.dueDate)
    facts.add("seller", fields.seller?.words ?? "")
    facts.add("buyer", fields.buyer?.words ?? "")
    facts.add("buyer's reference", fields.buyerReference)
    facts.add("order", fields.orderReference)
    facts.add("corrects", fields.precedingInvoice)
    facts.add("pay to", fields.paymentInstructions?.words ?? "")
    facts.add("receipt total", fields.receiptTotal)
    facts.add("note", fields.note)
  }
}

extension Party {
  fileprivate var words: String {
    let place = [
      street, [postalCode, city].filter { !$0.isEmpty }.joined(separator: " "), countryCode,
    ]
    let number = vatIdentifier.isEmpty ? registrationNumber : vatIdentifier
    return ([displayName, number] + place).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension PaymentInstructions {
  fileprivate var words: String {
    [account, reference, terms].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension ContentInfo {
  fileprivate var words: String {
    let name = fileName.isEmpty ? mediaType : "\(fileName) (\(mediaType))"
    return "\(name), \(Progress.size(sizeBytes)), sha256 \(sha256)"
  }
}

extension DocumentLine {
  fileprivate static let columns: [Column<DocumentLine>] = [
    Column("ITEM") { $0.itemName },
    Column("QUANTITY", isNumber: true) { "\($0.quantity) \($0.unitCode)" },
    Column("NET PRICE", isNumber: true) { $0.netPrice },
    Column("VAT", isNumber: true) { "\($0.vatCategory) \($0.vatRate)%" },
  ]
}

extension Payment {
  fileprivate static let columns: [Column<Payment>] = [
    Column("PAYMENT") { $0.paymentId },
    Column("DATE") { $0.date },
    Column("AMOUNT", isNumber: true) { $0.amount?.words ?? "" },
  ]
}

extension RuleViolation {
  fileprivate static let columns: [Column<RuleViolation>] = [
    Column("RULE") { $0.rule },
    Column("WHERE") { $0.location },
    Column("WHAT IT ASKS") { $0.message },
  ]
}

extension BatchApproveDocumentsResult: Listed {
  static let columns: [Column<BatchApproveDocumentsResult>] = [
    Column("DOCUMENT") { lastPart($0.name) },
    Column("STATUS") { $0.document?.status.words ?? "" },
    Column("RESULT") { $0.status?.words ?? "done" },
  ]
}
