import Contracts
import RPC

/// What proto files say of messages, enums and methods.
struct Schema {
  private(set) var messages: [String: MessageShape] = [:]
  private(set) var enums: [String: EnumShape] = [:]
  private(set) var methods: [MethodShape] = []

  /// Daybook's own services.
  static func daybook() throws -> Schema {
    var schema = Schema()
    for file in ProtoFile.all { try schema.add(file: file.descriptor[...]) }
    return schema
  }

  mutating func add(_ message: MessageShape) { messages[message.name] = message }
  mutating func add(_ shape: EnumShape) { enums[shape.name] = shape }
  mutating func add(_ method: MethodShape) { methods.append(method) }

  /// "daybook.clientlink.v1alpha.ClientService/GetClient", or its end where one method alone has it:
  /// "ClientService/GetClient", "GetClient".
  func method(_ name: String) throws(LoadFailure) -> MethodShape {
    let name = name.hasPrefix("/") ? String(name.dropFirst()) : name
    if let exact = methods.first(where: { $0.fullName == name }) { return exact }
    let found = methods.filter {
      $0.fullName.hasSuffix("." + name) || $0.fullName.hasSuffix("/" + name)
    }
    switch found.count {
    case 1: return found[0]
    case 0:
      let all = methods.map(\.fullName).sorted().joined(separator: "\n  ")
      throw LoadFailure("no method is called \(name). There are:\n  \(all)")
    default:
      throw LoadFailure(
        "\(name) is one of \(found.map(\.fullName).joined(separator: ", "))")
    }
  }
}

struct MethodShape: Sendable {
  let rpc: RPCMethod
  /// Full names of the messages.
  let request: String
  let reply: String

  /// "package.Service/Method"
  var fullName: String { String(rpc.path.dropFirst()) }
}

struct MessageShape {
  /// The full name, "daybook.clientlink.v1alpha.Client".
  let name: String
  let fields: [FieldShape]
  /// Stands for an entry of a map.
  let isMapEntry: Bool

  /// By the name in the proto file or in JSON.
  func field(_ name: String) -> FieldShape? {
    fields.first { $0.name == name || $0.jsonName == name }
  }
}

struct FieldShape {
  let name: String
  let jsonName: String
  let number: Int
  let kind: Kind
  let isRepeated: Bool
  /// Only one field of each oneof may be set.
  let oneof: Int?

  /// As FieldDescriptorProto.Type numbers them.
  enum Kind: Int {
    case double = 1
    case float, int64, uint64, int32, fixed64, fixed32, bool, string, group
    case message, bytes, uint32, enumeration, sfixed32, sfixed64, sint32, sint64
  }

  /// Full name of the message or enum.
  let typeName: String
}

struct EnumShape {
  let name: String
  let values: [String: Int]
}
