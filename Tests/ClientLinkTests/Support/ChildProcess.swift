import Dispatch
import Glibc

/// A program that a test starts and reads lines of; it ends when this is let go.
///
/// Not Foundation's `Process`: it needs a run loop, which tests that fill all of Swift's threads do
/// not turn.
final class ChildProcess: Sendable {
  private let id: pid_t
  private let output: Int32
  /// Reads wait here and not on the few threads that all tests share.
  private let reading = DispatchQueue(label: "child")

  init(_ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    // A pair of sockets closes itself in other children from the start, which a pipe does not.
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw CannotStart(code: errno) }
    defer { close(ends[1]) }
    output = ends[0]
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var id: pid_t = 0
    let code = unsafe posix_spawnp(&id, arguments[0], &actions, nil, &words, environ)
    guard code == 0 else { throw CannotStart(code: code) }
    self.id = id
  }

  deinit {
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
    close(output)
  }

  /// The next line; what came until then where the program ended.
  func line() async -> String {
    await withCheckedContinuation { continuation in
      reading.async { [output] in
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while unsafe read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        continuation.resume(returning: String(decoding: line, as: UTF8.self))
      }
    }
  }
}

struct CannotStart: Error {
  let code: Int32
}
