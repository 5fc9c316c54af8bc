/// A seller (BG-4), buyer (BG-7), payee (BG-10) or tax representative (BG-11).
///
/// The numbers of business terms are given in this order: seller, buyer, payee, representative.
package struct Party: Sendable, Hashable {
  /// BT-34, BT-49: the electronic address; Peppol routes by it.
  package var endpoint: Identifier?
  /// BT-29, BT-46, BT-60; scheme `SEPA` is the bank assigned creditor identifier BT-90.
  package var identifiers: [Identifier] = []
  /// BT-28, BT-45, BT-59, BT-62: the trading name.
  package var tradingName: String?
  /// BG-5, BG-8, —, BG-12.
  package var address: Address?
  /// BT-31 and BT-32, BT-48, —, BT-63.
  package var taxRegistrations: [TaxRegistration] = []
  /// BT-27, BT-44: the registered name.
  package var registrationName: String?
  /// BT-30, BT-47, BT-61.
  package var legalIdentifier: Identifier?
  /// BT-33: more about the legal form.
  package var legalForm: String?
  /// BG-6, BG-9.
  package var contact: Contact?

  package init() {}

  /// BT-31, BT-48, BT-63: the number under which the party is registered for VAT.
  package var vatIdentifier: String? {
    get { taxRegistrations.first { $0.isVAT && $0.identifier != nil }?.identifier }
    set {
      taxRegistrations.removeAll(where: \.isVAT)
      if let newValue {
        taxRegistrations.insert(TaxRegistration(identifier: newValue, scheme: "VAT"), at: 0)
      }
    }
  }
}

/// A number under which a party is registered with a tax office.
package struct TaxRegistration: Sendable, Hashable {
  package var identifier: String?
  /// `VAT` for VAT; anything else is another tax.
  package var scheme: String?

  package init(identifier: String?, scheme: String?) {
    self.identifier = identifier
    self.scheme = scheme
  }

  package var isVAT: Bool { scheme?.uppercased() == "VAT" }
}

/// BG-5, BG-8, BG-12, BG-15: a postal address. Numbers of business terms are the seller's.
package struct Address: Sendable, Hashable {
  /// BT-35.
  package var street: String?
  /// BT-36.
  package var additionalStreet: String?
  /// BT-162.
  package var additionalLine: String?
  /// BT-37.
  package var city: String?
  /// BT-38.
  package var postalCode: String?
  /// BT-39.
  package var subdivision: String?
  /// BT-40, ISO 3166-1 alpha-2.
  package var country: String?

  package init(
    street: String? = nil, city: String? = nil, postalCode: String? = nil, country: String? = nil
  ) {
    self.street = street
    self.city = city
    self.postalCode = postalCode
    self.country = country
  }
}

/// BG-6, BG-9: whom to ask. Numbers of business terms are the seller's.
package struct Contact: Sendable, Hashable {
  /// BT-41.
  package var name: String?
  /// BT-42.
  package var telephone: String?
  /// BT-43.
  package var email: String?

  package init(name: String? = nil, telephone: String? = nil, email: String? = nil) {
    self.name = name
    self.telephone = telephone
    self.email = email
  }
}

/// BG-13: where and when goods or services were delivered.
package struct Delivery: Sendable, Hashable {
  /// BT-70.
  package var partyName: String?
  /// BT-71.
  package var location: Identifier?
  /// BT-72.
  package var date: CalendarDate?
  /// BG-15.
  package var address: Address?

  package init(date: CalendarDate? = nil, address: Address? = nil) {
    self.date = date
    self.address = address
  }
}
