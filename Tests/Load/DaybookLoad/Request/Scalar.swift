/// A number or a truth as it goes on the wire.
enum Scalar {
  case varint(UInt64)
  case fixed32(UInt32)
  case fixed64(UInt64)

  /// 64-bit numbers may stand in quotes, as protobuf writes them; of every kind a number may.
  init(_ value: JSONValue, _ field: FieldShape) throws(LoadFailure) {
    switch field.kind {
    case .bool:
      switch value {
      case .bool(let truth): self = .varint(truth ? 1 : 0)
      case .string("true"): self = .varint(1)
      case .string("false"): self = .varint(0)
      default: throw LoadFailure("\(field.name) is true or false")
      }
    case .double: self = .fixed64(try Self.real(value, field).bitPattern)
    case .float: self = .fixed32(Float(try Self.real(value, field)).bitPattern)
    case .int64: self = .varint(UInt64(bitPattern: try Self.whole(value, field)))
    case .int32: self = .varint(UInt64(bitPattern: Int64(try Self.whole(value, field) as Int32)))
    case .uint64: self = .varint(try Self.whole(value, field))
    case .uint32: self = .varint(UInt64(try Self.whole(value, field) as UInt32))
    case .fixed64: self = .fixed64(try Self.whole(value, field))
    case .fixed32: self = .fixed32(try Self.whole(value, field))
    case .sfixed64: self = .fixed64(UInt64(bitPattern: try Self.whole(value, field)))
    case .sfixed32: self = .fixed32(UInt32(bitPattern: try Self.whole(value, field)))
    case .sint64: self = .varint(Self.zigzag(try Self.whole(value, field)))
    case .sint32: self = .varint(Self.zigzag(Int64(try Self.whole(value, field) as Int32)))
    case .string, .bytes, .message, .group, .enumeration:
      throw LoadFailure("\(field.name) is not a number")
    }
  }

  private static func whole<Number: FixedWidthInteger>(
    _ value: JSONValue, _ field: FieldShape
  ) throws(LoadFailure) -> Number {
    let number: Number? =
      switch value {
      case .integer(let number): Number(exactly: number)
      case .unsigned(let number): Number(exactly: number)
      case .string(let text): Number(text)
      case .number(let number): Number(exactly: number)
      default: nil
      }
    guard let number else { throw LoadFailure("\(field.name) is a whole number of its type") }
    return number
  }

  private static func real(_ value: JSONValue, _ field: FieldShape) throws(LoadFailure) -> Double {
    let number: Double? =
      switch value {
      case .integer(let number): Double(number)
      case .unsigned(let number): Double(number)
      case .number(let number): number
      case .string("Infinity"): .infinity
      case .string("-Infinity"): -.infinity
      case .string(let text): Double(text)
      default: nil
      }
    guard let number else { throw LoadFailure("\(field.name) is a number") }
    return number
  }

  private static func zigzag(_ number: Int64) -> UInt64 {
    UInt64(bitPattern: number << 1 ^ number >> 63)
  }

  var wireType: UInt64 {
    switch self {
    case .varint: 0
    case .fixed64: 1
    case .fixed32: 5
    }
  }

  func append(to template: inout RequestTemplate) {
    switch self {
    case .varint(let number): template.append(varint: number)
    case .fixed32(let number): template.append((0..<4).map { UInt8(number >> ($0 * 8) & 0xff) })
    case .fixed64(let number): template.append((0..<8).map { UInt8(number >> ($0 * 8) & 0xff) })
    }
  }
}
