import RPC
import Records

/// How long the texts may be that a person types; those of a UBL file are bounded by the file.
extension DocumentFields {
  /// INVALID_ARGUMENT naming the field and its limit.
  func checkLengths() throws(RPCError) {
    try Self.check(number, "fields.number", 100)
    try Self.check(currency, "fields.currency_code", 3)
    try Self.check(buyerReference, "fields.buyer_reference", 200)
    try Self.check(orderReference, "fields.order_reference", 200)
    try Self.check(precedingInvoice, "fields.preceding_invoice", 100)
    try Self.check(note, "fields.note", 5_000)
    try seller?.checkLengths("fields.seller")
    try buyer?.checkLengths("fields.buyer")
    if let payment {
      try Self.check(payment.meansCode, "fields.payment_instructions.means_code", 10)
      try Self.check(payment.account, "fields.payment_instructions.account", 100)
      try Self.check(payment.reference, "fields.payment_instructions.reference", 200)
      try Self.check(payment.terms, "fields.payment_instructions.terms", 2_000)
    }
    try DocumentLimits.checkLines(lines.count, of: "fields.lines")
    for (index, line) in lines.enumerated() {
      try Self.check(line.id, "fields.lines[\(index)].id", 100)
      try Self.check(line.itemName, "fields.lines[\(index)].item_name", 1_000)
      try Self.check(line.unit, "fields.lines[\(index)].unit_code", 10)
      try Self.check(line.category, "fields.lines[\(index)].vat_category", 10)
    }
  }

  fileprivate static func check(
    _ text: String, _ field: String, _ maximum: Int
  ) throws(RPCError) {
    _ = try InputText.optional(text, field: field, maximum: maximum)
  }
}

extension PartyFields {
  fileprivate func checkLengths(_ party: String) throws(RPCError) {
    let texts = [
      ("display_name", name, 300), ("vat_identifier", vatIdentifier, 50),
      ("registration_number", registrationNumber, 100), ("endpoint", endpoint, 200),
      ("street", street, 300), ("city", city, 200), ("postal_code", postalCode, 50),
      ("country_code", country, 2),
    ]
    for (field, text, maximum) in texts {
      try DocumentFields.check(text, "\(party).\(field)", maximum)
    }
  }
}
