/// BG-25: one line.
package struct InvoiceLine: Sendable, Hashable {
  /// BT-126.
  package var identifier: String?
  /// BT-127.
  package var note: String?
  /// BT-128.
  package var object: Identifier?
  /// BT-129 and BT-130.
  package var quantity: Quantity?
  /// BT-131.
  package var netAmount: Amount?
  /// BT-132.
  package var orderLineReference: String?
  /// BT-133.
  package var buyerAccountingReference: String?
  /// BG-26.
  package var period: Period?
  /// BG-27.
  package var allowances: [AllowanceCharge] = []
  /// BG-28.
  package var charges: [AllowanceCharge] = []
  /// BG-29.
  package var price: Price?
  /// BG-30: BT-151 and BT-152.
  package var category: TaxCategory?
  /// BG-31.
  package var item: Item?

  package init(identifier: String? = nil) { self.identifier = identifier }
}

/// BG-29: the price of a base quantity.
package struct Price: Sendable, Hashable {
  /// BT-146.
  package var net: Amount?
  /// BT-147.
  package var discount: Amount?
  /// BT-148.
  package var gross: Amount?
  /// BT-149 and BT-150; one of the line's unit where it is missing.
  package var baseQuantity: Quantity?

  package init(net: Amount? = nil) { self.net = net }
}

/// BG-31: what was sold.
package struct Item: Sendable, Hashable {
  /// BT-153.
  package var name: String?
  /// BT-154.
  package var description: String?
  /// BT-155.
  package var sellerIdentifier: String?
  /// BT-156.
  package var buyerIdentifier: String?
  /// BT-157.
  package var standardIdentifier: Identifier?
  /// BT-158.
  package var classifications: [Classification] = []
  /// BT-159, ISO 3166-1 alpha-2.
  package var originCountry: String?
  /// BG-32.
  package var attributes: [Attribute] = []

  package init(name: String? = nil) { self.name = name }

  /// BT-158 with its list, UNTDID 7143.
  package struct Classification: Sendable, Hashable {
    package var code: String?
    package var list: String?
    package var listVersion: String?

    package init(code: String?, list: String?, listVersion: String? = nil) {
      self.code = code
      self.list = list
      self.listVersion = listVersion
    }
  }

  /// BG-32: BT-160 and BT-161.
  package struct Attribute: Sendable, Hashable {
    package var name: String?
    package var value: String?

    package init(name: String?, value: String?) {
      self.name = name
      self.value = value
    }
  }
}
