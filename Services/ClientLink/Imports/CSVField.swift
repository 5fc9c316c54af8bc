/// A field of a record while its bytes come in. A quote opens a quoted field only as its first
/// character; in the middle of a field (`Garage "De Ster"`) it is a character like others.
struct CSVField {
  private(set) var bytes: [UInt8] = []
  /// Within the quotes.
  private(set) var isQuoted = false
  private(set) var wasQuoted = false
  /// Something stands after the closing quote.
  private(set) var isBroken = false

  /// A byte within the quotes.
  mutating func takeQuoted(_ byte: UInt8) {
    if byte == .quote { isQuoted = false } else { bytes.append(byte) }
  }

  /// A byte outside of quotes that ends nothing.
  mutating func take(_ byte: UInt8) {
    if byte == .quote, wasQuoted, !isBroken {
      // A second quote right after the closing one: both stand for a quote.
      bytes.append(.quote)
      isQuoted = true
    } else if byte == .quote, bytes.isEmpty, !wasQuoted {
      isQuoted = true
      wasQuoted = true
    } else if wasQuoted {
      isBroken = isBroken || byte != .carriageReturn
    } else {
      bytes.append(byte)
    }
  }

  /// The record ends here: the CR of a CRLF is not the field's.
  mutating func endLine() {
    if !wasQuoted, bytes.last == .carriageReturn { bytes.removeLast() }
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let quote = UInt8(ascii: "\"")
}
