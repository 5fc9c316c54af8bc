extension Rules {
  /// BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF and BR-AG.
  static let vatCategories: [Rule] =
    VATCategory.all.flatMap { category in
      presence(category) + rates(category) + breakdown(category)
    } + intraCommunity + notSubject

  /// 01 to 04: the category stands in the breakdown, and the parties are registered as it demands.
  private static func presence(_ category: VATCategory) -> [Rule] {
    let id = "BR-\(category.prefix)"
    return [
      .document(
        "\(id)-01",
        category.isRated
          ? "\(category.name): what is charged so stands in a VAT breakdown (BG-23), and the reverse."
          : "\(category.name): what is charged so stands in exactly one VAT breakdown (BG-23)."
      ) { invoice in
        let isUsed = invoice.chargedCategories.contains { category.covers($0) }
        let count = invoice.vatBreakdown.count { category.covers($0.category) }
        return category.isRated ? isUsed == (count > 0) : count == 1 || (count == 0 && !isUsed)
      },
      registration(category, "02", "on a line (BT-151)") { $0.lines.map(\.category) },
      registration(category, "03", "on a document level allowance (BT-95)") {
        $0.allowances.map(\.category)
      },
      registration(category, "04", "on a document level charge (BT-102)") {
        $0.charges.map(\.category)
      },
    ]
  }

  private static func registration(
    _ category: VATCategory, _ number: String, _ place: String,
    _ used: @escaping @Sendable (Invoice) -> [TaxCategory?]
  ) -> Rule {
    .document(
      "BR-\(category.prefix)-\(number)",
      "\(category.name) \(place): \(category.registration.text)."
    ) { invoice in
      !used(invoice).contains { category.covers($0) } || category.isRegistered(invoice)
    }
  }

  /// 05 to 07: the rate.
  private static func rates(_ category: VATCategory) -> [Rule] {
    func rate<Part>(
      _ number: String, _ group: Group<Part>, _ place: String,
      _ found: @escaping @Sendable (Part) -> TaxCategory?
    ) -> Rule {
      .each(
        group, "BR-\(category.prefix)-\(number)",
        "\(category.name): the rate \(place) is \(category.rate.text)."
      ) { part in
        !category.covers(found(part)) || category.allows(found(part)?.rate)
      }
    }
    return [
      rate("05", .lines, "of a line (BT-152)") { $0.category },
      rate("06", .allowances, "of a document level allowance (BT-96)") { $0.category },
      rate("07", .charges, "of a document level charge (BT-103)") { $0.category },
    ]
  }

  /// 08 to 10: the breakdown's amounts and exemption reason.
  private static func breakdown(_ category: VATCategory) -> [Rule] {
    let id = "BR-\(category.prefix)"
    return [
      Rule(
        "\(id)-08",
        "\(category.name): the taxable amount (BT-116) is lines less allowances plus charges so rated."
      ) { invoice in
        Group<VATBreakdown>.breakdown.parts(invoice).filter { _, entry in
          category.covers(entry.category) && !category.taxableAddsUp(entry, in: invoice)
        }.map(\.location)
      },
      .each(
        .breakdown, "\(id)-09",
        category.isRated
          ? "\(category.name): the tax amount (BT-117) is BT-116 times the rate, give or take 1."
          : "\(category.name): the tax amount (BT-117) is zero."
      ) { !category.covers($0.category) || category.taxIsRight($0) },
      .each(
        .breakdown, "\(id)-10",
        category.exempt
          ? "\(category.name): the breakdown has an exemption reason or its code (BT-120, BT-121)."
          : "\(category.name): the breakdown has no exemption reason (BT-120, BT-121)."
      ) { entry in
        let given =
          entry.category?.exemptionReason != nil || entry.category?.exemptionReasonCode != nil
        return !category.covers(entry.category) || given == category.exempt
      },
    ]
  }

  private static let intraCommunity: [Rule] = [
    .document(
      "BR-IC-11", "Intra-community supply: there is a delivery date (BT-72) or a period (BG-14)."
    ) { invoice in
      !invoice.breaksDown(in: "K") || invoice.delivery?.date != nil
        || (invoice.period ?? Period()) != Period() || invoice.taxPointCode != nil
    },
    .document("BR-IC-12", "Intra-community supply: the deliver to country (BT-80) is given.") {
      !$0.breaksDown(in: "K") || $0.delivery?.address?.country != nil
    },
  ]

  /// Category B is Italy's alone and has no rules of the other kind.
  static let splitPayment: [Rule] = [
    .document("BR-B-01", "Split payment is for invoices within Italy.") { invoice in
      let countries =
        [
          invoice.seller?.address, invoice.buyer?.address, invoice.taxRepresentative?.address,
          invoice.delivery?.address,
        ].compactMap { $0?.country } + invoice.lines.compactMap { $0.item?.originCountry }
      return !invoice.uses("B") || countries.allSatisfy { $0 == "IT" }
    },
    .document("BR-B-02", "Split payment does not stand beside Standard rated.") {
      !($0.uses("B") && $0.uses("S"))
    },
  ]

  private static let notSubject: [Rule] = [
    onlyO("BR-O-11", "there is no other VAT breakdown (BG-23)") { $0.vatBreakdown.map(\.category) },
    onlyO("BR-O-12", "no line is of another category") { $0.lines.map(\.category) },
    onlyO("BR-O-13", "no document level allowance is") { $0.allowances.map(\.category) },
    onlyO("BR-O-14", "no document level charge is") { $0.charges.map(\.category) },
  ]

  private static func onlyO(
    _ id: String, _ text: String, _ found: @escaping @Sendable (Invoice) -> [TaxCategory?]
  ) -> Rule {
    .document(id, "Not subject to VAT in the VAT breakdown: \(text).") { invoice in
      !invoice.breaksDown(in: "O")
        || found(invoice).allSatisfy { $0?.isVAT != true || $0?.code == nil || $0?.code == "O" }
    }
  }
}

extension Invoice {
  /// The VAT categories of lines and of document level allowances and charges.
  fileprivate var chargedCategories: [TaxCategory?] {
    lines.map(\.category) + allowances.map(\.category) + charges.map(\.category)
  }

  fileprivate func uses(_ code: String) -> Bool {
    (chargedCategories + vatBreakdown.map(\.category)).contains { $0?.code == code }
  }

  fileprivate func breaksDown(in code: String) -> Bool {
    vatBreakdown.contains { $0.category?.isVAT == true && $0.category?.code == code }
  }
}

extension VATCategory {
  fileprivate func taxableAddsUp(_ entry: VATBreakdown, in invoice: Invoice) -> Bool {
    guard let taxable = entry.taxableAmount?.value else { return true }
    let rate = entry.category?.rate
    func counts(_ category: TaxCategory?) -> Bool {
      category?.code == code && (!isRated || category?.rate == rate)
    }
    let lines = invoice.lines.filter { counts($0.category) }
    let allowances = invoice.allowances.filter { counts($0.category) }
    let charges = invoice.charges.filter { counts($0.category) }
    let sum =
      ExactDecimal.sum(lines.values(of: \.netAmount))
      + ExactDecimal.sum(charges.values(of: \.amount))
      - ExactDecimal.sum(allowances.values(of: \.amount))
    guard isRated else { return !invoice.lines.isEmpty && taxable == sum }
    // Rated categories have 1 of leeway, and must have something that is charged at that rate.
    let isUsed = !(lines.isEmpty && allowances.isEmpty && charges.isEmpty)
    return rate == nil || (isUsed && (taxable - sum).magnitude < 1)
  }

  fileprivate func taxIsRight(_ entry: VATBreakdown) -> Bool {
    guard let tax = entry.taxAmount?.value else { return true }
    guard isRated else { return tax == .zero }
    guard let taxable = entry.taxableAmount?.value, let rate = entry.category?.rate else {
      return true
    }
    return entry.isNear(tax, taxable, rate: rate)
  }
}
