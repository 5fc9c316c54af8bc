extension Rules {
  /// BR-CL-*: codes are of their lists. A code that is missing is another rule's.
  static let codeLists: [Rule] = [
    .document(
      "BR-CL-01", "The type code (BT-3) is one of UNTDID 1001 for invoices or for credit notes."
    ) { invoice in
      let list = invoice.kind == .invoice ? CodeLists.invoiceTypes : CodeLists.creditNoteTypes
      return list.allows(invoice.typeCode)
    },
    .each(amounts, "BR-CL-03", "Every amount names its currency, of ISO 4217.") {
      CodeLists.currencies.contains($0.currency ?? "")
    },
    .document("BR-CL-04", "The currency (BT-5) is one of ISO 4217.") {
      CodeLists.currencies.allows($0.currency)
    },
    .document("BR-CL-05", "The VAT accounting currency (BT-6) is one of ISO 4217.") {
      CodeLists.currencies.allows($0.accountingCurrency)
    },
    .document("BR-CL-06", "The tax point date code (BT-8) is 3, 35 or 432.") {
      CodeLists.taxPoints.allows($0.taxPointCode)
    },
    .each(addresses, "BR-CL-14", "A country code (BT-40, BT-55, BT-69, BT-80) is of ISO 3166-1.") {
      Countries.addresses.allows($0.country)
    },
    .each(
      Group<InvoiceLine>.lines, "BR-CL-15", "An item's country of origin (BT-159) is of ISO 3166-1."
    ) { Countries.addresses.allows($0.item?.originCountry) },
    .each(
      .many("BG-16") { $0.paymentMeans }, "BR-CL-16",
      "A payment means code (BT-81) is one of UNTDID 4461."
    ) { (means: PaymentMeans) in CodeLists.paymentMeans.allows(means.code) },
    .each(
      otherCategories, "BR-CL-17", "A VAT category code (BT-95, BT-102, BT-118) is of UNCL 5305."
    ) { CodeLists.vatCategories.allows($0.code) },
    .each(
      Group<InvoiceLine>.lines, "BR-CL-18", "A line's VAT category code (BT-151) is of UNCL 5305."
    ) { CodeLists.vatCategories.allows($0.category?.code) },
    .each(
      everyAllowance, "BR-CL-19", "An allowance reason code (BT-98, BT-140) is one of UNTDID 5189."
    ) { CodeLists.allowanceReasons.allows($0.reasonCode) },
    .each(
      .many("BG-24") { $0.attachments }, "BR-CL-24",
      "A supporting document is PDF, PNG, JPEG, CSV or a spreadsheet (BT-125 mime code)."
    ) { (attachment: Attachment) in CodeLists.mimeTypes.allows(attachment.mimeCode) },
    .each(
      endpoints, "BR-CL-25", "The scheme of an electronic address (BT-34, BT-49) is one of EAS."
    ) { CodeLists.electronicAddresses.allows($0.scheme) },
  ]

  private static let addresses = Group<Address> { invoice in
    [
      ("BG-4/BG-5", invoice.seller?.address), ("BG-7/BG-8", invoice.buyer?.address),
      ("BG-11/BG-12", invoice.taxRepresentative?.address),
      ("BG-13/BG-15", invoice.delivery?.address),
    ].filled()
  }

  private static let endpoints = Group<Identifier> { invoice in
    [("BG-4/BT-34", invoice.seller?.endpoint), ("BG-7/BT-49", invoice.buyer?.endpoint)].filled()
  }

  private static let everyAllowance = Group<AllowanceCharge> { invoice in
    Group<AllowanceCharge>.allowances.parts(invoice)
      + Group<AllowanceCharge>.lineAllowances.parts(invoice)
  }

  private static let otherCategories = Group<TaxCategory> { invoice in
    let groups: [Group<TaxCategory>] = [
      Group<AllowanceCharge>.allowances.one("BT-95") { $0.category },
      Group<AllowanceCharge>.charges.one("BT-102") { $0.category },
      Group<VATBreakdown>.breakdown.one("BT-118") { $0.category },
    ]
    return groups.flatMap { $0.parts(invoice) }
  }

  /// Every amount of the document, BT-111 among them.
  private static let amounts = Group<Amount> { invoice in
    (amountsInDocumentCurrency + [Group<Amount>.many("BT-111") { $0.otherVATTotals }])
      .flatMap { $0.parts(invoice) }
  }

  /// All but BT-111.
  static let amountsInDocumentCurrency: [Group<Amount>] = {
    let entries: [(Group<AllowanceCharge>, String, String)] = [
      (.allowances, "BT-92", "BT-93"), (.charges, "BT-99", "BT-100"),
      (.lineAllowances, "BT-136", "BT-137"), (.lineCharges, "BT-141", "BT-142"),
    ]
    return entries.flatMap { group, amount, base in
      [group.one(amount) { $0.amount }, group.one(base) { $0.baseAmount }]
    } + totals
  }()

  private static let totals: [Group<Amount>] = [
    Group<Totals>.totals.one("BT-106") { $0.lines },
    Group<Totals>.totals.one("BT-107") { $0.allowances },
    Group<Totals>.totals.one("BT-108") { $0.charges },
    Group<Totals>.totals.one("BT-109") { $0.withoutVAT },
    Group<Totals>.totals.one("BT-112") { $0.withVAT },
    Group<Totals>.totals.one("BT-113") { $0.paid },
    Group<Totals>.totals.one("BT-114") { $0.rounding },
    Group<Totals>.totals.one("BT-115") { $0.due },
    Group<Amount>.many("BT-110") { invoice in
      invoice.taxTotals.filter { !invoice.isInAccountingCurrency($0) }.compactMap(\.amount)
    },
    Group<VATBreakdown>.breakdown.one("BT-116") { $0.taxableAmount },
    Group<VATBreakdown>.breakdown.one("BT-117") { $0.taxAmount },
    Group<InvoiceLine>.lines.one("BT-131") { $0.netAmount },
    Group<InvoiceLine>.lines.one("BT-146") { $0.price?.net },
    Group<InvoiceLine>.lines.one("BT-147") { $0.price?.discount },
    Group<InvoiceLine>.lines.one("BT-148") { $0.price?.gross },
  ]
}

extension Invoice {
  /// BT-111: the VAT total without breakdown in the accounting currency.
  fileprivate func isInAccountingCurrency(_ total: TaxTotal) -> Bool {
    accountingCurrency != nil && total.breakdown.isEmpty
      && total.amount?.currency == accountingCurrency
  }

  fileprivate var otherVATTotals: [Amount] {
    taxTotals.filter(isInAccountingCurrency).compactMap(\.amount)
  }
}

extension Set<String> {
  /// Whether a code is of the list, or not given.
  fileprivate func allows(_ code: String?) -> Bool { code.map(contains) ?? true }
}

extension Array {
  /// Those entries that have a part.
  fileprivate func filled<Part>() -> [(location: String, part: Part)]
  where Element == (String, Part?) {
    compactMap { location, part in part.map { (location, $0) } }
  }
}
