/// Two documents with one key are one document that came twice: same sender, number, type and year.
package struct DuplicateKey: Sendable, Hashable, CustomStringConvertible {
  /// The sender's number, normalised; its name where it has none.
  package let sender: String
  /// BT-1 in capitals without blanks: `F 2026-17` and `f2026-17` are one number.
  package let number: String
  /// BT-3.
  package let type: String
  /// Of BT-2.
  package let year: Int

  /// nil when the seller, number, type or issue date is missing: such a document has no key yet.
  package init?(_ invoice: Invoice) {
    guard let sender = invoice.seller?.duplicateName, let issued = invoice.issueDate,
      let number = invoice.number?.compact, !number.isEmpty, let type = invoice.typeCode
    else { return nil }
    self.sender = sender
    self.number = number
    self.type = type
    year = issued.year
  }

  /// One line for a unique index. Blanks cannot occur within the parts, so they part them.
  package var description: String { "\(sender) \(number) \(type.compact) \(year)" }
}

extension Party {
  /// The VAT identifier says most; a seller without one is told by its legal identifier, other
  /// identifier, or name. Belgium writes one number as VAT and as enterprise number: both forms are
  /// one.
  fileprivate var duplicateName: String? {
    let country = address?.country
    if let vat = vatIdentifier {
      return (try? EnterpriseNumber(vat))?.description ?? Self.comparable(vat, country: country)
    }
    if let legal = legalIdentifier?.value { return Self.comparable(legal, country: country) }
    if let other = identifiers.first?.value { return other.compact }
    return registrationName.map { "NAME:\($0.compact)" }
  }

  private static func comparable(_ number: String, country: String?) -> String {
    (try? EnterpriseNumber(number, country: country))?.description ?? number.compact
  }
}

extension String {
  fileprivate var compact: String { uppercased().filter { !$0.isWhitespace } }
}
