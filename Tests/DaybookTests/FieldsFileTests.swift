import Contracts
import Foundation
import Testing

@testable import Daybook

@Suite struct `Fields from JSON` {
  private static let all = DocumentFields(
    number: "FM-1", issueDate: "2026-11-05", dueDate: "2026-12-05", currencyCode: "EUR",
    buyerReference: "REF", orderReference: "PO-1", precedingInvoice: "FM-0",
    seller: Party(
      displayName: "Mill", vatIdentifier: "BE0433901289", registrationNumber: "0433901289",
      endpoint: "0208:0433901289", street: "Molenweg 8", city: "Brugge", postalCode: "8000",
      countryCode: "BE"),
    buyer: Party(displayName: "Bakery"),
    paymentInstructions: PaymentInstructions(
      meansCode: "30", account: "BE37", reference: "+++1+++", terms: "30 days"),
    lines: [
      DocumentLine(
        id: "1", itemName: "Flour", quantity: "40", unitCode: "XBG", netPrice: "18.50",
        vatCategory: "S", vatRate: "6"), DocumentLine(itemName: "Rye"),
    ], note: "n", receiptTotal: "1.00")

  @Test func `what the tool prints is what it reads`() throws {
    #expect(try read(JSONText.of(Self.all)) == Self.all)
    #expect(try read("{}") == DocumentFields())
    #expect(try read(#"{"seller":null,"lines":null}"#) == DocumentFields())
  }

  /// A field that is new in the proto and not read here would come back empty.
  @Test func `the fields above are all there are`() {
    let json = JSONText.of(Self.all)
    let empty = #/"[A-Za-z]+":("(?=")|\[\])/#
    let complete = Self.all.seller.map { JSONText.of($0) } ?? ""
    #expect(complete.firstMatch(of: empty) == nil)
    #expect(JSONText.of(Self.all.lines[0]).firstMatch(of: empty) == nil)
    for name in ["number", "issueDate", "dueDate", "receiptTotal", "note", "precedingInvoice"] {
      #expect(!json.contains("\"\(name)\":\"\""))
    }
    #expect(Mirror(reflecting: Self.all).children.count == 13)
  }

  @Test(arguments: [
    (#"{"nubmer":"1"}"#, "nubmer is not a field"),
    (#"{"seller":{"name":"x"}}"#, "seller.name is not a field"),
    (#"{"lines":[{},{"price":"1"}]}"#, "lines[1].price is not a field"),
    (#"{"lines":{}}"#, "lines must be a list"),
    (#"{"seller":"x"}"#, "seller must be a JSON object"),
    (
      #"{"lines":[{"netPrice":18.5}]}"#,
      "lines[0].netPrice must be text in quotes, also where it is a number"
    ), ("[]", "the file must be a JSON object"),
  ])
  func `a slip is named with its place`(json: String, words: String) {
    let failure = #expect(throws: Failure.self) { _ = try read(json) }
    #expect(failure?.message == words)
    #expect(failure?.kind == .usage)
  }

  private func read(_ json: String) throws -> DocumentFields {
    try FieldsFile.fields(try JSONSerialization.jsonObject(with: Data(json.utf8)))
  }
}
