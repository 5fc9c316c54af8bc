import Contracts

/// Real documents, made different by a comment or a number so that none is a duplicate of another.
enum Samples {
  /// The sample PDF; a comment after its end keeps it a PDF and makes its hash its own.
  static func pdf(unique: String) throws -> [UInt8] {
    try Repository.bytes("deploy/sample/purchase-invoice.pdf") + Array("\n%\(unique)\n".utf8)
  }

  /// The sample UBL invoice for another buyer and with another number.
  static func ubl(number: String, buyer: String) throws -> [UInt8] {
    let digits = String(buyer.dropFirst(2))
    let text = String(
      decoding: try Repository.bytes("deploy/sample/received-invoice.xml"), as: UTF8.self)
    return Array(
      text.replacing("EC-2026-08902", with: number).replacing("0400123020", with: digits).utf8)
  }

  /// The fields of an invoice that breaks no rule.
  static func fields(number: String, buyer: String) -> DocumentFields {
    DocumentFields(
      number: number, issueDate: "2026-11-05", dueDate: "2026-12-05", currencyCode: "EUR",
      buyerReference: "FLOUR-NOV",
      seller: Party(
        displayName: "Flour Mill Noord BV", vatIdentifier: "BE0433901289",
        registrationNumber: "0433901289", endpoint: "0208:0433901289", street: "Molenweg 8",
        city: "Brugge", postalCode: "8000", countryCode: "BE"),
      buyer: Party(
        displayName: "Business BV", vatIdentifier: buyer,
        registrationNumber: String(buyer.dropFirst(2)),
        endpoint: "0208:\(buyer.dropFirst(2))", street: "Broodstraat 3", city: "Antwerpen",
        postalCode: "2000", countryCode: "BE"),
      paymentInstructions: PaymentInstructions(
        meansCode: "30", account: "BE37734009876528", reference: "+++026/0117/00153+++"),
      lines: [
        DocumentLine(
          itemName: "Wheat flour", quantity: "40", unitCode: "XBG", netPrice: "18.50",
          vatCategory: "S", vatRate: "6"),
        DocumentLine(
          itemName: "Pallet transport", quantity: "1", unitCode: "C62", netPrice: "85.00",
          vatCategory: "S", vatRate: "21"),
      ])
  }
}
