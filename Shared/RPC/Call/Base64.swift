/// Base64 (RFC 4648 section 4) as "-bin" metadata uses it: written without padding, read with or
/// without.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count * 4 + 2) / 3)
    var bits = 0
    var pending = 0
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xffff
      pending += 8
      while pending >= 6 {
        pending -= 6
        encoded.append(alphabet[bits >> pending & 63])
      }
    }
    if pending > 0 { encoded.append(alphabet[bits << (6 - pending) & 63]) }
    return encoded
  }

  /// Nil when the text is no base64.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var text = text
    if text.count % 4 == 0 {
      for _ in 0..<2 where text.last == UInt8(ascii: "=") { text.removeLast() }
    }
    guard text.count % 4 != 1 else { return nil }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count * 3 / 4)
    var bits = 0
    var pending = 0
    for byte in text {
      guard let value = digit(byte) else { return nil }
      bits = (bits << 6 | value) & 0xffff
      pending += 6
      if pending >= 8 {
        pending -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> pending))
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
