import Logging

/// JSON as log lines need it (RFC 8259): written straight into the line, no tree in between.
enum JSONText {
  static func append(_ text: String, to line: inout String) {
    line += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case _ where PlainText.isControl(scalar): appendEscape(scalar.value, to: &line)
      default: line.unicodeScalars.append(scalar)
      }
    }
    line += "\""
  }

  static func append(_ value: Logger.MetadataValue, to line: inout String) {
    switch value {
    case .array(let values):
      line += "["
      for (index, inner) in values.enumerated() {
        if index > 0 { line += "," }
        append(inner, to: &line)
      }
      line += "]"
    case .dictionary(let members):
      line += "{"
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { line += "," }
        append(member.key, to: &line)
        line += ":"
        append(member.value, to: &line)
      }
      line += "}"
    default: append(value.description, to: &line)
    }
  }

  /// Every control character lies below U+FFFF: four digits are enough.
  private static func appendEscape(_ value: UInt32, to line: inout String) {
    let digits = String(value, radix: 16)
    line += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
