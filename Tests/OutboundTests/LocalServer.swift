import Foundation
import TestPrograms

/// A server of a test's own: a Python script that prints its port as its first line.
final class LocalServer: Sendable {
  let port: Int
  private let program: ChildProgram

  init(_ script: String, _ arguments: [String] = []) async throws {
    // It ends with its standard input, which is open while this lives, however the tests end.
    program = try ChildProgram(["python3", "-u", "-c", Self.endWithTheTests + script] + arguments)
    let line = await program.line()
    guard let port = Int(line) else { throw NoPort(said: line) }
    self.port = port
  }

  deinit { program.kill() }

  private static let endWithTheTests = """
    import os, sys, threading
    def end_with_the_tests():
      sys.stdin.read()
      os._exit(0)
    threading.Thread(target=end_with_the_tests, daemon=True).start()

    """
}

/// A server's script did not begin with its port.
struct NoPort: Error {
  let said: String
}

/// A folder that is gone when it is let go.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "outbound-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }
}
