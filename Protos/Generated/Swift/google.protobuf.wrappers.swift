// swift-format-ignore-file
// Made from google/protobuf/wrappers.proto by Protos/generate. Change that, not this.

import ContractsC
package import Protobuf
import RPC

/// Wrapper message for `double`.
///
/// The JSON representation for `DoubleValue` is JSON number.
package struct GoogleProtobufDoubleValue: Sendable, Equatable {
  /// The double value.
  package var value: Double

  package init(
    value: Double = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `float`.
///
/// The JSON representation for `FloatValue` is JSON number.
package struct GoogleProtobufFloatValue: Sendable, Equatable {
  /// The float value.
  package var value: Float

  package init(
    value: Float = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `int64`.
///
/// The JSON representation for `Int64Value` is JSON string.
package struct GoogleProtobufInt64Value: Sendable, Equatable {
  /// The int64 value.
  package var value: Int64

  package init(
    value: Int64 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `uint64`.
///
/// The JSON representation for `UInt64Value` is JSON string.
package struct GoogleProtobufUInt64Value: Sendable, Equatable {
  /// The uint64 value.
  package var value: UInt64

  package init(
    value: UInt64 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `int32`.
///
/// The JSON representation for `Int32Value` is JSON number.
package struct GoogleProtobufInt32Value: Sendable, Equatable {
  /// The int32 value.
  package var value: Int32

  package init(
    value: Int32 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `uint32`.
///
/// The JSON representation for `UInt32Value` is JSON number.
package struct GoogleProtobufUInt32Value: Sendable, Equatable {
  /// The uint32 value.
  package var value: UInt32

  package init(
    value: UInt32 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `bool`.
///
/// The JSON representation for `BoolValue` is JSON `true` and `false`.
package struct GoogleProtobufBoolValue: Sendable, Equatable {
  /// The bool value.
  package var value: Bool

  package init(
    value: Bool = false
  ) {
    self.value = value
  }
}

/// Wrapper message for `string`.
///
/// The JSON representation for `StringValue` is JSON string.
package struct GoogleProtobufStringValue: Sendable, Equatable {
  /// The string value.
  package var value: String

  package init(
    value: String = ""
  ) {
    self.value = value
  }
}

/// Wrapper message for `bytes`.
///
/// The JSON representation for `BytesValue` is JSON string.
package struct GoogleProtobufBytesValue: Sendable, Equatable {
  /// The bytes value.
  package var value: [UInt8]

  package init(
    value: [UInt8] = []
  ) {
    self.value = value
  }
}

extension GoogleProtobufDoubleValue: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.DoubleValue"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__DoubleValue>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__double_value__init(c.assumingMemoryBound(to: Google__Protobuf__DoubleValue.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__DoubleValue.self)
    unsafe self.value = c.pointee.value
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__DoubleValue.self)
    unsafe c.pointee.value = self.value
  }
}

extension GoogleProtobufFloatValue: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.FloatValue"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__FloatValue>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__float_value__init(c.assumingMemoryBound(to: Google__Protobuf__FloatValue.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__FloatValue.self)
    unsafe self.value = c.pointee.value
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__FloatValue.self)
    unsafe c.pointee.value = self.value
  }
}

extension GoogleProtobufInt64Value: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.Int64Value"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__Int64Value>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__int64_value__init(c.assumingMemoryBound(to: Google__Protobuf__Int64Value.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__Int64Value.self)
    unsafe self.value = c.pointee.value
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__Int64Value.self)
    unsafe c.pointee.value = self.value
  }
}

extension GoogleProtobufUInt64Value: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.UInt64Value"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__UInt64Value>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__uint64_value__init(c.assumingMemoryBound(to: Google__Protobuf__UInt64Value.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__UInt64Value.self)
    unsafe self.value = c.pointee.value
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__UInt64Value.self)
    unsafe c.pointee.value = self.value
  }
}

extension GoogleProtobufInt32Value: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.Int32Value"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__Int32Value>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__int32_value__init(c.assumingMemoryBound(to: Google__Protobuf__Int32Value.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__Int32Value.self)
    unsafe self.value = c.pointee.value
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__Int32Value.self)
    unsafe c.pointee.value = self.value
  }
}

extension GoogleProtobufUInt32Value: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.UInt32Value"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__UInt32Value>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__uint32_value__init(c.assumingMemoryBound(to: Google__Protobuf__UInt32Value.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__UInt32Value.self)
    unsafe self.value = c.pointee.value
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__UInt32Value.self)
    unsafe c.pointee.value = self.value
  }
}

extension GoogleProtobufBoolValue: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.BoolValue"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__BoolValue>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__bool_value__init(c.assumingMemoryBound(to: Google__Protobuf__BoolValue.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__BoolValue.self)
    unsafe self.value = c.pointee.value != 0
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__BoolValue.self)
    unsafe c.pointee.value = self.value ? 1 : 0
  }
}

extension GoogleProtobufStringValue: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.StringValue"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__StringValue>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__string_value__init(c.assumingMemoryBound(to: Google__Protobuf__StringValue.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__StringValue.self)
    unsafe self.value = arena.liftString(c.pointee.value)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__StringValue.self)
    unsafe c.pointee.value = arena.lowerString(self.value)
  }
}

extension GoogleProtobufBytesValue: ProtobufMessage, WireMessage {
  package static let protoName = "google.protobuf.BytesValue"
  package static var cSize: Int { unsafe MemoryLayout<Google__Protobuf__BytesValue>.size }

  package static func initialize(_ c: UnsafeMutableRawPointer) {
    unsafe google__protobuf__bytes_value__init(c.assumingMemoryBound(to: Google__Protobuf__BytesValue.self))
  }

  package init(lifting c: UnsafeRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__BytesValue.self)
    unsafe self.value = arena.liftBytes(c.pointee.value)
  }

  package func lower(to c: UnsafeMutableRawPointer, in arena: Arena) {
    let c = unsafe c.assumingMemoryBound(to: Google__Protobuf__BytesValue.self)
    unsafe c.pointee.value = arena.lowerBytes(self.value)
  }
}
