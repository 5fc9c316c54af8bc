/// The bytes of a position within a page token: for each value its kind, and for texts and bytes the
/// length, then the value; numbers big endian.
enum PagePosition {
  static func encode(_ values: [SQLValue]) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in values {
      switch value {
      case .null:
        bytes.append(0)
      case .int(let number):
        bytes.append(1)
        bytes += bigEndian(UInt64(bitPattern: number))
      case .text(let text):
        bytes.append(2)
        bytes += bigEndian(UInt64(text.utf8.count)) + Array(text.utf8)
      case .bytes(let content):
        bytes.append(3)
        bytes += bigEndian(UInt64(content.count)) + content
      }
    }
    return bytes
  }

  /// Nil where the bytes are not what `encode` makes.
  static func decode(_ bytes: [UInt8]) -> [SQLValue]? {
    var rest = bytes[...]
    var values: [SQLValue] = []
    while let kind = rest.popFirst() {
      switch kind {
      case 0:
        values.append(.null)
      case 1:
        guard let number = takeNumber(&rest) else { return nil }
        values.append(.int(Int64(bitPattern: number)))
      case 2:
        guard let content = takeContent(&rest),
          let text = String(validating: content, as: UTF8.self)
        else { return nil }
        values.append(.text(text))
      case 3:
        guard let content = takeContent(&rest) else { return nil }
        values.append(.bytes(Array(content)))
      default:
        return nil
      }
    }
    return values
  }

  private static func bigEndian(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }

  private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    guard rest.count >= 8 else { return nil }
    defer { rest = rest.dropFirst(8) }
    return rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func takeContent(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let count = takeNumber(&rest), count <= UInt64(rest.count) else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }
}

/// Base 64 with the alphabet for URLs and without padding (RFC 4648 section 5).
enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> count & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << (6 - count) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil where the text is not exactly what `encode` makes of some bytes.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for character in text.utf8 {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return encode(bytes) == text ? bytes : nil
  }
}
