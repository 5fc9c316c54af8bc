import Foundation

/// Google's own protobuf, as the program protoc.
enum Protoc {
  /// The bytes of a message in text format.
  static func encode(_ message: String, text: String) throws -> [UInt8] {
    try run(["--encode=\(message)", "--deterministic_output"], input: Data(text.utf8))
  }

  /// The text of a message's bytes.
  static func decode(_ message: String, _ bytes: [UInt8]) throws -> String {
    String(decoding: try run(["--decode=\(message)"], input: Data(bytes)), as: UTF8.self)
  }

  struct Failure: Error {
    let status: Int32
  }

  private static func run(_ arguments: [String], input: Data) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["protoc", "-I", root.path + "/Tests/Protos", "-I", root.path + "/Protos"] + arguments
      + ["testing/all_kinds.proto"]
    let toProtoc = Pipe()
    let fromProtoc = Pipe()
    process.standardInput = toProtoc
    process.standardOutput = fromProtoc
    process.standardError = FileHandle.nullDevice
    try process.run()
    // All inputs here fit in a pipe's buffer.
    try toProtoc.fileHandleForWriting.write(contentsOf: input)
    try toProtoc.fileHandleForWriting.close()
    let output = try fromProtoc.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus)
    }
    return Array(output)
  }
}
