import EInvoice

/// What a person checks and completes before approval, in the terms of EN 16931. An empty text is one
/// that is missing.
struct DocumentFields: Sendable, Equatable {
  /// BT-1.
  var number = ""
  /// BT-2.
  var issueDate: CalendarDate?
  /// BT-9.
  var dueDate: CalendarDate?
  /// BT-5.
  var currency = ""
  /// BT-10.
  var buyerReference = ""
  /// BT-13.
  var orderReference = ""
  /// BT-25.
  var precedingInvoice = ""
  /// BG-4.
  var seller: PartyFields?
  /// BG-7.
  var buyer: PartyFields?
  /// BG-16 and BT-20.
  var payment: PaymentFields?
  /// BG-25.
  var lines: [LineFields] = []
  /// BT-22.
  var note = ""
  /// The amount with VAT of a receipt; not read for invoices.
  var receiptTotal: ExactDecimal?
}

/// BG-4, BG-7: a seller or a buyer.
struct PartyFields: Sendable, Equatable {
  /// BT-27, BT-44.
  var name = ""
  /// BT-31, BT-48.
  var vatIdentifier = ""
  /// BT-30, BT-47.
  var registrationNumber = ""
  /// BT-34, BT-49, its scheme before the colon: `0208:0123456749`.
  var endpoint = ""
  var street = ""
  var city = ""
  var postalCode = ""
  /// BT-40, BT-55.
  var country = ""
}

/// BG-16: how to pay.
struct PaymentFields: Sendable, Equatable {
  /// BT-81.
  var meansCode = ""
  /// BT-84.
  var account = ""
  /// BT-83.
  var reference = ""
  /// BT-20.
  var terms = ""
}

/// BG-25: a line.
struct LineFields: Sendable, Equatable {
  /// BT-126.
  var id = ""
  /// BT-153.
  var itemName = ""
  /// BT-129; one where it is missing.
  var quantity: ExactDecimal?
  /// BT-130.
  var unit = ""
  /// BT-146.
  var netPrice: ExactDecimal?
  /// BT-151.
  var category = ""
  /// BT-152.
  var rate: ExactDecimal?
}

extension String {
  /// Without white space at its ends: EN 16931 takes a blank text for a missing one.
  var trimmed: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last].drop(while: \.isWhitespace))
  }

  /// Nil where nothing was given.
  var given: String? { isEmpty ? nil : self }
}
