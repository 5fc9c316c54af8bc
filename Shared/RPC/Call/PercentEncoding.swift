/// The coding of `grpc-message`: UTF-8 with everything but printable ASCII, and '%', as %XX.
enum PercentEncoding {
  static func encode(_ message: String) -> [UInt8] {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity(message.utf8.count)
    let last = message.utf8.count - 1
    for (index, byte) in message.utf8.enumerated() {
      // A field value cannot begin or end with a space (RFC 9113 section 8.2.1).
      let lowest: UInt8 = index == 0 || index == last ? 0x21 : 0x20
      if (lowest...0x7e).contains(byte), byte != UInt8(ascii: "%") {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return encoded
  }

  /// Never fails: a broken escape stands for itself, so no part of a message is lost.
  static func decode(_ value: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(value.count)
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "%"), index + 2 < value.endIndex,
        let high = digit(value[index + 1]), let low = digit(value[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(value[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
