/// What EN 16931 demands of one VAT category. The rules BR-<prefix>-01 to -10 are the same sentences
/// for every category with these differences.
struct VATCategory: Sendable {
  /// Which parties must say under which number they are registered.
  enum Registration: Sendable {
    /// The seller for any tax, or its tax representative for VAT.
    case seller
    /// The seller or its tax representative, for VAT.
    case sellerForVAT
    /// As `seller`, and the buyer for VAT or by its legal identifier.
    case sellerAndBuyer
    /// As `sellerForVAT`, and the buyer for VAT.
    case bothForVAT
    /// None may, for VAT.
    case none
  }

  enum Rate: Sendable {
    case positive, zero, zeroOrMore, absent
  }

  /// What stands in the rules' identifiers: `IC` in BR-IC-01.
  let prefix: String
  /// BT-118, UNCL 5305.
  let code: String
  let name: String
  let registration: Registration
  let rate: Rate
  /// Whether the breakdown must give a reason for the exemption (BT-120, BT-121), or must not.
  let exempt: Bool

  /// Rated categories have a breakdown for each rate; the others have one in all, with no tax.
  var isRated: Bool { rate == .positive || rate == .zeroOrMore }

  static let all: [VATCategory] = [
    .init("S", "S", "Standard rated", .seller, .positive, exempt: false),
    .init("Z", "Z", "Zero rated", .seller, .zero, exempt: false),
    .init("E", "E", "Exempt from VAT", .seller, .zero, exempt: true),
    .init("AE", "AE", "Reverse charge", .sellerAndBuyer, .zero, exempt: true),
    .init("IC", "K", "Intra-community supply", .bothForVAT, .zero, exempt: true),
    .init("G", "G", "Export outside the EU", .sellerForVAT, .zero, exempt: true),
    .init("O", "O", "Not subject to VAT", .none, .absent, exempt: true),
    .init("AF", "L", "IGIC", .seller, .zeroOrMore, exempt: false),
    .init("AG", "M", "IPSI", .seller, .zeroOrMore, exempt: false),
  ]

  private init(
    _ prefix: String, _ code: String, _ name: String, _ registration: Registration, _ rate: Rate,
    exempt: Bool
  ) {
    self.prefix = prefix
    self.code = code
    self.name = name
    self.registration = registration
    self.rate = rate
    self.exempt = exempt
  }

  func covers(_ category: TaxCategory?) -> Bool {
    category?.isVAT == true && category?.code == code
  }

  func isRegistered(_ invoice: Invoice) -> Bool {
    let sellerForAny =
      invoice.seller?.taxRegistrations.contains { $0.identifier != nil } == true
    let representative = invoice.taxRepresentative?.vatIdentifier != nil
    let sellerForVAT = invoice.seller?.vatIdentifier != nil || representative
    let buyerForVAT = invoice.buyer?.vatIdentifier != nil
    return switch registration {
    case .seller: sellerForAny || representative
    case .sellerForVAT: sellerForVAT
    case .sellerAndBuyer:
      (sellerForAny || representative) && (buyerForVAT || invoice.buyer?.legalIdentifier != nil)
    case .bothForVAT: sellerForVAT && buyerForVAT
    case .none: !sellerForVAT && !buyerForVAT
    }
  }

  func allows(_ value: ExactDecimal?) -> Bool {
    switch rate {
    case .absent: value == nil
    case .zero: value == .zero
    case .positive: value.map { $0 > .zero } ?? false
    case .zeroOrMore: value.map { $0 >= .zero } ?? false
    }
  }
}

extension VATCategory.Registration {
  var text: String {
    switch self {
    case .seller: "the seller has a tax identifier (BT-31, BT-32 or BT-63)"
    case .sellerForVAT: "the seller has a VAT identifier (BT-31 or BT-63)"
    case .sellerAndBuyer:
      "the seller has a tax identifier (BT-31, BT-32 or BT-63), the buyer BT-48 or BT-47"
    case .bothForVAT:
      "the seller has a VAT identifier (BT-31 or BT-63), and so has the buyer (BT-48)"
    case .none: "nobody has a VAT identifier (BT-31, BT-63, BT-48)"
    }
  }
}

extension VATCategory.Rate {
  var text: String {
    switch self {
    case .positive: "above zero"
    case .zero: "zero"
    case .zeroOrMore: "zero or above"
    case .absent: "not given"
    }
  }
}
