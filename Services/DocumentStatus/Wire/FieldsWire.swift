import Contracts
import EInvoice
import RPC
import Records

/// Fields between their message and their record. The message is also what the store keeps: it is
/// versioned with the proto.
extension DocumentFields {
  func storedBytes() throws -> [UInt8] { try message.wireBytes() }

  init(storedBytes: [UInt8]) throws {
    try self.init(try Contracts.DocumentFields(storedBytes: storedBytes))
  }

  var message: Contracts.DocumentFields {
    Contracts.DocumentFields(
      number: number, issueDate: issueDate?.description ?? "", dueDate: dueDate?.description ?? "",
      currencyCode: currency, buyerReference: buyerReference, orderReference: orderReference,
      precedingInvoice: precedingInvoice, seller: seller?.message, buyer: buyer?.message,
      paymentInstructions: payment?.message, lines: lines.map(\.message), note: note,
      receiptTotal: receiptTotal?.description ?? "")
  }

  /// INVALID_ARGUMENT naming the field, for what is no date or no number. What is missing stays
  /// missing: the rules say so.
  init(_ message: Contracts.DocumentFields) throws(RPCError) {
    number = message.number.trimmed
    issueDate = try Read.date(message.issueDate, field: "fields.issue_date")
    dueDate = try Read.date(message.dueDate, field: "fields.due_date")
    currency = message.currencyCode.trimmed
    buyerReference = message.buyerReference.trimmed
    orderReference = message.orderReference.trimmed
    precedingInvoice = message.precedingInvoice.trimmed
    seller = message.seller.map(PartyFields.init)
    buyer = message.buyer.map(PartyFields.init)
    payment = message.paymentInstructions.map(PaymentFields.init)
    for (index, line) in message.lines.enumerated() {
      lines.append(try LineFields(line, field: "fields.lines[\(index)]"))
    }
    note = message.note.trimmed
    receiptTotal = try Read.cents(message.receiptTotal, field: "fields.receipt_total")
  }
}

extension PartyFields {
  fileprivate var message: Contracts.Party {
    Contracts.Party(
      displayName: name, vatIdentifier: vatIdentifier, registrationNumber: registrationNumber,
      endpoint: endpoint, street: street, city: city, postalCode: postalCode, countryCode: country)
  }

  fileprivate init(_ message: Contracts.Party) {
    name = message.displayName.trimmed
    vatIdentifier = message.vatIdentifier.trimmed
    registrationNumber = message.registrationNumber.trimmed
    endpoint = message.endpoint.trimmed
    street = message.street.trimmed
    city = message.city.trimmed
    postalCode = message.postalCode.trimmed
    country = message.countryCode.trimmed
  }
}

extension PaymentFields {
  fileprivate var message: Contracts.PaymentInstructions {
    Contracts.PaymentInstructions(
      meansCode: meansCode, account: account, reference: reference, terms: terms)
  }

  fileprivate init(_ message: Contracts.PaymentInstructions) {
    meansCode = message.meansCode.trimmed
    account = message.account.trimmed
    reference = message.reference.trimmed
    terms = message.terms.trimmed
  }
}

extension LineFields {
  fileprivate var message: Contracts.DocumentLine {
    Contracts.DocumentLine(
      id: id, itemName: itemName, quantity: quantity?.description ?? "", unitCode: unit,
      netPrice: netPrice?.description ?? "", vatCategory: category,
      vatRate: rate?.description ?? "")
  }

  fileprivate init(_ message: Contracts.DocumentLine, field: String) throws(RPCError) {
    id = message.id.trimmed
    itemName = message.itemName.trimmed
    quantity = try Read.decimal(message.quantity, field: "\(field).quantity")
    unit = message.unitCode.trimmed
    netPrice = try Read.decimal(message.netPrice, field: "\(field).net_price")
    category = message.vatCategory.trimmed
    rate = try Read.decimal(message.vatRate, field: "\(field).vat_rate")
  }
}

/// Typed values in texts; an empty text is nil.
enum Read {
  static func date(_ text: String, field: String) throws(RPCError) -> CalendarDate? {
    guard !text.isEmpty else { return nil }
    guard let date = CalendarDate(text) else {
      throw RPCError(.invalidArgument, "\(field) must be a day as YYYY-MM-DD, or empty")
    }
    return date
  }

  static func decimal(_ text: String, field: String) throws(RPCError) -> ExactDecimal? {
    guard !text.isEmpty else { return nil }
    guard let value = ExactDecimal(text) else {
      throw RPCError(
        .invalidArgument, "\(field) must be a decimal number with a point, or empty")
    }
    return value
  }

  /// A decimal with at most two places.
  static func cents(_ text: String, field: String) throws(RPCError) -> ExactDecimal? {
    let value = try decimal(text, field: field)
    guard value == nil || value?.cents != nil else {
      throw RPCError(.invalidArgument, "\(field) must have at most two decimal places")
    }
    return value
  }
}
