/// Reads the fields of a serialized message, one after another: all that a descriptor needs.
struct WireReader {
  struct Malformed: Error {}

  enum Value {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Nil at the end.
  mutating func next() throws(Malformed) -> (field: Int, value: Value)? {
    guard !rest.isEmpty else { return nil }
    let tag = try varint()
    let field = Int(truncatingIfNeeded: tag >> 3)
    switch tag & 7 {
    case 0: return (field, .number(try varint()))
    case 1: return (field, .number(try fixed(8)))
    case 2:
      let length = try varint()
      guard length <= UInt64(rest.count) else { throw Malformed() }
      defer { rest = rest.dropFirst(Int(length)) }
      return (field, .bytes(rest.prefix(Int(length))))
    case 5: return (field, .number(try fixed(4)))
    default: throw Malformed()
    }
  }

  private mutating func varint() throws(Malformed) -> UInt64 {
    var result: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      guard let byte = rest.popFirst() else { throw Malformed() }
      result |= UInt64(byte & 0x7f) << UInt64(shift)
      if byte < 0x80 { return result }
    }
    throw Malformed()
  }

  private mutating func fixed(_ count: Int) throws(Malformed) -> UInt64 {
    guard rest.count >= count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension WireReader.Value {
  var text: String {
    if case .bytes(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { "" }
  }

  var number: Int {
    if case .number(let number) = self { Int(truncatingIfNeeded: number) } else { 0 }
  }

  /// A submessage.
  var message: ArraySlice<UInt8> {
    if case .bytes(let bytes) = self { bytes } else { [] }
  }
}
