extension TaxCategory {
  init(reading category: UBLCursor) {
    self.init(
      category.text("ID"), rate: category.decimal("Percent"),
      scheme: category.child("TaxScheme", "ID")?.text)
    exemptionReason = category.text("TaxExemptionReason")
    exemptionReasonCode = category.text("TaxExemptionReasonCode")
  }
}

extension AllowanceCharge {
  init(reading entry: UBLCursor) {
    self.init(
      amount: entry.amount("Amount"),
      category: entry.child("TaxCategory").map(TaxCategory.init(reading:)),
      reason: entry.text("AllowanceChargeReason"))
    baseAmount = entry.amount("BaseAmount")
    percentage = entry.decimal("MultiplierFactorNumeric")
    reasonCode = entry.text("AllowanceChargeReasonCode")
  }

  /// Both kinds stand in one list and are told apart by their indicator. One that has none is a
  /// misreading and taken for an allowance.
  static func both(in parent: UBLCursor) -> (allowances: [Self], charges: [Self]) {
    var allowances: [Self] = []
    var charges: [Self] = []
    for entry in parent.children("AllowanceCharge") {
      if entry.flag("ChargeIndicator") == true {
        charges.append(Self(reading: entry))
      } else {
        allowances.append(Self(reading: entry))
      }
    }
    return (allowances, charges)
  }
}

extension TaxTotal {
  init(reading total: UBLCursor) {
    self.init(
      amount: total.amount("TaxAmount"),
      breakdown: total.children("TaxSubtotal").map {
        VATBreakdown(
          taxableAmount: $0.amount("TaxableAmount"), taxAmount: $0.amount("TaxAmount"),
          category: $0.child("TaxCategory").map(TaxCategory.init(reading:)))
      })
  }
}

extension Totals {
  init(reading totals: UBLCursor) {
    self.init()
    lines = totals.amount("LineExtensionAmount")
    allowances = totals.amount("AllowanceTotalAmount")
    charges = totals.amount("ChargeTotalAmount")
    withoutVAT = totals.amount("TaxExclusiveAmount")
    withVAT = totals.amount("TaxInclusiveAmount")
    paid = totals.amount("PrepaidAmount")
    rounding = totals.amount("PayableRoundingAmount")
    due = totals.amount("PayableAmount")
  }
}

extension Period {
  init(reading period: UBLCursor) {
    self.init(start: period.date("StartDate"), end: period.date("EndDate"))
  }
}

extension InvoiceLine {
  init(kind: Invoice.Kind, reading line: UBLCursor) {
    self.init(identifier: line.text("ID"))
    note = line.text("Note")
    object = line.child("DocumentReference")?.identifier("ID")
    quantity = line.quantity(kind == .invoice ? "InvoicedQuantity" : "CreditedQuantity")
    netAmount = line.amount("LineExtensionAmount")
    orderLineReference = line.child("OrderLineReference", "LineID")?.text
    buyerAccountingReference = line.text("AccountingCost")
    period = line.child("InvoicePeriod").map(Period.init(reading:))
    (allowances, charges) = AllowanceCharge.both(in: line)
    price = line.child("Price").map(Price.init(reading:))
    if let sold = line.child("Item") {
      category = sold.child("ClassifiedTaxCategory").map(TaxCategory.init(reading:))
      item = Item(reading: sold)
    }
  }
}

extension Price {
  init(reading price: UBLCursor) {
    self.init(net: price.amount("PriceAmount"))
    baseQuantity = price.quantity("BaseQuantity")
    guard let allowance = price.child("AllowanceCharge") else { return }
    discount = allowance.amount("Amount")
    gross = allowance.amount("BaseAmount")
  }
}

extension Item {
  init(reading item: UBLCursor) {
    self.init(name: item.text("Name"))
    description = item.text("Description")
    sellerIdentifier = item.child("SellersItemIdentification", "ID")?.text
    buyerIdentifier = item.child("BuyersItemIdentification", "ID")?.text
    standardIdentifier = item.child("StandardItemIdentification")?.identifier("ID")
    classifications = item.children("CommodityClassification").flatMap {
      $0.children("ItemClassificationCode").map {
        Classification(
          code: $0.text, list: $0.attribute("listID"), listVersion: $0.attribute("listVersionID"))
      }
    }
    originCountry = item.child("OriginCountry", "IdentificationCode")?.text
    attributes = item.children("AdditionalItemProperty").map {
      Attribute(name: $0.text("Name"), value: $0.text("Value"))
    }
  }
}
