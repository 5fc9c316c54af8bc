import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// A proto enum as a Swift enum that keeps numbers it does not know.
struct EnumCode {
  let enumeration: EnumDescriptor

  func print(to printer: inout CodePrinter) {
    let name = SwiftNames.path(enumeration).last ?? enumeration.name
    // Of names with one number the first stands.
    var numbers: Set<Int32> = []
    let values = enumeration.values.filter { numbers.insert($0.number).inserted }
    let cases = values.map { (value: $0, name: escaped(SwiftNames.enumCase($0))) }
    printer.document(enumeration)
    printer.block("package enum \(name): ProtobufEnum") { printer in
      for (value, name) in cases {
        printer.document(value)
        printer.print("case \(name)")
      }
      printer.print("/// A number that the proto file this was made from does not have.")
      printer.print("case unrecognized(Int32)", "")
      printer.print(
        "package static let allCases: [\(name)] = [\(cases.map { ".\($0.name)" }.joined(separator: ", "))]",
        "")
      printer.block("package init(rawValue: Int32)") { printer in
        printer.print("switch rawValue {")
        for (value, name) in cases {
          printer.print("case \(value.number): self = .\(name)")
        }
        printer.print("default: self = .unrecognized(rawValue)", "}")
      }
      printer.print("")
      printer.block("package var rawValue: Int32") { printer in
        printer.print("switch self {")
        for (value, name) in cases {
          printer.print("case .\(name): \(value.number)")
        }
        printer.print("case .unrecognized(let number): number", "}")
      }
      printer.print("")
      printer.block("package var name: String") { printer in
        printer.print("switch self {")
        for (value, name) in cases {
          printer.print("case .\(name): \"\(value.name)\"")
        }
        printer.print("case .unrecognized(let number): String(number)", "}")
      }
    }
  }
}
