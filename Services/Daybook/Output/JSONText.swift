import Contracts
import Foundation
import Protobuf

/// Messages as protobuf's JSON mapping writes them: lowerCamelCase names, enums by name, 64-bit
/// numbers as text, bytes in base64, times as RFC 3339.
///
/// Every scalar and every list is there, also when it is empty, so that a program finds its fields;
/// messages that are absent and cases of a oneof that were not chosen are left out.
///
/// Generated structs have the fields' names and nothing else, so their reflection is enough: one
/// writer serves all messages, also those that are still to come.
enum JSONText {
  /// The message as one object on one line.
  static func of(_ message: some ProtobufMessage) -> String { object(message) }

  /// A text with the escapes that JSON demands.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1f}", "\u{7f}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func object(_ message: Any) -> String {
    let members = Mirror(reflecting: message).children.compactMap { child in
      child.label.flatMap { member($0, child.value) }
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// Nil where there is nothing to write.
  private static func member(_ label: String, _ value: Any) -> String? {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      return mirror.children.first.flatMap { member(label, $0.value) }
    case .enum where !(value is any ProtobufEnum):
      // A oneof: its case is the field.
      return mirror.children.first.flatMap { chosen in
        chosen.label.flatMap { member($0, chosen.value) }
      }
    default:
      // A field that is a word of Swift's carries an underscore at its end.
      let name = label.hasSuffix("_") ? String(label.dropLast()) : label
      return "\(quoted(name)):\(self.value(value))"
    }
  }

  private static func value(_ value: Any) -> String {
    switch value {
    case let text as String: quoted(text)
    case let word as any ProtobufEnum: Int32(word.name) == nil ? quoted(word.name) : word.name
    case let flag as Bool: String(flag)
    case let number as Int32: String(number)
    case let number as UInt32: String(number)
    case let number as Int64: quoted(String(number))
    case let number as UInt64: quoted(String(number))
    case let number as Float: decimal(Double(number))
    case let number as Double: decimal(number)
    case let time as GoogleProtobufTimestamp: quoted(TimeText.rfc3339(time))
    case let span as GoogleProtobufDuration: quoted(TimeText.seconds(span))
    default: composed(value)
    }
  }

  private static func composed(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection:
      // Asked by type: an empty list of anything can be cast to a list of bytes.
      if type(of: value) == [UInt8].self, let bytes = value as? [UInt8] {
        return quoted(Data(bytes).base64EncodedString())
      }
      return "[" + mirror.children.map { self.value($0.value) }.joined(separator: ",") + "]"
    case .dictionary: return map(mirror)
    default: return object(value)
    }
  }

  private static func map(_ mirror: Mirror) -> String {
    let entries = mirror.children.map { entry in
      let pair = Mirror(reflecting: entry.value).children.map(\.value)
      return "\(quoted(String(describing: pair[0]))):\(value(pair[1]))"
    }
    return "{" + entries.sorted().joined(separator: ",") + "}"
  }

  private static func decimal(_ number: Double) -> String {
    number.isFinite
      ? String(number) : quoted(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
  }
}
