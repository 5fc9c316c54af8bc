import SwiftProtobuf
import SwiftProtobufPluginLibrary

/// The plugin: for each proto file one Swift file, and with `index=true` one more that lists every
/// method and file.
///
/// Parameters: `c_module` (the module of protoc-c's output), `import` (another Swift module to
/// import, for test protos that use the types of Contracts), `coding` (the same where they use
/// none of its types, only what makes them messages of RPC's), `index`.
struct Generator: CodeGenerator {
  let supportedFeatures: [Google_Protobuf_Compiler_CodeGeneratorResponse.Feature] = [
    .proto3Optional
  ]

  func generate(
    files: [FileDescriptor],
    parameter: any CodeGeneratorParameter,
    protoCompilerContext: any ProtoCompilerContext,
    generatorOutputs: any GeneratorOutputs
  ) throws {
    var cModule = "ContractsC"
    var imports: [String] = []
    var codings: [String] = []
    var makesIndex = false
    for (key, value) in parameter.parsedPairs {
      switch key {
      case "c_module": cModule = value
      case "import": imports.append(value)
      case "coding": codings.append(value)
      case "index": makesIndex = value == "true"
      default: throw GeneratorError("unknown parameter \(key)")
      }
    }

    let all = withDependencies(files)
    let types = try TypeIndex(files: all)
    for file in files {
      let code = FileCode(
        file: file, types: types, cModule: cModule, imports: imports, codings: codings)
      try generatorOutputs.add(fileName: FileCode.swiftFile(of: file), contents: code.text())
    }
    if makesIndex {
      let index = IndexCode(generated: files, all: all)
      try generatorOutputs.add(fileName: "Methods.swift", contents: index.methods())
      try generatorOutputs.add(fileName: "Files.swift", contents: index.files())
    }
  }

  /// The files and all they import, each after what it imports.
  private func withDependencies(_ files: [FileDescriptor]) -> [FileDescriptor] {
    var seen: Set<String> = []
    var result: [FileDescriptor] = []
    func visit(_ file: FileDescriptor) {
      guard seen.insert(file.name).inserted else { return }
      file.dependencies.forEach(visit)
      result.append(file)
    }
    files.forEach(visit)
    return result
  }
}
