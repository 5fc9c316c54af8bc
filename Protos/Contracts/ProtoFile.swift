/// A proto file as its descriptor: what the reflection service hands out.
package struct ProtoFile: Sendable {
  /// "daybook/clientlink/v1alpha/client.proto"
  package let name: String
  /// Names of the files it imports.
  package let imports: [String]
  /// Full names of its messages, enums, services and methods, nested ones too.
  package let symbols: [String]
  /// Full names of its services.
  package let services: [String]
  let base64: StaticString

  init(
    name: String, imports: [String], symbols: [String], services: [String], base64: StaticString
  ) {
    self.name = name
    self.imports = imports
    self.symbols = symbols
    self.services = services
    self.base64 = base64
  }

  /// The serialized google.protobuf.FileDescriptorProto, custom options included, comments not.
  package var descriptor: [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    base64.withUTF8Buffer { text in
      for index in text.indices {
        guard let value = unsafe Self.sextet(text[index]) else { continue }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
          count -= 8
          result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
      }
    }
    return result
  }

  /// nil for the padding at the end.
  private static func sextet(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
