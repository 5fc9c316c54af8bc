import Foundation
import Glibc

/// A program that a test starts, and that is ended when it is let go.
///
/// Not Foundation's `Process`: waiting for one needs a run loop, which tests that fill all of
/// Swift's threads do not turn.
final class ChildProcess: Sendable {
  private let id: pid_t
  private let output: Int32

  init(_ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    // A pair of sockets closes itself in other children from the start, which a pipe does not.
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    try unsafe require(socketpair(AF_UNIX, type, 0, &ends))
    defer { close(ends[1]) }
    output = ends[0]
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var id: pid_t = 0
    try unsafe require(posix_spawnp(&id, arguments[0], &actions, nil, &words, environ))
    self.id = id
  }

  deinit {
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
    close(output)
  }

  /// What it prints up to its first line's end, or its own.
  func firstLine() -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }
}

struct ProgramFailed: Error {
  let what: String
}

private func require(_ result: Int32) throws {
  guard result == 0 else { throw ProgramFailed(what: "error \(result), \(errno)") }
}

/// Waits on a thread of its own: Swift's threads are few, and tests that measure time share them.
func offThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
  -> Value
{
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
  }
}

/// Runs a program to its end and expects that it went well.
func run(_ arguments: String...) throws {
  // The shell tells the exit status, which the process object does not.
  let script = #""$@" >/dev/null </dev/null && echo done"#
  let process = try ChildProcess(["/bin/sh", "-c", script, "sh"] + arguments)
  guard process.firstLine() == "done" else {
    throw ProgramFailed(what: arguments.joined(separator: " "))
  }
}

/// A server of a test's own: a Python script that prints its port as its first line.
final class LocalServer: Sendable {
  let port: Int
  private let process: ChildProcess

  convenience init(_ script: String, _ arguments: [String] = []) async throws {
    let (process, port) = try await offThread { try Self.start(script, arguments) }
    self.init(process, port)
  }

  private init(_ process: ChildProcess, _ port: Int) {
    self.process = process
    self.port = port
  }

  private static func start(_ script: String, _ arguments: [String]) throws -> (ChildProcess, Int) {
    // It ends with the process that started it, however that ends.
    let source = "import os, sys, threading\n" + Self.endWithParent + script
    let process = try ChildProcess(["python3", "-u", "-c", source] + arguments)
    let line = process.firstLine()
    guard let port = Int(line) else { throw ProgramFailed(what: "the server said '\(line)'") }
    return (process, port)
  }

  private static let endWithParent = """
    def end_with_parent(parent):
      import time
      while os.getppid() == parent: time.sleep(0.5)
      os._exit(0)
    threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()

    """
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
