// swift-format-ignore-file
// Made from testing/all_kinds.proto by Protos/generate. Change that, not this.

package import Contracts
import TestProtosC
package import Protobuf
package import RPC

/// A color, or none.
package enum TestingColor: ProtobufEnum {
  case unspecified
  case red
  /// Not the sea.
  case deepBlue
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [TestingColor] = [.unspecified, .red, .deepBlue]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .red
    case 5: self = .deepBlue
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .red: 1
    case .deepBlue: 5
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "COLOR_UNSPECIFIED"
    case .red: "COLOR_RED"
    case .deepBlue: "COLOR_DEEP_BLUE"
    case .unrecognized(let number): String(number)
    }
  }
}

/// An enum with a number below zero: C's is signed then.
package enum TestingLevel: ProtobufEnum {
  case unspecified
  case below
  case _3d
  /// A number that the proto file this was made from does not have.
  case unrecognized(Int32)

  package static let allCases: [TestingLevel] = [.unspecified, .below, ._3d]

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case -3: self = .below
    case 3: self = ._3d
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .below: -3
    case ._3d: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "LEVEL_UNSPECIFIED"
    case .below: "LEVEL_BELOW"
    case ._3d: "LEVEL_3D"
    case .unrecognized(let number): String(number)
    }
  }
}

/// One value of every kind.
package struct TestingScalars: Sendable, Equatable {
  /// A double.
  package var double: Double
  package var float: Float
  package var int32: Int32
  package var int64: Int64
  package var uint32: UInt32
  package var uint64: UInt64
  package var sint32: Int32
  package var sint64: Int64
  package var fixed32: UInt32
  package var fixed64: UInt64
  package var sfixed32: Int32
  package var sfixed64: Int64
  package var bool: Bool
  package var string: String
  package var bytes: [UInt8]
  package var color: TestingColor
  package var level: TestingLevel

  package init(
    double: Double = 0,
    float: Float = 0,
    int32: Int32 = 0,
    int64: Int64 = 0,
    uint32: UInt32 = 0,
    uint64: UInt64 = 0,
    sint32: Int32 = 0,
    sint64: Int64 = 0,
    fixed32: UInt32 = 0,
    fixed64: UInt64 = 0,
    sfixed32: Int32 = 0,
    sfixed64: Int64 = 0,
    bool: Bool = false,
    string: String = "",
    bytes: [UInt8] = [],
    color: TestingColor = .unspecified,
    level: TestingLevel = .unspecified
  ) {
    self.double = double
    self.float = float
    self.int32 = int32
    self.int64 = int64
    self.uint32 = uint32
    self.uint64 = uint64
    self.sint32 = sint32
    self.sint64 = sint64
    self.fixed32 = fixed32
    self.fixed64 = fixed64
    self.sfixed32 = sfixed32
    self.sfixed64 = sfixed64
    self.bool = bool
    self.string = string
    self.bytes = bytes
    self.color = color
    self.level = level
  }
}

/// Arrays of every kind.
package struct TestingArrays: Sendable, Equatable {
  package var doubles: [Double]
  package var floats: [Float]
  package var int32s: [Int32]
  package var int64s: [Int64]
  package var uint32s: [UInt32]
  package var uint64s: [UInt64]
  package var sint32s: [Int32]
  package var sint64s: [Int64]
  package var fixed32s: [UInt32]
  package var fixed64s: [UInt64]
  package var sfixed32s: [Int32]
  package var sfixed64s: [Int64]
  package var bools: [Bool]
  package var strings: [String]
  package var byteArrays: [[UInt8]]
  package var colors: [TestingColor]
  package var levels: [TestingLevel]
  package var messages: [TestingScalars]
  package var unpackedInt32s: [Int32]

  package init(
    doubles: [Double] = [],
    floats: [Float] = [],
    int32s: [Int32] = [],
    int64s: [Int64] = [],
    uint32s: [UInt32] = [],
    uint64s: [UInt64] = [],
    sint32s: [Int32] = [],
    sint64s: [Int64] = [],
    fixed32s: [UInt32] = [],
    fixed64s: [UInt64] = [],
    sfixed32s: [Int32] = [],
    sfixed64s: [Int64] = [],
    bools: [Bool] = [],
    strings: [String] = [],
    byteArrays: [[UInt8]] = [],
    colors: [TestingColor] = [],
    levels: [TestingLevel] = [],
    messages: [TestingScalars] = [],
    unpackedInt32s: [Int32] = []
  ) {
    self.doubles = doubles
    self.floats = floats
    self.int32s = int32s
    self.int64s = int64s
    self.uint32s = uint32s
    self.uint64s = uint64s
    self.sint32s = sint32s
    self.sint64s = sint64s
    self.fixed32s = fixed32s
    self.fixed64s = fixed64s
    self.sfixed32s = sfixed32s
    self.sfixed64s = sfixed64s
    self.bools = bools
    self.strings = strings
    self.byteArrays = byteArrays
    self.colors = colors
    self.levels = levels
    self.messages = messages
    self.unpackedInt32s = unpackedInt32s
  }
}

/// Messages in messages.
package struct TestingNested: Sendable, Equatable {
  package var inner: TestingNested.Inner?
  package var inners: [TestingNested.Inner]
  /// Itself.
  @Indirect package var parent: TestingNested?
  package var children: [TestingNested]

  package init(
    inner: TestingNested.Inner? = nil,
    inners: [TestingNested.Inner] = [],
    parent: TestingNested? = nil,
    children: [TestingNested] = []
  ) {
    self.inner = inner
    self.inners = inners
    self.parent = parent
    self.children = children
  }

  /// In the message that uses it.
  package struct Inner: Sendable, Equatable {
    package var text: String
    package var depth: TestingNested.Inner.Depth

    package init(
      text: String = "",
      depth: TestingNested.Inner.Depth = .unspecified
    ) {
      self.text = text
      self.depth = depth
    }

    package enum Depth: ProtobufEnum {
      case unspecified
      case deep
      /// A number that the proto file this was made from does not have.
      case unrecognized(Int32)

      package static let allCases: [Depth] = [.unspecified, .deep]

      package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .deep
        default: self = .unrecognized(rawValue)
        }
      }

      package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .deep: 1
        case .unrecognized(let number): number
        }
      }

      package var name: String {
        switch self {
        case .unspecified: "DEPTH_UNSPECIFIED"
        case .deep: "DEPTH_DEEP"
        case .unrecognized(let number): String(number)
        }
      }
    }
  }
}

/// A value or none of several kinds.
package struct TestingChoices: Sendable, Equatable {
  /// What it is.
  package var value: Value?
  package var other: Other?
  package var maybeText: String?
  package var maybeNumber: Int32?
  package var maybeColor: TestingColor?
  package var maybeNested: TestingNested?

  package init(
    value: Value? = nil,
    other: Other? = nil,
    maybeText: String? = nil,
    maybeNumber: Int32? = nil,
    maybeColor: TestingColor? = nil,
    maybeNested: TestingNested? = nil
  ) {
    self.value = value
    self.other = other
    self.maybeText = maybeText
    self.maybeNumber = maybeNumber
    self.maybeColor = maybeColor
    self.maybeNested = maybeNested
  }

  /// What it is.
  package indirect enum Value: Sendable, Equatable {
    /// A text.
    case text(String)
    case data([UInt8])
    case number(Int64)
    case flag(Bool)
    case color(TestingColor)
    case nested(TestingNested)
    case at(GoogleProtobufTimestamp)
    /// Itself.
    case again(TestingChoices)
  }

  package enum Other: Sendable, Equatable {
    case scalars(TestingScalars)
    case ratio(Double)
  }
}

package struct TestingMaps: Sendable, Equatable {
  package var strings: [String: String]
  package var numbers: [Int32: Int64]
  package var flags: [Bool: [UInt8]]
  package var messages: [String: TestingNested]
  package var colors: [UInt64: TestingColor]
  package var doubles: [Int64: Double]

  package init(
    strings: [String: String] = [:],
    numbers: [Int32: Int64] = [:],
    flags: [Bool: [UInt8]] = [:],
    messages: [String: TestingNested] = [:],
    colors: [UInt64: TestingColor] = [:],
    doubles: [Int64: Double] = [:]
  ) {
    self.strings = strings
    self.numbers = numbers
    self.flags = flags
    self.messages = messages
    self.colors = colors
    self.doubles = doubles
  }
}

package struct TestingStandard: Sendable, Equatable {
  package var timestamp: GoogleProtobufTimestamp?
  package var duration: GoogleProtobufDuration?
  package var fieldMask: GoogleProtobufFieldMask?
  package var any: GoogleProtobufAny?
  package var stringValue: GoogleProtobufStringValue?
  package var timestamps: [GoogleProtobufTimestamp]

  package init(
    timestamp: GoogleProtobufTimestamp? = nil,
    duration: GoogleProtobufDuration? = nil,
    fieldMask: GoogleProtobufFieldMask? = nil,
    any: GoogleProtobufAny? = nil,
    stringValue: GoogleProtobufStringValue? = nil,
    timestamps: [GoogleProtobufTimestamp] = []
  ) {
    self.timestamp = timestamp
    self.duration = duration
    self.fieldMask = fieldMask
    self.any = any
    self.stringValue = stringValue
    self.timestamps = timestamps
  }
}

/// Names that Swift or C keep for themselves.
package struct TestingWords: Sendable, Equatable {
  package var `class`: String
  package var `default`: String
  package var self_: String
  package var `init`: String
  package var `in`: String
  package var int: String
  package var httpName: String
  package var fooBar2Baz: String
  package var `return`: [String]
  package var `switch`: Switch?
  package var type: String
  package var `func`: [String]

  package init(
    `class`: String = "",
    `default`: String = "",
    self_: String = "",
    `init`: String = "",
    `in`: String = "",
    int: String = "",
    httpName: String = "",
    fooBar2Baz: String = "",
    `return`: [String] = [],
    `switch`: Switch? = nil,
    type: String = "",
    `func`: [String] = []
  ) {
    self.`class` = `class`
    self.`default` = `default`
    self.self_ = self_
    self.`init` = `init`
    self.`in` = `in`
    self.int = int
    self.httpName = httpName
    self.fooBar2Baz = fooBar2Baz
    self.`return` = `return`
    self.`switch` = `switch`
    self.type = type
    self.`func` = `func`
  }

  package enum Switch: Sendable, Equatable {
    case `case`(String)
    case `enum`(String)
  }
}

package struct TestingEmpty: Sendable, Equatable {
  package init() {}
}

/// Elements that take 2 bytes on the wire and 300 in memory.
package struct TestingWide: Sendable, Equatable {
  package var arrays: [TestingArrays]

  package init(
    arrays: [TestingArrays] = []
  ) {
    self.arrays = arrays
  }
}

/// As wide as the message the coding is measured with.
package struct TestingEcho: Sendable, Equatable {
  package var id: String
  package var name: String
  package var value: Int64
  package var color: TestingColor
  package var tags: [String]

  package init(
    id: String = "",
    name: String = "",
    value: Int64 = 0,
    color: TestingColor = .unspecified,
    tags: [String] = []
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.color = color
    self.tags = tags
  }
}

extension TestingScalars: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Scalars"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Scalars>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__scalars__init(c.assumingMemoryBound(to: Testing__Scalars.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Scalars.self)
    unsafe self.double = c.pointee.double_
    unsafe self.float = c.pointee.float_
    unsafe self.int32 = c.pointee.int32
    unsafe self.int64 = c.pointee.int64
    unsafe self.uint32 = c.pointee.uint32
    unsafe self.uint64 = c.pointee.uint64
    unsafe self.sint32 = c.pointee.sint32
    unsafe self.sint64 = c.pointee.sint64
    unsafe self.fixed32 = c.pointee.fixed32
    unsafe self.fixed64 = c.pointee.fixed64
    unsafe self.sfixed32 = c.pointee.sfixed32
    unsafe self.sfixed64 = c.pointee.sfixed64
    unsafe self.bool = c.pointee.bool_ != 0
    unsafe self.string = arena.liftString(c.pointee.string)
    unsafe self.bytes = arena.liftBytes(c.pointee.bytes)
    unsafe self.color = TestingColor(rawValue: Int32(bitPattern: c.pointee.color.rawValue))
    unsafe self.level = TestingLevel(rawValue: c.pointee.level.rawValue)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Scalars.self)
    unsafe c.pointee.double_ = self.double
    unsafe c.pointee.float_ = self.float
    unsafe c.pointee.int32 = self.int32
    unsafe c.pointee.int64 = self.int64
    unsafe c.pointee.uint32 = self.uint32
    unsafe c.pointee.uint64 = self.uint64
    unsafe c.pointee.sint32 = self.sint32
    unsafe c.pointee.sint64 = self.sint64
    unsafe c.pointee.fixed32 = self.fixed32
    unsafe c.pointee.fixed64 = self.fixed64
    unsafe c.pointee.sfixed32 = self.sfixed32
    unsafe c.pointee.sfixed64 = self.sfixed64
    unsafe c.pointee.bool_ = self.bool ? 1 : 0
    unsafe c.pointee.string = arena.lowerString(self.string)
    unsafe c.pointee.bytes = arena.lowerBytes(self.bytes)
    unsafe c.pointee.color = Testing__Color(rawValue: UInt32(bitPattern: self.color.rawValue))
    unsafe c.pointee.level = Testing__Level(rawValue: self.level.rawValue)
  }
}

extension TestingArrays: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Arrays"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Arrays>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__arrays__init(c.assumingMemoryBound(to: Testing__Arrays.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Arrays.self)
    unsafe self.doubles = arena.liftNumbers(c.pointee.n_doubles, c.pointee.doubles)
    unsafe self.floats = arena.liftNumbers(c.pointee.n_floats, c.pointee.floats)
    unsafe self.int32s = arena.liftNumbers(c.pointee.n_int32s, c.pointee.int32s)
    unsafe self.int64s = arena.liftNumbers(c.pointee.n_int64s, c.pointee.int64s)
    unsafe self.uint32s = arena.liftNumbers(c.pointee.n_uint32s, c.pointee.uint32s)
    unsafe self.uint64s = arena.liftNumbers(c.pointee.n_uint64s, c.pointee.uint64s)
    unsafe self.sint32s = arena.liftNumbers(c.pointee.n_sint32s, c.pointee.sint32s)
    unsafe self.sint64s = arena.liftNumbers(c.pointee.n_sint64s, c.pointee.sint64s)
    unsafe self.fixed32s = arena.liftNumbers(c.pointee.n_fixed32s, c.pointee.fixed32s)
    unsafe self.fixed64s = arena.liftNumbers(c.pointee.n_fixed64s, c.pointee.fixed64s)
    unsafe self.sfixed32s = arena.liftNumbers(c.pointee.n_sfixed32s, c.pointee.sfixed32s)
    unsafe self.sfixed64s = arena.liftNumbers(c.pointee.n_sfixed64s, c.pointee.sfixed64s)
    unsafe self.bools = arena.liftArray(c.pointee.n_bools, c.pointee.bools) { $0 != 0 }
    unsafe self.strings = arena.liftStrings(c.pointee.n_strings, c.pointee.strings)
    unsafe self.byteArrays = arena.liftByteArrays(c.pointee.n_byte_arrays, c.pointee.byte_arrays)
    unsafe self.colors = arena.liftArray(c.pointee.n_colors, c.pointee.colors) { TestingColor(rawValue: Int32(bitPattern: $0.rawValue)) }
    unsafe self.levels = arena.liftArray(c.pointee.n_levels, c.pointee.levels) { TestingLevel(rawValue: $0.rawValue) }
    unsafe self.messages = arena.liftMessages(c.pointee.n_messages, c.pointee.messages)
    unsafe self.unpackedInt32s = arena.liftNumbers(c.pointee.n_unpacked_int32s, c.pointee.unpacked_int32s)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Arrays.self)
    unsafe c.pointee.n_doubles = self.doubles.count
    unsafe c.pointee.doubles = arena.lowerNumbers(self.doubles)
    unsafe c.pointee.n_floats = self.floats.count
    unsafe c.pointee.floats = arena.lowerNumbers(self.floats)
    unsafe c.pointee.n_int32s = self.int32s.count
    unsafe c.pointee.int32s = arena.lowerNumbers(self.int32s)
    unsafe c.pointee.n_int64s = self.int64s.count
    unsafe c.pointee.int64s = arena.lowerNumbers(self.int64s)
    unsafe c.pointee.n_uint32s = self.uint32s.count
    unsafe c.pointee.uint32s = arena.lowerNumbers(self.uint32s)
    unsafe c.pointee.n_uint64s = self.uint64s.count
    unsafe c.pointee.uint64s = arena.lowerNumbers(self.uint64s)
    unsafe c.pointee.n_sint32s = self.sint32s.count
    unsafe c.pointee.sint32s = arena.lowerNumbers(self.sint32s)
    unsafe c.pointee.n_sint64s = self.sint64s.count
    unsafe c.pointee.sint64s = arena.lowerNumbers(self.sint64s)
    unsafe c.pointee.n_fixed32s = self.fixed32s.count
    unsafe c.pointee.fixed32s = arena.lowerNumbers(self.fixed32s)
    unsafe c.pointee.n_fixed64s = self.fixed64s.count
    unsafe c.pointee.fixed64s = arena.lowerNumbers(self.fixed64s)
    unsafe c.pointee.n_sfixed32s = self.sfixed32s.count
    unsafe c.pointee.sfixed32s = arena.lowerNumbers(self.sfixed32s)
    unsafe c.pointee.n_sfixed64s = self.sfixed64s.count
    unsafe c.pointee.sfixed64s = arena.lowerNumbers(self.sfixed64s)
    unsafe c.pointee.n_bools = self.bools.count
    unsafe c.pointee.bools = arena.lowerArray(self.bools) { $0 ? 1 : 0 }
    unsafe c.pointee.n_strings = self.strings.count
    unsafe c.pointee.strings = arena.lowerStrings(self.strings)
    unsafe c.pointee.n_byte_arrays = self.byteArrays.count
    unsafe c.pointee.byte_arrays = arena.lowerByteArrays(self.byteArrays)
    unsafe c.pointee.n_colors = self.colors.count
    unsafe c.pointee.colors = arena.lowerArray(self.colors) { Testing__Color(rawValue: UInt32(bitPattern: $0.rawValue)) }
    unsafe c.pointee.n_levels = self.levels.count
    unsafe c.pointee.levels = arena.lowerArray(self.levels) { Testing__Level(rawValue: $0.rawValue) }
    unsafe c.pointee.n_messages = self.messages.count
    unsafe c.pointee.messages = arena.lowerMessages(self.messages)
    unsafe c.pointee.n_unpacked_int32s = self.unpackedInt32s.count
    unsafe c.pointee.unpacked_int32s = arena.lowerNumbers(self.unpackedInt32s)
  }
}

extension TestingNested: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Nested"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Nested>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__nested__init(c.assumingMemoryBound(to: Testing__Nested.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Nested.self)
    unsafe self.inner = arena.liftMessage(c.pointee.inner)
    unsafe self.inners = arena.liftMessages(c.pointee.n_inners, c.pointee.inners)
    unsafe self.parent = arena.liftMessage(c.pointee.parent)
    unsafe self.children = arena.liftMessages(c.pointee.n_children, c.pointee.children)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Nested.self)
    unsafe c.pointee.inner = arena.lowerMessage(self.inner)
    unsafe c.pointee.n_inners = self.inners.count
    unsafe c.pointee.inners = arena.lowerMessages(self.inners)
    unsafe c.pointee.parent = arena.lowerMessage(self.parent)
    unsafe c.pointee.n_children = self.children.count
    unsafe c.pointee.children = arena.lowerMessages(self.children)
  }
}

extension TestingNested.Inner: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Nested.Inner"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Nested__Inner>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__nested__inner__init(c.assumingMemoryBound(to: Testing__Nested__Inner.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Nested__Inner.self)
    unsafe self.text = arena.liftString(c.pointee.text)
    unsafe self.depth = TestingNested.Inner.Depth(rawValue: Int32(bitPattern: c.pointee.depth.rawValue))
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Nested__Inner.self)
    unsafe c.pointee.text = arena.lowerString(self.text)
    unsafe c.pointee.depth = Testing__Nested__Inner__Depth(rawValue: UInt32(bitPattern: self.depth.rawValue))
  }
}

extension TestingChoices: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Choices"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Choices>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__choices__init(c.assumingMemoryBound(to: Testing__Choices.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Choices.self)
    switch unsafe c.pointee.value_case.rawValue {
    case 1: unsafe self.value = .text(arena.liftString(c.pointee.text))
    case 2: unsafe self.value = .data(arena.liftBytes(c.pointee.data))
    case 3: unsafe self.value = .number(c.pointee.number)
    case 4: unsafe self.value = .flag(c.pointee.flag != 0)
    case 5: unsafe self.value = .color(TestingColor(rawValue: Int32(bitPattern: c.pointee.color.rawValue)))
    case 6: unsafe self.value = .nested(arena.liftMessage(c.pointee.nested) ?? .init())
    case 7: unsafe self.value = .at(arena.liftMessage(c.pointee.at) ?? .init())
    case 8: unsafe self.value = .again(arena.liftMessage(c.pointee.again) ?? .init())
    default: self.value = nil
    }
    switch unsafe c.pointee.other_case.rawValue {
    case 20: unsafe self.other = .scalars(arena.liftMessage(c.pointee.scalars) ?? .init())
    case 21: unsafe self.other = .ratio(c.pointee.ratio)
    default: self.other = nil
    }
    unsafe self.maybeText = c.pointee._maybe_text_case.rawValue == 30 ? arena.liftString(c.pointee.maybe_text) : nil
    unsafe self.maybeNumber = c.pointee._maybe_number_case.rawValue == 31 ? c.pointee.maybe_number : nil
    unsafe self.maybeColor = c.pointee._maybe_color_case.rawValue == 32 ? TestingColor(rawValue: Int32(bitPattern: c.pointee.maybe_color.rawValue)) : nil
    unsafe self.maybeNested = c.pointee._maybe_nested_case.rawValue == 33 ? arena.liftMessage(c.pointee.maybe_nested) : nil
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Choices.self)
    switch self.value {
    case .text(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 1)
      unsafe c.pointee.text = arena.lowerString(value)
    case .data(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 2)
      unsafe c.pointee.data = arena.lowerBytes(value)
    case .number(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 3)
      unsafe c.pointee.number = value
    case .flag(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 4)
      unsafe c.pointee.flag = value ? 1 : 0
    case .color(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 5)
      unsafe c.pointee.color = Testing__Color(rawValue: UInt32(bitPattern: value.rawValue))
    case .nested(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 6)
      unsafe c.pointee.nested = arena.lowerMessage(value)
    case .at(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 7)
      unsafe c.pointee.at = arena.lowerMessage(value)
    case .again(let value)?:
      unsafe c.pointee.value_case = Testing__Choices__ValueCase(rawValue: 8)
      unsafe c.pointee.again = arena.lowerMessage(value)
    case nil: break
    }
    switch self.other {
    case .scalars(let value)?:
      unsafe c.pointee.other_case = Testing__Choices__OtherCase(rawValue: 20)
      unsafe c.pointee.scalars = arena.lowerMessage(value)
    case .ratio(let value)?:
      unsafe c.pointee.other_case = Testing__Choices__OtherCase(rawValue: 21)
      unsafe c.pointee.ratio = value
    case nil: break
    }
    if let value = self.maybeText {
      unsafe c.pointee._maybe_text_case = Testing__Choices__MaybeTextCase(rawValue: 30)
      unsafe c.pointee.maybe_text = arena.lowerString(value)
    }
    if let value = self.maybeNumber {
      unsafe c.pointee._maybe_number_case = Testing__Choices__MaybeNumberCase(rawValue: 31)
      unsafe c.pointee.maybe_number = value
    }
    if let value = self.maybeColor {
      unsafe c.pointee._maybe_color_case = Testing__Choices__MaybeColorCase(rawValue: 32)
      unsafe c.pointee.maybe_color = Testing__Color(rawValue: UInt32(bitPattern: value.rawValue))
    }
    if let value = self.maybeNested {
      unsafe c.pointee._maybe_nested_case = Testing__Choices__MaybeNestedCase(rawValue: 33)
      unsafe c.pointee.maybe_nested = arena.lowerMessage(value)
    }
  }
}

extension TestingMaps: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Maps"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Maps>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__maps__init(c.assumingMemoryBound(to: Testing__Maps.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Maps.self)
    unsafe self.strings = arena.liftMap(c.pointee.n_strings, c.pointee.strings) { entry in
      unsafe (arena.liftString(entry.pointee.key), arena.liftString(entry.pointee.value))
    }
    unsafe self.numbers = arena.liftMap(c.pointee.n_numbers, c.pointee.numbers) { entry in
      unsafe (entry.pointee.key, entry.pointee.value)
    }
    unsafe self.flags = arena.liftMap(c.pointee.n_flags, c.pointee.flags) { entry in
      unsafe (entry.pointee.key != 0, arena.liftBytes(entry.pointee.value))
    }
    unsafe self.messages = arena.liftMap(c.pointee.n_messages, c.pointee.messages) { entry in
      unsafe (arena.liftString(entry.pointee.key), arena.liftMessage(entry.pointee.value) ?? .init())
    }
    unsafe self.colors = arena.liftMap(c.pointee.n_colors, c.pointee.colors) { entry in
      unsafe (entry.pointee.key, TestingColor(rawValue: Int32(bitPattern: entry.pointee.value.rawValue)))
    }
    unsafe self.doubles = arena.liftMap(c.pointee.n_doubles, c.pointee.doubles) { entry in
      unsafe (entry.pointee.key, entry.pointee.value)
    }
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Maps.self)
    unsafe c.pointee.n_strings = self.strings.count
    unsafe c.pointee.strings = arena.lowerMap(self.strings) {
      (entry: UnsafeMutablePointer<Testing__Maps__StringsEntry>, key, value) in
      unsafe testing__maps__strings_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = arena.lowerString(value)
    }
    unsafe c.pointee.n_numbers = self.numbers.count
    unsafe c.pointee.numbers = arena.lowerMap(self.numbers) {
      (entry: UnsafeMutablePointer<Testing__Maps__NumbersEntry>, key, value) in
      unsafe testing__maps__numbers_entry__init(entry)
      unsafe entry.pointee.key = key
      unsafe entry.pointee.value = value
    }
    unsafe c.pointee.n_flags = self.flags.count
    unsafe c.pointee.flags = arena.lowerMap(self.flags) {
      (entry: UnsafeMutablePointer<Testing__Maps__FlagsEntry>, key, value) in
      unsafe testing__maps__flags_entry__init(entry)
      unsafe entry.pointee.key = key ? 1 : 0
      unsafe entry.pointee.value = arena.lowerBytes(value)
    }
    unsafe c.pointee.n_messages = self.messages.count
    unsafe c.pointee.messages = arena.lowerMap(self.messages) {
      (entry: UnsafeMutablePointer<Testing__Maps__MessagesEntry>, key, value) in
      unsafe testing__maps__messages_entry__init(entry)
      unsafe entry.pointee.key = arena.lowerString(key)
      unsafe entry.pointee.value = arena.lowerMessage(value)
    }
    unsafe c.pointee.n_colors = self.colors.count
    unsafe c.pointee.colors = arena.lowerMap(self.colors) {
      (entry: UnsafeMutablePointer<Testing__Maps__ColorsEntry>, key, value) in
      unsafe testing__maps__colors_entry__init(entry)
      unsafe entry.pointee.key = key
      unsafe entry.pointee.value = Testing__Color(rawValue: UInt32(bitPattern: value.rawValue))
    }
    unsafe c.pointee.n_doubles = self.doubles.count
    unsafe c.pointee.doubles = arena.lowerMap(self.doubles) {
      (entry: UnsafeMutablePointer<Testing__Maps__DoublesEntry>, key, value) in
      unsafe testing__maps__doubles_entry__init(entry)
      unsafe entry.pointee.key = key
      unsafe entry.pointee.value = value
    }
  }
}

extension TestingStandard: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Standard"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Standard>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__standard__init(c.assumingMemoryBound(to: Testing__Standard.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Standard.self)
    unsafe self.timestamp = arena.liftMessage(c.pointee.timestamp)
    unsafe self.duration = arena.liftMessage(c.pointee.duration)
    unsafe self.fieldMask = arena.liftMessage(c.pointee.field_mask)
    unsafe self.any = arena.liftMessage(c.pointee.any)
    unsafe self.stringValue = arena.liftMessage(c.pointee.string_value)
    unsafe self.timestamps = arena.liftMessages(c.pointee.n_timestamps, c.pointee.timestamps)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Standard.self)
    unsafe c.pointee.timestamp = arena.lowerMessage(self.timestamp)
    unsafe c.pointee.duration = arena.lowerMessage(self.duration)
    unsafe c.pointee.field_mask = arena.lowerMessage(self.fieldMask)
    unsafe c.pointee.any = arena.lowerMessage(self.any)
    unsafe c.pointee.string_value = arena.lowerMessage(self.stringValue)
    unsafe c.pointee.n_timestamps = self.timestamps.count
    unsafe c.pointee.timestamps = arena.lowerMessages(self.timestamps)
  }
}

extension TestingWords: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Words"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Words>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__words__init(c.assumingMemoryBound(to: Testing__Words.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Words.self)
    unsafe self.`class` = arena.liftString(c.pointee.class_)
    unsafe self.`default` = arena.liftString(c.pointee.default_)
    unsafe self.self_ = arena.liftString(c.pointee.`self`)
    unsafe self.`init` = arena.liftString(c.pointee.`init`)
    unsafe self.`in` = arena.liftString(c.pointee.`in`)
    unsafe self.int = arena.liftString(c.pointee.int_)
    unsafe self.httpName = arena.liftString(c.pointee.httpname)
    unsafe self.fooBar2Baz = arena.liftString(c.pointee.foo_bar2_baz)
    unsafe self.`return` = arena.liftStrings(c.pointee.n_return_, c.pointee.return_)
    switch unsafe c.pointee.switch_case.rawValue {
    case 10: unsafe self.`switch` = .`case`(arena.liftString(c.pointee.case_))
    case 11: unsafe self.`switch` = .`enum`(arena.liftString(c.pointee.enum_))
    default: self.`switch` = nil
    }
    unsafe self.type = arena.liftString(c.pointee.type)
    unsafe self.`func` = arena.liftStrings(c.pointee.n_func, c.pointee.`func`)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Words.self)
    unsafe c.pointee.class_ = arena.lowerString(self.`class`)
    unsafe c.pointee.default_ = arena.lowerString(self.`default`)
    unsafe c.pointee.`self` = arena.lowerString(self.self_)
    unsafe c.pointee.`init` = arena.lowerString(self.`init`)
    unsafe c.pointee.`in` = arena.lowerString(self.`in`)
    unsafe c.pointee.int_ = arena.lowerString(self.int)
    unsafe c.pointee.httpname = arena.lowerString(self.httpName)
    unsafe c.pointee.foo_bar2_baz = arena.lowerString(self.fooBar2Baz)
    unsafe c.pointee.n_return_ = self.`return`.count
    unsafe c.pointee.return_ = arena.lowerStrings(self.`return`)
    switch self.`switch` {
    case .`case`(let value)?:
      unsafe c.pointee.switch_case = Testing__Words__SwitchCase(rawValue: 10)
      unsafe c.pointee.case_ = arena.lowerString(value)
    case .`enum`(let value)?:
      unsafe c.pointee.switch_case = Testing__Words__SwitchCase(rawValue: 11)
      unsafe c.pointee.enum_ = arena.lowerString(value)
    case nil: break
    }
    unsafe c.pointee.type = arena.lowerString(self.type)
    unsafe c.pointee.n_func = self.`func`.count
    unsafe c.pointee.`func` = arena.lowerStrings(self.`func`)
  }
}

extension TestingEmpty: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Empty"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Empty>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__empty__init(c.assumingMemoryBound(to: Testing__Empty.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
  }
}

extension TestingWide: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Wide"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Wide>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__wide__init(c.assumingMemoryBound(to: Testing__Wide.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Wide.self)
    unsafe self.arrays = arena.liftMessages(c.pointee.n_arrays, c.pointee.arrays)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Wide.self)
    unsafe c.pointee.n_arrays = self.arrays.count
    unsafe c.pointee.arrays = arena.lowerMessages(self.arrays)
  }
}

extension TestingEcho: ProtobufMessage, WireMessage {
  package static let protoName = "testing.Echo"
  package static var cSize: Int { unsafe MemoryLayout<Testing__Echo>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe testing__echo__init(c.assumingMemoryBound(to: Testing__Echo.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Echo.self)
    unsafe self.id = arena.liftString(c.pointee.id)
    unsafe self.name = arena.liftString(c.pointee.name)
    unsafe self.value = c.pointee.value
    unsafe self.color = TestingColor(rawValue: Int32(bitPattern: c.pointee.color.rawValue))
    unsafe self.tags = arena.liftStrings(c.pointee.n_tags, c.pointee.tags)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Testing__Echo.self)
    unsafe c.pointee.id = arena.lowerString(self.id)
    unsafe c.pointee.name = arena.lowerString(self.name)
    unsafe c.pointee.value = self.value
    unsafe c.pointee.color = Testing__Color(rawValue: UInt32(bitPattern: self.color.rawValue))
    unsafe c.pointee.n_tags = self.tags.count
    unsafe c.pointee.tags = arena.lowerStrings(self.tags)
  }
}

/// The methods of testing.Shapes.
package enum TestingShapesMethods {
  package static let one = RPCMethod(
    service: "testing.Shapes", name: "One",
    kind: .unary, idempotency: .noSideEffects)
  package static let down = RPCMethod(
    service: "testing.Shapes", name: "Down",
    kind: .serverStreaming, idempotency: .unknown)
  package static let up = RPCMethod(
    service: "testing.Shapes", name: "Up",
    kind: .clientStreaming, idempotency: .idempotent)
  package static let both = RPCMethod(
    service: "testing.Shapes", name: "Both",
    kind: .bidirectional, idempotency: .unknown)

  package static let all: [RPCMethod] = [one, down, up, both]
}

/// One method of each shape.
package protocol TestingShapesServer: RPCService {
  /// One for one.
  func one(_ request: TestingEcho, _ call: ServerCall) async throws -> TestingScalars
  func down(_ request: TestingEcho, _ replies: ReplyWriter<TestingScalars>, _ call: ServerCall) async throws
  func up(_ requests: RequestStream<TestingEcho>, _ call: ServerCall) async throws -> TestingScalars
  func both(_ requests: RequestStream<TestingEcho>, _ replies: ReplyWriter<TestingScalars>, _ call: ServerCall) async throws
}

extension TestingShapesServer {
  package var handlers: [RPCHandler] {
    [
      .unary(TestingShapesMethods.one) { exchange in
        let request = try exchange.takesInPlace
          ? exchange.takeOnlyRequest(TestingEcho.self)
          : await exchange.onlyRequest(TestingEcho.self)
        let reply = try await self.one(request, exchange.call)
        if exchange.sendsInPlace { try exchange.sendInPlace(reply) } else { try await exchange.sendOnly(reply) }
      },
      .serverStreaming(TestingShapesMethods.down) { (request, replies, call) in try await self.down(request, replies, call) },
      .clientStreaming(TestingShapesMethods.up) { (request, call) in try await self.up(request, call) },
      .bidirectional(TestingShapesMethods.both) { (request, replies, call) in try await self.both(request, replies, call) },
    ]
  }
}

/// One method of each shape.
package struct TestingShapesClient: Sendable {
  package let channel: RPCChannel

  package init(_ channel: RPCChannel) { self.channel = channel }

  /// One for one.
  package func one(_ request: TestingEcho, _ options: CallOptions = CallOptions()) async throws(RPCError) -> TestingScalars {
    try await channel.unary(TestingShapesMethods.one, request, options, as: TestingScalars.self)
  }

  package func down(_ request: TestingEcho, _ options: CallOptions = CallOptions()) async throws(RPCError) -> Replies<TestingScalars> {
    try await channel.serverStreaming(TestingShapesMethods.down, request, options, as: TestingScalars.self)
  }

  package func up(_ options: CallOptions = CallOptions(), _ write: @Sendable (RequestWriter<TestingEcho>) async throws -> Void) async throws(RPCError) -> TestingScalars {
    try await channel.clientStreaming(TestingShapesMethods.up, options, as: TestingScalars.self, write)
  }

  package func both(_ options: CallOptions = CallOptions()) async throws(RPCError) -> (requests: RequestWriter<TestingEcho>, replies: Replies<TestingScalars>) {
    try await channel.bidirectional(TestingShapesMethods.both, options, requests: TestingEcho.self, as: TestingScalars.self)
  }
}
