import Content
import Contracts
import EInvoice
import RPC
import Records
import StatusRules

/// Documents between their messages and their records.
extension DocumentRecord {
  /// The document as its business reads it: with the rules it breaks while it awaits validation.
  var message: Document { message(violations: status.isApproved ? [] : violations) }

  /// As it stands in lists: without what may be long, so that a page fits into a message.
  var listed: Document {
    var document = message(violations: [])
    document.fields?.lines = []
    return document
  }

  private func message(violations: [Violation]) -> Document {
    let open = amounts.flatMap { _ in payments(reconciled: reconciled).openAmount }
    return Document(
      name: name.description, kind: type.message, selfBilled: isSelfBilled, status: status.message,
      origin: origin.message, fields: fields.message, violations: violations.map(\.ruleViolation),
      total: amounts.map { .cents($0.total, $0.currency) },
      openAmount: open.flatMap { cents in amounts.map { .cents(cents, $0.currency) } },
      payments: payments.map { $0.message(currency: amounts?.currency ?? "") },
      original: original.message, eInvoice: eInvoice?.message,
      createTime: GoogleProtobufTimestamp(microseconds: createTime),
      updateTime: GoogleProtobufTimestamp(microseconds: updateTime),
      approveTime: approveTime.map(GoogleProtobufTimestamp.init(microseconds:)), etag: etag)
  }
}

extension Contracts.Amount {
  /// A sum in cents, as EN 16931 writes it: `1234.50`.
  static func cents(_ cents: Int64, _ currency: String) -> Contracts.Amount {
    Contracts.Amount(
      value: ExactDecimal(cents: cents)?.description ?? "", currencyCode: currency)
  }
}

extension Violation {
  fileprivate var ruleViolation: RuleViolation {
    RuleViolation(rule: rule, message: message, location: location)
  }
}

extension StoredFile {
  var message: ContentInfo {
    ContentInfo(
      sha256: content.hash, sizeBytes: content.size, mediaType: mediaType, fileName: fileName)
  }
}

extension PaymentRecord {
  fileprivate func message(currency: String) -> Contracts.Payment {
    Contracts.Payment(
      paymentId: id, amount: .cents(cents, currency), date: date.description)
  }
}

extension PaymentDraft {
  /// INVALID_ARGUMENT naming the field.
  init(_ message: Contracts.Payment?) throws(RPCError) {
    guard let message else { throw RPCError(.invalidArgument, "payment is needed") }
    let id = try PaymentDraft.id(message.paymentId, field: "payment.payment_id")
    let text = message.amount?.value ?? ""
    guard let cents = try Read.cents(text, field: "payment.amount.value")?.cents else {
      throw RPCError(.invalidArgument, "payment.amount.value is needed")
    }
    guard let date = try Read.date(message.date, field: "payment.date") else {
      throw RPCError(.invalidArgument, "payment.date is needed")
    }
    self.init(
      payment: PaymentRecord(id: id, cents: cents, date: date),
      currency: message.amount?.currencyCode ?? "")
  }

  static func id(_ text: String, field: String) throws(RPCError) -> String {
    try InputText.required(text, field: field, maximum: 100)
  }
}

extension DocumentDraft {
  /// INVALID_ARGUMENT naming the field.
  init(_ message: Document) throws(RPCError) {
    guard let type = try DocumentType(message.kind) else {
      throw RPCError(.invalidArgument, "document.kind is needed")
    }
    let fields = try DocumentFields(message.fields ?? Contracts.DocumentFields())
    try fields.checkLengths()
    self.init(type: type, isSelfBilled: message.selfBilled, fields: fields)
  }
}

extension AccountingView {
  /// As one document is read. The rules it breaks are the business's to mend.
  var message: AccountingDocument { message(document.message) }

  /// As it stands in lists.
  var listed: AccountingDocument { message(document.listed) }

  private func message(_ document: Document) -> AccountingDocument {
    AccountingDocument(
      name: name.description, accountingStatus: row?.status.message ?? .unspecified,
      document: document, etag: etag)
  }
}

extension AccountingTally {
  var message: AccountingCount {
    AccountingCount(
      business: "businesses/\(business)", kind: type.message, accountingStatus: status.message,
      count: count)
  }
}

/// The etag of what was seen; INVALID_ARGUMENT where none was given.
func requiredETag(_ text: String, field: String = "etag") throws(RPCError) -> String {
  guard !text.isEmpty else {
    throw RPCError(
      .invalidArgument, "\(field) is needed: that of the document as you read it")
  }
  return text
}
