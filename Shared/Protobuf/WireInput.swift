import CProtobufC

/// A field's number and the shape of its value.
struct WireTag {
  enum Wire {
    case varint, fixed64, lengthDelimited, fixed32, group

    /// How a value of this type comes when it is not packed.
    init(of type: ProtobufCType) {
      switch type {
      case PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_MESSAGE:
        self = .lengthDelimited
      case PROTOBUF_C_TYPE_FIXED32, PROTOBUF_C_TYPE_SFIXED32, PROTOBUF_C_TYPE_FLOAT:
        self = .fixed32
      case PROTOBUF_C_TYPE_FIXED64, PROTOBUF_C_TYPE_SFIXED64, PROTOBUF_C_TYPE_DOUBLE:
        self = .fixed64
      default: self = .varint
      }
    }
  }

  let field: UInt32
  let wire: Wire
}

/// Bytes read from front to back, never past their end.
@safe
struct WireInput {
  private var next: UnsafePointer<UInt8>?
  private(set) var count: Int

  enum Varint {
    case value(UInt64)
    case truncated, overlong
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe next = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    count = bytes.count
  }

  private init(_ next: UnsafePointer<UInt8>?, count: Int) {
    unsafe self.next = next
    self.count = count
  }

  var isAtEnd: Bool { count == 0 }

  /// nil where the tag is cut, longer than 5 bytes (as protobuf-c demands), of field 0 or beyond
  /// 2^29 - 1, or of no known wire type.
  mutating func tag() -> WireTag? {
    guard case .value(let value) = varint(upTo: 5), value <= UInt64(UInt32.max) else { return nil }
    let field = UInt32(value >> 3)
    let wire: WireTag.Wire
    switch value & 7 {
    case 0: wire = .varint
    case 1: wire = .fixed64
    case 2: wire = .lengthDelimited
    case 3, 4: wire = .group
    case 5: wire = .fixed32
    default: return nil
    }
    return field == 0 ? nil : WireTag(field: field, wire: wire)
  }

  @inline(__always)
  mutating func varint(upTo limit: Int) -> Varint {
    // Nearly all tags, lengths and small numbers are of one byte.
    if count > 0, let start = unsafe next, unsafe start[0] < 0x80 {
      let value = unsafe start[0]
      unsafe next = start + 1
      count -= 1
      return .value(UInt64(value))
    }
    return longVarint(upTo: limit)
  }

  private mutating func longVarint(upTo limit: Int) -> Varint {
    var value: UInt64 = 0
    var index = 0
    while index < count, let start = unsafe next {
      guard index < limit else { return .overlong }
      let byte = unsafe start[index]
      value |= UInt64(byte & 0x7F) << UInt64(7 * index)
      index += 1
      if byte & 0x80 == 0 {
        _ = skip(index)
        return .value(value)
      }
    }
    return .truncated
  }

  /// nil where less is left than the length says, or the length is longer than 5 bytes.
  mutating func lengthDelimited() -> WireInput? {
    guard case .value(let length) = varint(upTo: 5), length <= UInt64(count) else { return nil }
    let content = unsafe WireInput(next, count: Int(length))
    _ = skip(Int(length))
    return content
  }

  /// False, and nothing changed, where less is left.
  mutating func skip(_ bytes: Int) -> Bool {
    guard bytes <= count else { return false }
    unsafe next = next?.advanced(by: bytes)
    count -= bytes
    return true
  }
}
