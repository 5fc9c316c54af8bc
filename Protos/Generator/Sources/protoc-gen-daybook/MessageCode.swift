import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// The Swift struct of a message, its nested types inside.
struct MessageCode {
  let message: Descriptor
  let types: TypeIndex

  func print(to printer: inout CodePrinter) throws {
    guard message.fields.count <= 128 else {
      // The input check notes the fields it has seen in the bits of a UInt128.
      throw GeneratorError("\(message.fullName) has more than 128 fields")
    }
    let properties = try Property.all(of: message, types: types)
    printer.document(message)
    try printer.block(
      "package struct \(escaped(SwiftNames.path(message).last ?? message.name)): Sendable, Equatable"
    ) {
      printer in
      for property in properties {
        switch property.content {
        case .single(let field, _), .optional(let field, _, _), .array(let field, _),
          .map(let field, _, _, _):
          printer.document(field)
        case .oneof(let oneof, _):
          printer.document(oneof)
        }
        let indirect: Bool
        if case .oneof = property.content {
          indirect = false
        } else {
          indirect = property.isRecursive
        }
        printer.print(
          "\(indirect ? "@Indirect " : "")package var \(escaped(property.name)): \(property.swiftType)"
        )
      }
      if !properties.isEmpty { printer.print("") }
      printInitializer(properties, to: &printer)
      for case .oneof(let oneof, let cases) in properties.map(\.content) {
        printer.print("")
        printOneof(oneof, cases, to: &printer)
      }
      for enumeration in message.enums {
        printer.print("")
        EnumCode(enumeration: enumeration).print(to: &printer)
      }
      for nested in message.messages where !nested.options.mapEntry {
        printer.print("")
        try MessageCode(message: nested, types: types).print(to: &printer)
      }
    }
  }

  private func printInitializer(_ properties: [Property], to printer: inout CodePrinter) {
    guard !properties.isEmpty else { return printer.print("package init() {}") }
    printer.print("package init(")
    for (index, property) in properties.enumerated() {
      let comma = index + 1 < properties.count ? "," : ""
      printer.printIndented(
        "\(escaped(property.name)): \(property.swiftType) = \(property.defaultValue)\(comma)")
    }
    printer.block(")") { printer in
      for property in properties {
        printer.print("self.\(escaped(property.name)) = \(escaped(property.name))")
      }
    }
  }

  private func printOneof(
    _ oneof: OneofDescriptor, _ cases: [(field: FieldDescriptor, element: Element)],
    to printer: inout CodePrinter
  ) {
    printer.document(oneof)
    let indirect = oneof.fields.contains(where: TypeIndex.isRecursive) ? "indirect " : ""
    printer.block(
      "package \(indirect)enum \(SwiftNames.upperCamel(oneof.name)): Sendable, Equatable"
    ) {
      printer in
      for (field, element) in cases {
        printer.document(field)
        printer.print("case \(escaped(SwiftNames.lowerCamel(field.name)))(\(element.swiftType))")
      }
    }
  }
}
