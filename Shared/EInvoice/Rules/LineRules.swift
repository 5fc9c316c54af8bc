extension Rules {
  static let lines: [Rule] = [
    .each(line, "BR-21", "A line (BG-25) has an identifier (BT-126).") { $0.identifier != nil },
    .each(line, "BR-22", "A line (BG-25) has a quantity (BT-129).") { $0.quantity != nil },
    .each(line, "BR-23", "A line (BG-25) has a unit of measure (BT-130).") {
      $0.quantity?.unit != nil
    },
    .each(line, "BR-24", "A line (BG-25) has a net amount (BT-131).") { $0.netAmount != nil },
    .each(line, "BR-25", "A line (BG-25) has an item name (BT-153).") { $0.item?.name != nil },
    .each(line, "BR-26", "A line (BG-25) has an item net price (BT-146).") { $0.price?.net != nil },
    .each(line, "BR-27", "An item net price (BT-146) is not negative.") {
      ($0.price?.net?.value ?? .zero) >= .zero
    },
    .each(line, "BR-28", "An item gross price (BT-148) is not negative.") {
      ($0.price?.gross?.value ?? .zero) >= .zero
    },
    .each(period, "BR-30", "A line's period ends (BT-135) no earlier than it starts (BT-134).") {
      $0.isOrdered
    },
    .each(
      period, "BR-CO-20", "A line's period (BG-26) has a start (BT-134), an end (BT-135) or both."
    ) { $0 != Period() },
    .each(attributes, "BR-54", "An item attribute has a name (BT-160) and a value (BT-161).") {
      $0.name != nil && $0.value != nil
    },
    .each(
      standardIdentifiers, "BR-64",
      "An item's standard identifier (BT-157) has a scheme identifier."
    ) { $0.scheme != nil },
    .each(
      classifications, "BR-65",
      "An item's classification identifier (BT-158) has a scheme identifier."
    ) { $0.code == nil || $0.list != nil },
    .each(line, "BR-CO-04", "A line (BG-25) has a VAT category code (BT-151).") {
      $0.category?.isVAT == true && $0.category?.code != nil
    },
  ]

  private static let line = Group<InvoiceLine>.lines
  private static let period = line.one("BG-26") { $0.period }
  private static let item = line.one("BG-31") { $0.item }
  private static let attributes = item.each("BG-32") { $0.attributes }
  private static let standardIdentifiers = item.one("BT-157") { $0.standardIdentifier }
  private static let classifications = item.each("BT-158") { $0.classifications }
}
