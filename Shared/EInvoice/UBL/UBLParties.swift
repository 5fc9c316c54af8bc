extension Party {
  init(reading party: UBLCursor?) {
    self.init()
    guard let party else { return }
    endpoint = party.identifier("EndpointID")
    identifiers = party.children("PartyIdentification").compactMap { $0.identifier("ID") }
    tradingName = party.child("PartyName", "Name")?.text
    address = party.child("PostalAddress").map(Address.init(reading:))
    taxRegistrations = party.children("PartyTaxScheme").map {
      TaxRegistration(
        identifier: $0.text("CompanyID"), scheme: $0.child("TaxScheme", "ID")?.text)
    }
    if let legal = party.child("PartyLegalEntity") {
      registrationName = legal.text("RegistrationName")
      legalIdentifier = legal.identifier("CompanyID")
      legalForm = legal.text("CompanyLegalForm")
    }
    contact = party.child("Contact").map {
      Contact(
        name: $0.text("Name"), telephone: $0.text("Telephone"), email: $0.text("ElectronicMail"))
    }
  }
}

extension Address {
  init(reading address: UBLCursor) {
    self.init(
      street: address.text("StreetName"), city: address.text("CityName"),
      postalCode: address.text("PostalZone"),
      country: address.child("Country", "IdentificationCode")?.text)
    additionalStreet = address.text("AdditionalStreetName")
    additionalLine = address.child("AddressLine", "Line")?.text
    subdivision = address.text("CountrySubentity")
  }
}

extension Delivery {
  init(reading delivery: UBLCursor) {
    let place = delivery.child("DeliveryLocation")
    self.init(
      date: delivery.date("ActualDeliveryDate"),
      address: place?.child("Address").map(Address.init(reading:)))
    location = place?.identifier("ID")
    partyName = delivery.child("DeliveryParty", "PartyName", "Name")?.text
  }
}

extension Attachment {
  init(reading document: UBLCursor) {
    self.init(reference: document.text("ID"))
    description = document.text("DocumentDescription")
    guard let attachment = document.child("Attachment") else { return }
    location = attachment.child("ExternalReference", "URI")?.text
    guard let object = attachment.child("EmbeddedDocumentBinaryObject") else { return }
    content = object.text.map {
      String(decoding: $0.utf8.filter { $0 > UInt8(ascii: " ") }, as: UTF8.self)
    }
    mimeCode = object.attribute("mimeCode")
    filename = object.attribute("filename")
  }
}

extension PaymentMeans {
  init(reading means: UBLCursor) {
    self.init(
      code: means.text("PaymentMeansCode"),
      account: means.child("PayeeFinancialAccount").map {
        PaymentAccount(
          identifier: $0.text("ID"), name: $0.text("Name"),
          serviceProvider: $0.child("FinancialInstitutionBranch", "ID")?.text)
      })
    text = means.child("PaymentMeansCode")?.attribute("name")
    paymentReference = means.text("PaymentID")
    card = means.child("CardAccount").map {
      var card = PaymentCard(accountNumber: $0.text("PrimaryAccountNumberID"))
      card.network = $0.text("NetworkID")
      card.holder = $0.text("HolderName")
      return card
    }
    mandate = means.child("PaymentMandate").map {
      DirectDebit(
        mandate: $0.text("ID"), debitedAccount: $0.child("PayerFinancialAccount", "ID")?.text)
    }
  }
}
