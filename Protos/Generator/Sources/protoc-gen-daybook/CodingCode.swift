import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// How a message is lifted out of protobuf-c's struct and lowered into it.
struct CodingCode {
  let message: Descriptor
  let types: TypeIndex

  func print(to printer: inout CodePrinter) throws {
    let properties = try Property.all(of: message, types: types)
    let c = CNames.type(message.fullName)
    let swift = SwiftNames.path(message).map(escaped).joined(separator: ".")
    printer.print("")
    printer.block("extension \(swift): ProtobufMessage, WireMessage") { printer in
      printer.print("package static let protoName = \"\(message.fullName)\"")
      printer.print("package static var cSize: Int { unsafe MemoryLayout<\(c)>.size }", "")
      printer.block("package static func initialize(_ c: UnsafeMutableRawPointer)") {
        $0.print(
          "unsafe \(CNames.function(message.fullName))__init(c.assumingMemoryBound(to: \(c).self))")
      }
      printer.print("")
      printer.block("package init(lifting c: UnsafeRawPointer, in arena: Arena)") { printer in
        guard !properties.isEmpty else { return }
        printer.print("let c = unsafe c.assumingMemoryBound(to: \(c).self)")
        for property in properties { printLift(property, to: &printer) }
      }
      printer.print("")
      printer.block("package func lower(to c: UnsafeMutableRawPointer, in arena: Arena)") {
        printer in
        guard !properties.isEmpty else { return }
        printer.print("let c = unsafe c.assumingMemoryBound(to: \(c).self)")
        for property in properties { printLower(property, to: &printer) }
      }
    }
    for nested in message.messages where !nested.options.mapEntry {
      try CodingCode(message: nested, types: types).print(to: &printer)
    }
  }

  private func printLift(_ property: Property, to printer: inout CodePrinter) {
    let swift = "self.\(escaped(property.name))"
    switch property.content {
    case .single(let field, let element):
      printer.print("unsafe \(swift) = \(element.lifted(member(field)))")
    case .optional(let field, let element, let oneof):
      let set = "c.pointee.\(CNames.oneofCase(oneof.name, in: message.fullName).member).rawValue"
      printer.print(
        "unsafe \(swift) = \(set) == \(field.number) ? \(element.lifted(member(field))) : nil")
    case .array(let field, let element):
      printer.print("unsafe \(swift) = \(element.liftedArray(count(field), member(field)))")
    case .map(let field, let key, let value, _):
      printer.print("unsafe \(swift) = arena.liftMap(\(count(field)), \(member(field))) { entry in")
      var lifted = value.lifted("entry.pointee.value")
      if case .message = value { lifted += " ?? .init()" }
      printer.printIndented("unsafe (\(key.lifted("entry.pointee.key")), \(lifted))")
      printer.print("}")
    case .oneof(let oneof, let cases):
      let set = CNames.oneofCase(oneof.name, in: message.fullName)
      printer.print("switch unsafe c.pointee.\(set.member).rawValue {")
      for (field, element) in cases {
        var lifted = element.lifted(member(field))
        if case .message = element { lifted += " ?? .init()" }
        printer.print(
          "case \(field.number): unsafe \(swift) = .\(escaped(SwiftNames.lowerCamel(field.name)))(\(lifted))"
        )
      }
      printer.print("default: \(swift) = nil", "}")
    }
  }

  private func printLower(_ property: Property, to printer: inout CodePrinter) {
    let swift = "self.\(escaped(property.name))"
    switch property.content {
    case .single(let field, let element):
      printer.print("unsafe \(member(field)) = \(element.lowered(swift))")
    case .optional(let field, let element, let oneof):
      printer.block("if let value = \(swift)") { printer in
        printSet(field, element, of: oneof, to: "value", &printer)
      }
    case .array(let field, let element):
      printer.print("unsafe \(count(field)) = \(swift).count")
      printer.print("unsafe \(member(field)) = \(element.loweredArray(swift))")
    case .map(let field, let key, let value, let entry):
      printer.print("unsafe \(count(field)) = \(swift).count")
      printer.block("unsafe \(member(field)) = arena.lowerMap(\(swift))") { printer in
        printer.print(
          "(entry: UnsafeMutablePointer<\(CNames.type(entry))>, key, value) in",
          "unsafe \(CNames.function(entry))__init(entry)",
          "unsafe entry.pointee.key = \(key.lowered("key"))",
          "unsafe entry.pointee.value = \(value.lowered("value"))")
      }
    case .oneof(let oneof, let cases):
      printer.print("switch \(swift) {")
      for (field, element) in cases {
        printer.print("case .\(escaped(SwiftNames.lowerCamel(field.name)))(let value)?:")
        printer.withIndentation { printSet(field, element, of: oneof, to: "value", &$0) }
      }
      printer.print("case nil: break", "}")
    }
  }

  private func printSet(
    _ field: FieldDescriptor, _ element: Element, of oneof: OneofDescriptor, to value: String,
    _ printer: inout CodePrinter
  ) {
    let set = CNames.oneofCase(oneof.name, in: message.fullName)
    printer.print(
      "unsafe c.pointee.\(set.member) = \(set.type)(rawValue: \(field.number))",
      "unsafe \(member(field)) = \(element.lowered(value))")
  }

  private func member(_ field: FieldDescriptor) -> String {
    "c.pointee.\(CNames.field(field.name))"
  }

  private func count(_ field: FieldDescriptor) -> String {
    "c.pointee.n_\(CNames.field(field.name).replacing("`", with: ""))"
  }
}
