import Foundation
import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// What spans all files: the methods of Daybook's own services, and the descriptors that the
/// reflection service hands out.
struct IndexCode {
  let generated: [FileDescriptor]
  let all: [FileDescriptor]

  func methods() -> String {
    var printer = CodePrinter(addNewlines: true)
    printHead(&printer)
    printer.print("package import RPC", "")
    printer.print("/// Every method of Daybook's own services.")
    printer.block("package enum AllMethods") { printer in
      printer.print("package static let all: [RPCMethod] = [")
      for file in generated where file.package.hasPrefix("daybook.") {
        for service in file.services {
          printer.printIndented("\(SwiftNames.topLevel(service.name, in: file))Methods.all,")
        }
      }
      printer.print("].flatMap { $0 }")
    }
    return printer.content
  }

  func files() throws -> String {
    var printer = CodePrinter(addNewlines: true)
    printHead(&printer)
    try printer.block("extension ProtoFile") { printer in
      printer.print("/// Every proto file, each after those it imports.")
      printer.print("package static let all: [ProtoFile] = [")
      printer.indent()
      for file in all { try printFile(file, &printer) }
      printer.outdent()
      printer.print("]")
    }
    return printer.content
  }

  private func printHead(_ printer: inout CodePrinter) {
    printer.print(
      "// swift-format-ignore-file",
      "// Made from all proto files by Protos/generate. Change those, not this.", "")
  }

  private func printFile(_ file: FileDescriptor, _ printer: inout CodePrinter) throws {
    let bytes: Data = try file.extractProto().serializedBytes()
    printer.print(
      "ProtoFile(",
      "  name: \"\(file.name)\",",
      "  imports: \(file.dependencies.map(\.name)),",
      "  symbols: \(symbols(of: file)),",
      "  services: \(file.services.map(\.fullName)),",
      "  base64: \"\"\"")
    var rest = bytes.base64EncodedString()[...]
    while !rest.isEmpty {
      printer.print("    \(rest.prefix(96))\(rest.count > 96 ? "\\" : "")")
      rest = rest.dropFirst(96)
    }
    printer.print("    \"\"\"),")
  }

  private func symbols(of file: FileDescriptor) -> [String] {
    func names(_ message: Descriptor) -> [String] {
      [message.fullName] + message.enums.map(\.fullName) + message.messages.flatMap(names)
    }
    return file.messages.flatMap(names) + file.enums.map(\.fullName)
      + file.services.flatMap { [$0.fullName] + $0.methods.map(\.fullName) }
  }
}
