import Testing

@testable import EInvoice

@Suite struct EnterpriseNumberTests {
  @Test(arguments: [
    ("BE0123456749", nil), ("BE 0123.456.749", nil), ("be-0123.456.749", nil),
    ("0123.456.749", "BE"), ("123456749", "BE"), ("BE123456749", "BE"), ("BE 123 456 749", nil),
    ("BE 0123·456·749", nil), ("ＢＥ be0123456749 …", nil),
  ])
  func `all writings of a Belgian number are one`(_ text: String, _ country: String?) throws {
    #expect(try EnterpriseNumber(text, country: country).description == "BE0123456749")
  }

  @Test(arguments: [
    ("BE0123456748", nil, EnterpriseNumber.Fault.belgianCheckDigits),
    ("BE0123456794", nil, .belgianCheckDigits),
    ("BE2123456749", nil, .belgianLength), ("BE01234567", nil, .belgianLength),
    ("BE01234567491", nil, .belgianLength), ("BE012345674A", nil, .belgianLength),
    ("0123456749", nil, .countryMissing), ("", nil, .notANumber), ("..", "BE", .notANumber),
    ("BE", nil, .notANumber), (String(repeating: "1", count: 31), "FR", .notANumber),
  ])
  func `a wrong number is refused for its reason`(
    _ text: String, _ country: String?, _ fault: EnterpriseNumber.Fault
  ) {
    #expect(throws: fault) { try EnterpriseNumber(text, country: country) }
  }

  @Test func `numbers of other countries are normalised`() throws {
    #expect(try EnterpriseNumber("fr 83 404 833 048").description == "FR83404833048")
    #expect(try EnterpriseNumber("NL 8543.21.123.B01").description == "NL854321123B01")
    #expect(try EnterpriseNumber("SC123456", country: "GB").description == "GBSC123456")
    let greek = try EnterpriseNumber("EL 094259216")
    #expect(greek.country == "GR" && greek.description == "EL094259216")
    #expect(try EnterpriseNumber("094259216", country: "GR") == greek)
  }
}

@Suite struct DuplicateKeyTests {
  @Test func `the key is sender, number, type and year`() {
    #expect(DuplicateKey(Samples.small())?.description == "BE0123456749 2026-0017 380 2026")
  }

  @Test func `other writings of the same are the same key`() {
    var other = Samples.small()
    other.number = " 2026 - 0017"
    other.issueDate = Samples.date("2026-12-01")
    other.seller?.registrationName = "Another name"
    other.seller?.vatIdentifier = "BE 0123.456.749"
    #expect(DuplicateKey(other) == DuplicateKey(Samples.small()))
    other.seller?.vatIdentifier = nil
    other.seller?.legalIdentifier = Identifier("0123.456.749", scheme: "0208")
    #expect(DuplicateKey(other) == DuplicateKey(Samples.small()))
  }

  @Test(
    arguments: [
      { $0.number = "2026-0018" }, { $0.typeCode = "381" },
      { $0.issueDate = CalendarDate("2025-03-31") }, { $0.seller?.vatIdentifier = "BE0999999922" },
    ] as [@Sendable (inout Invoice) -> Void])
  func `another sender, number, type or year is another key`(
    _ change: @Sendable (inout Invoice) -> Void
  ) {
    var other = Samples.small()
    change(&other)
    #expect(DuplicateKey(other) != DuplicateKey(Samples.small()))
  }

  @Test(
    arguments: [
      { $0.number = nil }, { $0.typeCode = nil }, { $0.issueDate = nil }, { $0.seller = nil },
      { $0.number = "  " },
    ] as [@Sendable (inout Invoice) -> Void])
  func `a document that lacks a part has no key`(_ change: @Sendable (inout Invoice) -> Void) {
    var other = Samples.small()
    change(&other)
    #expect(DuplicateKey(other) == nil)
  }

  @Test func `a sender without numbers is known by its name`() {
    var invoice = Samples.small()
    invoice.seller?.vatIdentifier = nil
    #expect(DuplicateKey(invoice)?.sender == "NAME:BROUWERIJDEKRAAN")
  }
}
