extension Period {
  func write(to out: inout XMLOutput) {
    out.leaf("cbc:StartDate", start?.description)
    out.leaf("cbc:EndDate", end?.description)
  }
}

extension TaxCategory {
  func write(as name: String, to out: inout XMLOutput) {
    out.group(name) {
      $0.leaf("cbc:ID", code)
      $0.leaf("cbc:Percent", rate?.description)
      $0.leaf("cbc:TaxExemptionReasonCode", exemptionReasonCode)
      $0.leaf("cbc:TaxExemptionReason", exemptionReason)
      $0.reference("cac:TaxScheme", scheme)
    }
  }
}

extension AllowanceCharge {
  func write(isCharge: Bool, to out: inout XMLOutput) {
    out.group("cac:AllowanceCharge") {
      $0.leaf("cbc:ChargeIndicator", isCharge ? "true" : "false")
      $0.leaf("cbc:AllowanceChargeReasonCode", reasonCode)
      $0.leaf("cbc:AllowanceChargeReason", reason)
      $0.leaf("cbc:MultiplierFactorNumeric", percentage?.description)
      $0.amount("cbc:Amount", amount)
      $0.amount("cbc:BaseAmount", baseAmount)
      category?.write(as: "cac:TaxCategory", to: &$0)
    }
  }
}

extension TaxTotal {
  func write(to out: inout XMLOutput) {
    out.group("cac:TaxTotal") {
      $0.amount("cbc:TaxAmount", amount)
      for entry in breakdown {
        $0.group("cac:TaxSubtotal") {
          $0.amount("cbc:TaxableAmount", entry.taxableAmount)
          $0.amount("cbc:TaxAmount", entry.taxAmount)
          entry.category?.write(as: "cac:TaxCategory", to: &$0)
        }
      }
    }
  }
}

extension Totals {
  func write(to out: inout XMLOutput) {
    out.amount("cbc:LineExtensionAmount", lines)
    out.amount("cbc:TaxExclusiveAmount", withoutVAT)
    out.amount("cbc:TaxInclusiveAmount", withVAT)
    out.amount("cbc:AllowanceTotalAmount", allowances)
    out.amount("cbc:ChargeTotalAmount", charges)
    out.amount("cbc:PrepaidAmount", paid)
    out.amount("cbc:PayableRoundingAmount", rounding)
    out.amount("cbc:PayableAmount", due)
  }
}

extension InvoiceLine {
  func write(in kind: Invoice.Kind, to out: inout XMLOutput) {
    out.group(kind == .invoice ? "cac:InvoiceLine" : "cac:CreditNoteLine") {
      $0.leaf("cbc:ID", identifier)
      $0.leaf("cbc:Note", note)
      $0.quantity(kind == .invoice ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity", quantity)
      $0.amount("cbc:LineExtensionAmount", netAmount)
      $0.leaf("cbc:AccountingCost", buyerAccountingReference)
      $0.group("cac:InvoicePeriod", of: period) { $1.write(to: &$0) }
      $0.group("cac:OrderLineReference", of: orderLineReference) { $0.leaf("cbc:LineID", $1) }
      $0.group("cac:DocumentReference", of: object) {
        $0.identifier("cbc:ID", $1)
        $0.leaf("cbc:DocumentTypeCode", UBL.invoicedObjectType)
      }
      for allowance in allowances { allowance.write(isCharge: false, to: &$0) }
      for charge in charges { charge.write(isCharge: true, to: &$0) }
      if item != nil || category != nil {
        $0.group("cac:Item") { (item ?? Item()).write(category: category, to: &$0) }
      }
      $0.group("cac:Price", of: price) { $1.write(to: &$0) }
    }
  }
}

extension Item {
  /// UBL keeps the line's VAT category among what describes its item.
  fileprivate func write(category: TaxCategory?, to out: inout XMLOutput) {
    out.leaf("cbc:Description", description)
    out.leaf("cbc:Name", name)
    out.reference("cac:BuyersItemIdentification", buyerIdentifier)
    out.reference("cac:SellersItemIdentification", sellerIdentifier)
    out.group("cac:StandardItemIdentification", of: standardIdentifier) {
      $0.identifier("cbc:ID", $1)
    }
    out.group("cac:OriginCountry", of: originCountry) { $0.leaf("cbc:IdentificationCode", $1) }
    for classification in classifications {
      out.group("cac:CommodityClassification") {
        $0.leaf(
          "cbc:ItemClassificationCode", classification.code, ("listID", classification.list),
          ("listVersionID", classification.listVersion))
      }
    }
    category?.write(as: "cac:ClassifiedTaxCategory", to: &out)
    for attribute in attributes {
      out.group("cac:AdditionalItemProperty") {
        $0.leaf("cbc:Name", attribute.name)
        $0.leaf("cbc:Value", attribute.value)
      }
    }
  }
}

extension Price {
  fileprivate func write(to out: inout XMLOutput) {
    out.amount("cbc:PriceAmount", net)
    out.quantity("cbc:BaseQuantity", baseQuantity)
    guard discount != nil || gross != nil else { return }
    out.group("cac:AllowanceCharge") {
      $0.leaf("cbc:ChargeIndicator", "false")
      $0.amount("cbc:Amount", discount)
      $0.amount("cbc:BaseAmount", gross)
    }
  }
}
