import Foundation
import SwiftProtobufPluginLibrary

// Run by protoc it is a plugin. `plain-descriptors` reads a FileDescriptorSet on standard input and
// writes the one protoc-c is given.
if CommandLine.arguments.dropFirst().first == "plain-descriptors" {
  do {
    let set = try FileHandle.standardInput.readToEnd() ?? Data()
    try FileHandle.standardOutput.write(contentsOf: plainDescriptors(of: set))
  } catch {
    FileHandle.standardError.write(Data("plain-descriptors: \(error)\n".utf8))
    exit(1)
  }
} else {
  Generator.main()
}
