extension Party {
  func write(to out: inout XMLOutput) {
    out.identifier("cbc:EndpointID", endpoint)
    for identifier in identifiers {
      out.group("cac:PartyIdentification") { $0.identifier("cbc:ID", identifier) }
    }
    out.group("cac:PartyName", of: tradingName) { $0.leaf("cbc:Name", $1) }
    out.group("cac:PostalAddress", of: address) { $1.write(to: &$0) }
    for registration in taxRegistrations {
      out.group("cac:PartyTaxScheme") {
        $0.leaf("cbc:CompanyID", registration.identifier)
        $0.reference("cac:TaxScheme", registration.scheme)
      }
    }
    if registrationName != nil || legalIdentifier != nil || legalForm != nil {
      out.group("cac:PartyLegalEntity") {
        $0.leaf("cbc:RegistrationName", registrationName)
        $0.identifier("cbc:CompanyID", legalIdentifier)
        $0.leaf("cbc:CompanyLegalForm", legalForm)
      }
    }
    out.group("cac:Contact", of: contact) {
      $0.leaf("cbc:Name", $1.name)
      $0.leaf("cbc:Telephone", $1.telephone)
      $0.leaf("cbc:ElectronicMail", $1.email)
    }
  }
}

extension Address {
  func write(to out: inout XMLOutput) {
    out.leaf("cbc:StreetName", street)
    out.leaf("cbc:AdditionalStreetName", additionalStreet)
    out.leaf("cbc:CityName", city)
    out.leaf("cbc:PostalZone", postalCode)
    out.leaf("cbc:CountrySubentity", subdivision)
    out.group("cac:AddressLine", of: additionalLine) { $0.leaf("cbc:Line", $1) }
    out.group("cac:Country", of: country) { $0.leaf("cbc:IdentificationCode", $1) }
  }
}

extension Delivery {
  func write(to out: inout XMLOutput) {
    out.leaf("cbc:ActualDeliveryDate", date?.description)
    if location != nil || address != nil {
      out.group("cac:DeliveryLocation") {
        $0.identifier("cbc:ID", location)
        $0.group("cac:Address", of: address) { $1.write(to: &$0) }
      }
    }
    out.group("cac:DeliveryParty", of: partyName) { out, name in
      out.group("cac:PartyName") { $0.leaf("cbc:Name", name) }
    }
  }
}

extension Attachment {
  func write(to out: inout XMLOutput) {
    out.group("cac:AdditionalDocumentReference") {
      $0.leaf("cbc:ID", reference)
      $0.leaf("cbc:DocumentDescription", description)
      guard content != nil || location != nil else { return }
      $0.group("cac:Attachment") {
        $0.leaf(
          "cbc:EmbeddedDocumentBinaryObject", content, ("mimeCode", mimeCode),
          ("filename", filename))
        $0.group("cac:ExternalReference", of: location) { $0.leaf("cbc:URI", $1) }
      }
    }
  }
}

extension PaymentMeans {
  /// `due` is BT-9 of a credit note, which UBL keeps here.
  func write(due: CalendarDate?, to out: inout XMLOutput) {
    out.group("cac:PaymentMeans") {
      $0.leaf("cbc:PaymentMeansCode", code, ("name", text))
      $0.leaf("cbc:PaymentDueDate", due?.description)
      $0.leaf("cbc:PaymentID", paymentReference)
      $0.group("cac:CardAccount", of: card) {
        $0.leaf("cbc:PrimaryAccountNumberID", $1.accountNumber)
        $0.leaf("cbc:NetworkID", $1.network)
        $0.leaf("cbc:HolderName", $1.holder)
      }
      $0.group("cac:PayeeFinancialAccount", of: account) {
        $0.leaf("cbc:ID", $1.identifier)
        $0.leaf("cbc:Name", $1.name)
        $0.reference("cac:FinancialInstitutionBranch", $1.serviceProvider)
      }
      $0.group("cac:PaymentMandate", of: mandate) {
        $0.leaf("cbc:ID", $1.mandate)
        $0.reference("cac:PayerFinancialAccount", $1.debitedAccount)
      }
    }
  }
}
