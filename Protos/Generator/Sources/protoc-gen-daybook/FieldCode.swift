import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// One value of a field: a field's own, an array's element, a map's key or value.
enum Element {
  case number(String)
  case bool
  case string
  case bytes
  /// C's enum is signed only where a value is negative.
  case enumeration(swift: String, c: String, signed: Bool, first: String)
  case message(swift: String, c: String)

  init(_ field: FieldDescriptor, types: TypeIndex, scope: Descriptor) throws {
    switch field.type {
    case .double: self = .number("Double")
    case .float: self = .number("Float")
    case .int64, .sfixed64, .sint64: self = .number("Int64")
    case .uint64, .fixed64: self = .number("UInt64")
    case .int32, .sfixed32, .sint32: self = .number("Int32")
    case .uint32, .fixed32: self = .number("UInt32")
    case .bool: self = .bool
    case .string: self = .string
    case .bytes: self = .bytes
    case .enum:
      guard let type = field.enumType, let first = type.values.first else {
        throw GeneratorError("\(field.fullName) has an enum without values")
      }
      self = .enumeration(
        swift: try types.reference(SwiftNames.path(type), from: scope),
        c: CNames.type(type.fullName), signed: type.values.contains { $0.number < 0 },
        first: escaped(SwiftNames.enumCase(first)))
    case .message:
      guard let type = field.messageType else {
        throw GeneratorError("\(field.fullName) has no message")
      }
      self = .message(
        swift: try types.reference(SwiftNames.path(type), from: scope),
        c: CNames.type(type.fullName))
    case .group:
      throw GeneratorError("\(field.fullName) is a group, which protobuf-c does not read")
    }
  }

  var swiftType: String {
    switch self {
    case .number(let type): type
    case .bool: "Bool"
    case .string: "String"
    case .bytes: "[UInt8]"
    case .enumeration(let type, _, _, _), .message(let type, _): type
    }
  }

  var defaultValue: String {
    switch self {
    case .number: "0"
    case .bool: "false"
    case .string: "\"\""
    case .bytes: "[]"
    case .enumeration(_, _, _, let first): ".\(first)"
    case .message: "nil"
    }
  }

  /// The Swift value of a C expression; Optional for a message.
  func lifted(_ c: String) -> String {
    switch self {
    case .number: c
    case .bool: "\(c) != 0"
    case .string: "arena.liftString(\(c))"
    case .bytes: "arena.liftBytes(\(c))"
    case .enumeration(let type, _, let signed, _):
      "\(type)(rawValue: \(signed ? "\(c).rawValue" : "Int32(bitPattern: \(c).rawValue)"))"
    case .message: "arena.liftMessage(\(c))"
    }
  }

  /// The C value of a Swift expression.
  func lowered(_ swift: String) -> String {
    switch self {
    case .number: swift
    case .bool: "\(swift) ? 1 : 0"
    case .string: "arena.lowerString(\(swift))"
    case .bytes: "arena.lowerBytes(\(swift))"
    case .enumeration(_, let c, let signed, _):
      "\(c)(rawValue: \(signed ? "\(swift).rawValue" : "UInt32(bitPattern: \(swift).rawValue)"))"
    case .message: "arena.lowerMessage(\(swift))"
    }
  }

  func liftedArray(_ count: String, _ c: String) -> String {
    switch self {
    case .number: "arena.liftNumbers(\(count), \(c))"
    case .bool, .enumeration: "arena.liftArray(\(count), \(c)) { \(lifted("$0")) }"
    case .string: "arena.liftStrings(\(count), \(c))"
    case .bytes: "arena.liftByteArrays(\(count), \(c))"
    case .message: "arena.liftMessages(\(count), \(c))"
    }
  }

  func loweredArray(_ swift: String) -> String {
    switch self {
    case .number: "arena.lowerNumbers(\(swift))"
    case .bool, .enumeration: "arena.lowerArray(\(swift)) { \(lowered("$0")) }"
    case .string: "arena.lowerStrings(\(swift))"
    case .bytes: "arena.lowerByteArrays(\(swift))"
    case .message: "arena.lowerMessages(\(swift))"
    }
  }
}

/// One property of a message: a field, or a oneof.
struct Property {
  enum Content {
    case single(FieldDescriptor, Element)
    /// proto3 `optional` of what is not a message: a oneof of one field on the wire.
    case optional(FieldDescriptor, Element, oneof: OneofDescriptor)
    case array(FieldDescriptor, Element)
    case map(FieldDescriptor, key: Element, value: Element, entry: String)
    case oneof(OneofDescriptor, [(field: FieldDescriptor, element: Element)])
  }

  let name: String
  let content: Content
  let isRecursive: Bool

  /// The properties of a message in the order of the proto file, a oneof where its first field is.
  static func all(of message: Descriptor, types: TypeIndex) throws -> [Property] {
    var result: [Property] = []
    var oneofs: Set<Int> = []
    for field in message.fields {
      if let oneof = field.realContainingOneof {
        guard oneofs.insert(oneof.index).inserted else { continue }
        let cases = try oneof.fields.map {
          (field: $0, element: try Element($0, types: types, scope: message))
        }
        result.append(
          Property(
            name: SwiftNames.property(oneof.name), content: .oneof(oneof, cases),
            isRecursive: oneof.fields.contains(where: TypeIndex.isRecursive)))
      } else {
        result.append(try Property(field, of: message, types: types))
      }
    }
    let names = Dictionary(grouping: result, by: \.name)
    if let twice = names.first(where: { $0.value.count > 1 })?.key {
      throw GeneratorError("\(message.fullName) has two fields that would be \(twice) in Swift")
    }
    return result
  }

  private init(name: String, content: Content, isRecursive: Bool) {
    self.name = name
    self.content = content
    self.isRecursive = isRecursive
  }

  private init(_ field: FieldDescriptor, of message: Descriptor, types: TypeIndex) throws {
    name = SwiftNames.property(field.name)
    isRecursive = TypeIndex.isRecursive(field)
    if field.isMap, let entry = field.messageType, let (key, value) = entry.mapKeyAndValue {
      content = .map(
        field, key: try Element(key, types: types, scope: message),
        value: try Element(value, types: types, scope: message), entry: entry.fullName)
    } else if field.isRepeated {
      content = .array(field, try Element(field, types: types, scope: message))
    } else if let oneof = field.containingOneof {
      content = .optional(field, try Element(field, types: types, scope: message), oneof: oneof)
    } else {
      content = .single(field, try Element(field, types: types, scope: message))
    }
  }

  var swiftType: String {
    switch content {
    case .single(_, .message(let type, _)): type + "?"
    case .single(_, let element): element.swiftType
    case .optional(_, let element, _): element.swiftType + "?"
    case .array(_, let element): "[\(element.swiftType)]"
    case .map(_, let key, let value, _): "[\(key.swiftType): \(value.swiftType)]"
    case .oneof(let oneof, _): SwiftNames.upperCamel(oneof.name) + "?"
    }
  }

  var defaultValue: String {
    switch content {
    case .single(_, let element): element.defaultValue
    case .optional, .oneof: "nil"
    case .array: "[]"
    case .map: "[:]"
    }
  }
}
