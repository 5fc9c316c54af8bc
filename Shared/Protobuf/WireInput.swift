import CProtobufC

/// A field's number and the shape of its value, as they come.
struct WireTag {
  /// The numbers are the encoding's own; 3 and 4 are a group's start and end.
  enum Wire {
    static let varint: UInt32 = 0
    static let fixed64: UInt32 = 1
    static let lengthDelimited: UInt32 = 2
    static let fixed32: UInt32 = 5

    /// How a value of this type comes when it is not packed: a digit for each of protobuf-c's types,
    /// from PROTOBUF_C_TYPE_INT32 at the end to PROTOBUF_C_TYPE_MESSAGE. A `switch` is a jump that the
    /// processor guesses wrong.
    @inline(__always)
    static func of(_ type: ProtobufCType) -> UInt32 {
      UInt32(truncatingIfNeeded: 0o22200151050100500 as UInt64 &>> UInt64(3 &* type.rawValue)) & 7
    }
  }

  let rawValue: UInt32

  var field: UInt32 { rawValue >> 3 }
  var wire: UInt32 { rawValue & 7 }
  /// The encoding has no 6 and 7. A wire that is its field's own need not be asked this.
  var isWireKnown: Bool { wire <= Wire.fixed32 }
}

/// Bytes read from front to back, never past their end.
///
/// What every field needs is compiled into the one who reads, and the rest takes no address of this, so
/// that it stays in registers.
@safe
struct WireInput {
  private var next: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  enum Varint {
    case value(UInt64)
    case truncated, overlong
  }

  /// nil where there are no bytes and no place of them.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return nil }
    unsafe next = start.assumingMemoryBound(to: UInt8.self)
    unsafe end = next + bytes.count
  }

  private init(_ next: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {
    unsafe self.next = next
    unsafe self.end = end
  }

  var count: Int { unsafe end - next }
  var isAtEnd: Bool { unsafe next >= end }

  /// nil where the tag is cut, longer than 5 bytes (as protobuf-c demands), of field 0 or beyond
  /// 2^29 - 1. Its wire type may be unknown.
  @inline(__always)
  mutating func tag() -> WireTag? {
    guard case .value(let value) = varint(upTo: 5), value <= UInt64(UInt32.max) else { return nil }
    let tag = WireTag(rawValue: UInt32(truncatingIfNeeded: value))
    return tag.field == 0 ? nil : tag
  }

  @inline(__always)
  mutating func varint(upTo limit: Int) -> Varint {
    // Nearly all tags, lengths and small numbers are of one byte.
    if !isAtEnd, unsafe next.pointee < 0x80 {
      let value = unsafe next.pointee
      unsafe next += 1
      return .value(UInt64(value))
    }
    let (value, length) = unsafe Self.longVarint(next, count, upTo: limit)
    guard length > 0 else { return length == 0 ? .truncated : .overlong }
    unsafe next += length
    return .value(value)
  }

  /// Passes over a number of at most 10 bytes.
  @inline(__always)
  mutating func skipVarint() -> Varint {
    if count >= 8 {
      // Its last byte is the first without the high bit: with a look at 8 bytes no loop is needed, which
      // takes 100 instructions for a large number.
      let word = unsafe UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
      let ends = ~UInt64(littleEndian: word) & 0x8080_8080_8080_8080
      if ends != 0 {
        unsafe next += (ends.trailingZeroBitCount &>> 3) &+ 1
        return .value(0)
      }
    }
    return varint(upTo: 10)
  }

  /// And the bytes it has: 0 when it is cut, -1 when there are more than `limit`.
  @inline(never)
  private static func longVarint(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, upTo limit: Int
  ) -> (value: UInt64, length: Int) {
    var value: UInt64 = 0
    var index = 0
    while index < count {
      guard index < limit else { return (0, -1) }
      let byte = unsafe bytes[index]
      value |= UInt64(byte & 0x7F) &<< UInt64(7 &* index)
      index &+= 1
      if byte & 0x80 == 0 { return (value, index) }
    }
    return (0, 0)
  }

  /// nil where less is left than the length says, or the length is longer than 5 bytes.
  @inline(__always)
  mutating func lengthDelimited() -> WireInput? {
    guard case .value(let length) = varint(upTo: 5), length <= UInt64(truncatingIfNeeded: count)
    else { return nil }
    let start = unsafe next
    unsafe next += Int(length)
    return unsafe WireInput(start, to: next)
  }

  /// False, and nothing changed, where less is left.
  @inline(__always)
  mutating func skip(_ bytes: Int) -> Bool {
    guard bytes <= count else { return false }
    unsafe next += bytes
    return true
  }
}
