import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// The Swift file of one proto file.
struct FileCode {
  let file: FileDescriptor
  let types: TypeIndex
  let cModule: String
  let imports: [String]
  /// Modules that say how messages are coded and whose types no declaration shows.
  let codings: [String]

  /// Flat, since a module cannot have two files of one name: a/v1/b.proto -> a.v1.b.swift
  static func swiftFile(of file: FileDescriptor) -> String {
    let path = file.name.hasSuffix(".proto") ? String(file.name.dropLast(6)) : file.name
    return path.split(separator: "/").joined(separator: ".") + ".swift"
  }

  func text() throws -> String {
    var printer = CodePrinter(addNewlines: true)
    printer.print(
      "// swift-format-ignore-file",
      "// Made from \(file.name) by Protos/generate. Change that, not this.", "")
    printImports(to: &printer)
    for enumeration in file.enums {
      printer.print("")
      EnumCode(enumeration: enumeration).print(to: &printer)
    }
    for message in file.messages {
      printer.print("")
      try MessageCode(message: message, types: types).print(to: &printer)
    }
    for message in file.messages {
      try CodingCode(message: message, types: types).print(to: &printer)
    }
    for service in file.services {
      printer.print("")
      ServiceCode(service: service).print(to: &printer)
    }
    return printer.content
  }

  /// What is imported but does not show in a declaration is no `package import`, or Swift warns.
  private func printImports(to printer: inout CodePrinter) {
    var lines = imports.map { "package import \($0)" } + codings.map { "import \($0)" }
    if !file.messages.isEmpty { lines.append("import \(cModule)") }
    if !file.messages.isEmpty {
      lines.append("package import Protobuf")
    } else if !file.enums.isEmpty {
      lines.append("import Protobuf")
    }
    if !file.services.isEmpty {
      lines.append("package import RPC")
    } else if !file.messages.isEmpty {
      lines.append("import RPC")
    }
    for line in lines { printer.print(line) }
  }
}

extension CodePrinter {
  /// The proto file's comment as a doc comment.
  mutating func document(_ item: some ProvidesSourceCodeLocation) {
    let comment = item.protoSourceComments()
    for line in comment.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      print(line.hasSuffix(" ") ? String(line.dropLast()) : String(line))
    }
  }

  mutating func block(_ head: String, _ body: (inout CodePrinter) throws -> Void) rethrows {
    print(head + " {")
    indent()
    try body(&self)
    outdent()
    print("}")
  }
}
