/// A VAT category with its rate: of a line (BT-151, BT-152), a document level allowance (BT-95,
/// BT-96) or charge (BT-102, BT-103), or of the breakdown (BT-118 to BT-121).
package struct TaxCategory: Sendable, Hashable {
  /// UNCL 5305: S, Z, E, AE, K, G, O, L, M, B.
  package var code: String?
  /// In percent: `21` is 21 %.
  package var rate: ExactDecimal?
  /// BT-120; in the breakdown only.
  package var exemptionReason: String?
  /// BT-121, a VATEX code; in the breakdown only.
  package var exemptionReasonCode: String?
  /// `VAT`; a category of another tax is none of EN 16931's.
  package var scheme: String?

  package init(_ code: String?, rate: ExactDecimal? = nil, scheme: String? = "VAT") {
    self.code = code
    self.rate = rate
    self.scheme = scheme
  }

  package var isVAT: Bool { scheme?.uppercased() == "VAT" }
}

/// BG-23: the VAT of one category and rate.
package struct VATBreakdown: Sendable, Hashable {
  /// BT-116.
  package var taxableAmount: Amount?
  /// BT-117.
  package var taxAmount: Amount?
  /// BT-118 to BT-121.
  package var category: TaxCategory?

  package init(taxableAmount: Amount?, taxAmount: Amount?, category: TaxCategory?) {
    self.taxableAmount = taxableAmount
    self.taxAmount = taxAmount
    self.category = category
  }
}

/// BT-110 or BT-111, with the breakdown that stands under it.
package struct TaxTotal: Sendable, Hashable {
  package var amount: Amount?
  /// BG-23.
  package var breakdown: [VATBreakdown]

  package init(amount: Amount?, breakdown: [VATBreakdown] = []) {
    self.amount = amount
    self.breakdown = breakdown
  }
}

/// BG-20, BG-21, BG-27, BG-28: what is taken off or added. Numbers of business terms are given in
/// this order: document allowance, document charge, line allowance, line charge.
package struct AllowanceCharge: Sendable, Hashable {
  /// BT-92, BT-99, BT-136, BT-141.
  package var amount: Amount?
  /// BT-93, BT-100, BT-137, BT-142.
  package var baseAmount: Amount?
  /// BT-94, BT-101, BT-138, BT-143, in percent.
  package var percentage: ExactDecimal?
  /// BT-95 and BT-96, BT-102 and BT-103; lines have none.
  package var category: TaxCategory?
  /// BT-97, BT-104, BT-139, BT-144.
  package var reason: String?
  /// BT-98, BT-105, BT-140, BT-145.
  package var reasonCode: String?

  package init(amount: Amount? = nil, category: TaxCategory? = nil, reason: String? = nil) {
    self.amount = amount
    self.category = category
    self.reason = reason
  }
}

/// BG-22 without its VAT totals.
package struct Totals: Sendable, Hashable {
  /// BT-106: sum of the lines.
  package var lines: Amount?
  /// BT-107.
  package var allowances: Amount?
  /// BT-108.
  package var charges: Amount?
  /// BT-109: the total without VAT.
  package var withoutVAT: Amount?
  /// BT-112: the total with VAT.
  package var withVAT: Amount?
  /// BT-113.
  package var paid: Amount?
  /// BT-114.
  package var rounding: Amount?
  /// BT-115: what is due for payment.
  package var due: Amount?

  package init() {}
}
