import Foundation

/// JSON, as protobuf writes messages in it, to the wire.
struct RequestEncoder {
  let schema: Schema

  func template(_ json: JSONValue, _ message: String) throws(LoadFailure) -> RequestTemplate {
    if let special = try WellKnown.template(json, message) { return special }
    guard let shape = schema.messages[message] else {
      throw LoadFailure("no message is called \(message)")
    }
    guard case .object(let members) = json else {
      throw LoadFailure("a \(message) is an object")
    }
    var template = RequestTemplate()
    var seen: Set<Int> = []
    // In a fixed order: the same JSON always makes the same bytes.
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      guard let field = shape.field(name) else {
        throw LoadFailure(
          "\(message) has no \(name); it has \(shape.fields.map(\.name).joined(separator: ", "))")
      }
      guard value != .null else { continue }
      if let oneof = field.oneof, !seen.insert(oneof).inserted {
        throw LoadFailure("of the oneof that \(name) belongs to, more than one field is set")
      }
      try append(value, field, to: &template)
    }
    return template
  }

  private func append(
    _ value: JSONValue, _ field: FieldShape, to template: inout RequestTemplate
  ) throws(LoadFailure) {
    guard field.isRepeated else { return try append(single: value, field, to: &template) }
    if let entry = schema.messages[field.typeName], entry.isMapEntry {
      return try append(map: value, field, to: &template)
    }
    guard case .array(let items) = value else { throw LoadFailure("\(field.name) is an array") }
    for item in items { try append(single: item, field, to: &template) }
  }

  private func append(
    map value: JSONValue, _ field: FieldShape, to template: inout RequestTemplate
  ) throws(LoadFailure) {
    guard case .object(let members) = value else { throw LoadFailure("\(field.name) is an object") }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      // A key that is a number stands in quotes all the same, and a number may.
      let entry = JSONValue.object(["key": .string(key), "value": value])
      try append(single: entry, field, to: &template)
    }
  }

  private func append(
    single value: JSONValue, _ field: FieldShape, to template: inout RequestTemplate
  ) throws(LoadFailure) {
    switch field.kind {
    case .message:
      let inner = try self.template(value, field.typeName)
      template.append(tag: field, wire: 2)
      template.append(varint: UInt64(inner.bytes.count))
      template.append(inner)
    case .string:
      guard case .string(let text) = value else { throw LoadFailure("\(field.name) is a string") }
      var content = RequestTemplate()
      content.append(text: text)
      template.append(tag: field, wire: 2)
      template.append(varint: UInt64(content.bytes.count))
      template.append(content)
    case .bytes:
      guard case .string(let text) = value, let bytes = Data(base64Encoded: text) else {
        throw LoadFailure("\(field.name) is bytes in base64")
      }
      template.append(tag: field, wire: 2)
      template.append(varint: UInt64(bytes.count))
      template.append(bytes)
    case .enumeration:
      template.append(tag: field, wire: 0)
      template.append(varint: UInt64(bitPattern: Int64(try number(of: value, field))))
    case .group: throw LoadFailure("\(field.name) is a group, which proto3 has not")
    default:
      let scalar = try Scalar(value, field)
      template.append(tag: field, wire: scalar.wireType)
      scalar.append(to: &template)
    }
  }

  /// An enum's value by its name or its number.
  private func number(of value: JSONValue, _ field: FieldShape) throws(LoadFailure) -> Int {
    switch value {
    case .integer(let number) where Int32(exactly: number) != nil: return Int(number)
    case .string(let name):
      let values = schema.enums[field.typeName]?.values ?? [:]
      if let number = values[name] { return number }
      let names = values.sorted { $0.value < $1.value }.map(\.key)
      throw LoadFailure("\(field.name) is one of \(names.joined(separator: ", ")), not \(name)")
    default: throw LoadFailure("\(field.name) is the name of a \(field.typeName)")
    }
  }
}

extension RequestTemplate {
  fileprivate mutating func append(tag field: FieldShape, wire: UInt64) {
    append(varint: UInt64(field.number) << 3 | wire)
  }
}
