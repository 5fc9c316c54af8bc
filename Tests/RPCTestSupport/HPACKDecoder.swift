/// Reads header blocks (RFC 7541) without nghttp2, so that what nghttp2 wrote has a second reader.
package struct HPACKDecoder: Sendable {
  package struct Malformed: Error {}

  private var dynamic: [(String, String)] = []
  private var dynamicBytes = 0
  private var dynamicLimit = 4_096
  private var rest: ArraySlice<UInt8> = []

  package init() {}

  package mutating func decode(_ block: [UInt8]) throws -> [(String, String)] {
    rest = block[...]
    var fields: [(String, String)] = []
    while let first = rest.first {
      if first & 0x80 != 0 {
        fields.append(try field(try integer(7)))
      } else if first & 0x40 != 0 {
        let field = try literal(prefix: 6)
        insert(field)
        fields.append(field)
      } else if first & 0x20 != 0 {
        dynamicLimit = try integer(5)
        evict()
      } else {
        fields.append(try literal(prefix: 4))
      }
    }
    return fields
  }

  private mutating func literal(prefix: Int) throws -> (String, String) {
    let index = try integer(prefix)
    let name = index == 0 ? try string() : try field(index).0
    return (name, try string())
  }

  private func field(_ index: Int) throws -> (String, String) {
    switch index {
    case 1...HPACKTable.fields.count: return HPACKTable.fields[index - 1]
    case HPACKTable.fields.count + 1..<HPACKTable.fields.count + 1 + dynamic.count:
      return dynamic[index - HPACKTable.fields.count - 1]
    default: throw Malformed()
    }
  }

  private mutating func insert(_ field: (String, String)) {
    dynamic.insert(field, at: 0)
    dynamicBytes += Self.size(field)
    evict()
  }

  private mutating func evict() {
    while dynamicBytes > dynamicLimit, let last = dynamic.popLast() {
      dynamicBytes -= Self.size(last)
    }
  }

  private static func size(_ field: (String, String)) -> Int {
    field.0.utf8.count + field.1.utf8.count + 32
  }

  private mutating func integer(_ bits: Int) throws -> Int {
    let mask = 1 << bits - 1
    guard let first = rest.popFirst() else { throw Malformed() }
    var value = Int(first) & mask
    guard value == mask else { return value }
    for shift in stride(from: 0, to: 35, by: 7) {
      guard let byte = rest.popFirst() else { throw Malformed() }
      value += Int(byte & 127) << shift
      if byte & 128 == 0 { return value }
    }
    throw Malformed()
  }

  private mutating func string() throws -> String {
    let isHuffman = (rest.first ?? 0) & 0x80 != 0
    let count = try integer(7)
    guard count <= rest.count else { throw Malformed() }
    let bytes = rest.prefix(count)
    rest = rest.dropFirst(count)
    return String(decoding: isHuffman ? try Self.huffman(bytes) : Array(bytes), as: UTF8.self)
  }

  private static func huffman(_ bytes: ArraySlice<UInt8>) throws -> [UInt8] {
    var decoded: [UInt8] = []
    var code = HPACKTable.Code(length: 0, bits: 0)
    for byte in bytes {
      for shift in stride(from: 7, through: 0, by: -1) {
        code = HPACKTable.Code(
          length: code.length + 1, bits: code.bits << 1 | Int(byte >> shift & 1))
        guard code.length <= 30 else { throw Malformed() }
        guard let symbol = HPACKTable.symbols[code] else { continue }
        guard let byte = UInt8(exactly: symbol) else { throw Malformed() }
        decoded.append(byte)
        code = HPACKTable.Code(length: 0, bits: 0)
      }
    }
    // What is left is padding: fewer than eight bits, all ones.
    guard code.length < 8, code.bits == 1 << code.length - 1 else { throw Malformed() }
    return decoded
  }
}
