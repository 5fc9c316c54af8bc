import RPC

/// google.protobuf.FileDescriptorProto and its parts, by the numbers of their fields in
/// descriptor.proto.
extension Schema {
  /// A google.protobuf.FileDescriptorSet, as `protoc --include_imports --descriptor_set_out` writes.
  mutating func add(set bytes: [UInt8]) throws {
    try Self.forEach(bytes[...]) { field, value in
      if field == 1 { try add(file: value.message) }
    }
  }

  mutating func add(file bytes: ArraySlice<UInt8>) throws {
    var package = ""
    // The package stands before what is in it, but no rule says so.
    try Self.forEach(bytes) { field, value in
      if field == 2 { package = value.text }
    }
    let scope = package.isEmpty ? "" : package + "."
    try Self.forEach(bytes) { field, value in
      switch field {
      case 4: try addMessage(value.message, scope)
      case 5: try addEnum(value.message, scope)
      case 6: try addService(value.message, scope)
      default: break
      }
    }
  }

  private mutating func addMessage(_ bytes: ArraySlice<UInt8>, _ scope: String) throws {
    var name = ""
    var fields: [FieldShape] = []
    var isMapEntry = false
    try Self.forEach(bytes) { field, value in
      switch field {
      case 1: name = scope + value.text
      case 2: fields.append(try Self.field(value.message))
      case 7:
        try Self.forEach(value.message) { field, value in
          if field == 7 { isMapEntry = value.number != 0 }
        }
      default: break
      }
    }
    add(MessageShape(name: name, fields: fields, isMapEntry: isMapEntry))
    try Self.forEach(bytes) { field, value in
      if field == 3 { try addMessage(value.message, name + ".") }
      if field == 4 { try addEnum(value.message, name + ".") }
    }
  }

  private static func field(_ bytes: ArraySlice<UInt8>) throws -> FieldShape {
    let repeated = 3
    var (name, json, type) = ("", "", "")
    var (number, label, kind) = (0, 0, 0)
    var oneof: Int?
    try forEach(bytes) { field, value in
      switch field {
      case 1: name = value.text
      case 3: number = value.number
      case 4: label = value.number
      case 5: kind = value.number
      case 6: type = String(value.text.drop { $0 == "." })
      case 9: oneof = value.number
      case 10: json = value.text
      default: break
      }
    }
    guard let kind = FieldShape.Kind(rawValue: kind) else { throw WireReader.Malformed() }
    return FieldShape(
      name: name, jsonName: json, number: number, kind: kind, isRepeated: label == repeated,
      oneof: oneof, typeName: type)
  }

  private mutating func addEnum(_ bytes: ArraySlice<UInt8>, _ scope: String) throws {
    var name = ""
    var values: [String: Int] = [:]
    try Self.forEach(bytes) { field, value in
      if field == 1 { name = scope + value.text }
      guard field == 2 else { return }
      var (text, number) = ("", 0)
      try Self.forEach(value.message) { field, value in
        if field == 1 { text = value.text }
        if field == 2 { number = value.number }
      }
      values[text] = number
    }
    add(EnumShape(name: name, values: values))
  }

  private mutating func addService(_ bytes: ArraySlice<UInt8>, _ scope: String) throws {
    var service = ""
    try Self.forEach(bytes) { field, value in
      if field == 1 { service = scope + value.text }
    }
    try Self.forEach(bytes) { field, value in
      if field == 2 { add(try Self.method(value.message, service)) }
    }
  }

  private static func method(_ bytes: ArraySlice<UInt8>, _ service: String) throws -> MethodShape {
    var (name, request, reply) = ("", "", "")
    var (clientStreams, serverStreams) = (false, false)
    try forEach(bytes) { field, value in
      switch field {
      case 1: name = value.text
      case 2: request = String(value.text.drop { $0 == "." })
      case 3: reply = String(value.text.drop { $0 == "." })
      case 5: clientStreams = value.number != 0
      case 6: serverStreams = value.number != 0
      default: break
      }
    }
    let kind: RPCMethod.Kind =
      switch (clientStreams, serverStreams) {
      case (false, false): .unary
      case (true, false): .clientStreaming
      case (false, true): .serverStreaming
      case (true, true): .bidirectional
      }
    // Never marked as idempotent: a call that the client repeats would hide a failure.
    return MethodShape(
      rpc: RPCMethod(service: service, name: name, kind: kind, idempotency: .unknown),
      request: request, reply: reply)
  }

  private static func forEach(
    _ bytes: ArraySlice<UInt8>, _ body: (Int, WireReader.Value) throws -> Void
  ) throws {
    var reader = WireReader(bytes)
    while let (field, value) = try reader.next() { try body(field, value) }
  }
}
