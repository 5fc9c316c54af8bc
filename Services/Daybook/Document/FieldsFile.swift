import Contracts
import Foundation

/// DocumentFields from JSON, by the names that the tool prints. A name that is not known is refused:
/// a slip of the pen must not leave a field empty.
enum FieldsFile {
  static func read(_ file: InputFile) throws(Failure) -> DocumentFields {
    let bytes = Data(try file.bytes())
    guard let json = try? JSONSerialization.jsonObject(with: bytes) else {
      throw Failure(.usage, "\(file.path) is not JSON")
    }
    return try fields(json)
  }

  static func fields(_ json: Any) throws(Failure) -> DocumentFields {
    var object = try JSONObject(json, at: "")
    let fields = DocumentFields(
      number: try object.text("number"), issueDate: try object.text("issueDate"),
      dueDate: try object.text("dueDate"), currencyCode: try object.text("currencyCode"),
      buyerReference: try object.text("buyerReference"),
      orderReference: try object.text("orderReference"),
      precedingInvoice: try object.text("precedingInvoice"),
      seller: try object.object("seller", party), buyer: try object.object("buyer", party),
      paymentInstructions: try object.object("paymentInstructions", instructions),
      lines: try object.list("lines", line), note: try object.text("note"),
      receiptTotal: try object.text("receiptTotal"))
    try object.end()
    return fields
  }

  private static func party(_ object: inout JSONObject) throws(Failure) -> Party {
    Party(
      displayName: try object.text("displayName"), vatIdentifier: try object.text("vatIdentifier"),
      registrationNumber: try object.text("registrationNumber"),
      endpoint: try object.text("endpoint"), street: try object.text("street"),
      city: try object.text("city"), postalCode: try object.text("postalCode"),
      countryCode: try object.text("countryCode"))
  }

  private static func instructions(
    _ object: inout JSONObject
  ) throws(Failure) -> PaymentInstructions {
    PaymentInstructions(
      meansCode: try object.text("meansCode"), account: try object.text("account"),
      reference: try object.text("reference"), terms: try object.text("terms"))
  }

  private static func line(_ object: inout JSONObject) throws(Failure) -> DocumentLine {
    DocumentLine(
      id: try object.text("id"), itemName: try object.text("itemName"),
      quantity: try object.text("quantity"), unitCode: try object.text("unitCode"),
      netPrice: try object.text("netPrice"), vatCategory: try object.text("vatCategory"),
      vatRate: try object.text("vatRate"))
  }
}

/// A JSON object that is read member by member; what nobody asked for is found at its end.
struct JSONObject {
  private var members: [String: Any]
  private let path: String

  init(_ json: Any, at path: String) throws(Failure) {
    guard let members = json as? [String: Any] else {
      throw Failure(.usage, "\(path.isEmpty ? "the file" : path) must be a JSON object")
    }
    self.members = members
    self.path = path
  }

  /// Empty where it is absent or null. Decimals are texts: a binary number would change them.
  mutating func text(_ name: String) throws(Failure) -> String {
    guard let value = take(name) else { return "" }
    guard let text = value as? String else {
      throw Failure(.usage, "\(place(name)) must be text in quotes, also where it is a number")
    }
    return text
  }

  mutating func object<Value>(
    _ name: String, _ read: (inout JSONObject) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    guard let value = take(name) else { return nil }
    return try Self.whole(value, at: place(name), read)
  }

  mutating func list<Value>(
    _ name: String, _ read: (inout JSONObject) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    guard let value = take(name) else { return [] }
    guard let items = value as? [Any] else {
      throw Failure(.usage, "\(place(name)) must be a list")
    }
    var values: [Value] = []
    for (index, item) in items.enumerated() {
      values.append(try Self.whole(item, at: "\(place(name))[\(index)]", read))
    }
    return values
  }

  /// Refuses what was not read.
  func end() throws(Failure) {
    if let name = members.keys.min() { throw Failure(.usage, "\(place(name)) is not a field") }
  }

  private static func whole<Value>(
    _ json: Any, at path: String, _ read: (inout JSONObject) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var object = try JSONObject(json, at: path)
    let value = try read(&object)
    try object.end()
    return value
  }

  private mutating func take(_ name: String) -> Any? {
    members.removeValue(forKey: name).flatMap { $0 is NSNull ? nil : $0 }
  }

  private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
