import Foundation
import Glibc
import Testing

/// A child process whose output goes to a file and that is ended by its own pid.
struct ChildProcess: @unchecked Sendable {
  // Foundation's Process is not Sendable; after `run` only its pid and its end are looked at.
  private let process: Process

  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], output: URL
  ) throws {
    process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if !FileManager.default.fileExists(atPath: output.path) {
      try Data().write(to: output)
    }
    let handle = try FileHandle(forWritingTo: output)
    try handle.seekToEnd()
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var isRunning: Bool { process.isRunning }
  var exitCode: Int32 { process.isRunning ? 0 : process.terminationStatus }

  func signal(_ number: Int32) {
    if process.isRunning { Glibc.kill(process.processIdentifier, number) }
  }

  /// kill -9; returns when the process is gone.
  func kill() {
    signal(SIGKILL)
    process.waitUntilExit()
  }
}

/// Programs that tests run to their end.
enum Tool {
  /// An executable of this package, which stands beside the test program.
  static func built(_ name: String) throws -> String {
    let here = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: here).deletingLastPathComponent().appending(path: name).path
  }

  /// Runs a program to its end and answers what it printed; throws when it fails.
  @discardableResult
  static func run(_ path: String, _ arguments: [String]) throws -> String {
    let (code, text) = try outcome(path, arguments)
    guard code == 0 else { throw TestFailure("\(path) \(arguments): exit \(code)\n\(text)") }
    return text
  }

  /// Runs a program to its end and answers its exit code and what it printed.
  static func outcome(_ path: String, _ arguments: [String]) throws -> (code: Int32, text: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}

struct TestFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Waits until `condition` holds; fails after `limit`.
func eventually(
  within limit: Duration = .seconds(15), _ what: String,
  _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < end else { throw TestFailure("not within \(limit): \(what)") }
    try await Task.sleep(for: .milliseconds(20))
  }
}
