import ArgumentParser
import Protobuf

extension ProtobufEnum {
  /// The value in the domain's words: `CLIENT_STATUS_ACCESS_REJECTED` is `access_rejected`; `-` for
  /// the value that is never sent.
  var words: String {
    guard self != Self(rawValue: 0) else { return "-" }
    return String(name.trimmingPrefix(Self.prefix)).lowercased()
  }

  /// `CLIENT_STATUS_`: what the names of all values begin with.
  private static var prefix: String {
    let none = Self(rawValue: 0).name
    return none.hasSuffix("UNSPECIFIED") ? String(none.dropLast("UNSPECIFIED".count)) : ""
  }

  fileprivate static var choices: [Self] { allCases.filter { $0.rawValue != 0 } }
}

/// A value of a generated enum on the command line: `purchase-invoice` and `purchase_invoice` alike.
struct Choice<Value: ProtobufEnum>: ExpressibleByArgument, Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }

  init?(argument: String) {
    let words = argument.lowercased().replacing("-", with: "_")
    guard let value = Value.choices.first(where: { $0.words == words }) else { return nil }
    self.value = value
  }

  /// How the help shows a default.
  var defaultValueDescription: String { value.words.replacing("_", with: "-") }

  static var allValueStrings: [String] {
    Value.choices.map { $0.words.replacing("_", with: "-") }
  }
}
