import Foundation
import Synchronization

/// A program that a test starts, whose standard input and output the test holds.
///
/// Not Foundation's `Process`: before it starts a program it lists the open descriptors, copying whole
/// entries of 280 bytes, and with some 1,361 of them the last copy reads past the end of the list and
/// may end the test's process. Tests that open a database each have that many.
package final class ChildProgram: Sendable {
  private let id: pid_t
  private let input: Int32
  private let output: Int32
  /// As `waitpid` gave it; nil while the program runs.
  private let ended = Mutex<Int32?>(nil)

  package init(_ command: [String]) throws {
    let (theirInput, input) = try Self.pair()
    defer { close(theirInput) }
    let (output, theirOutput) = try Self.pair()
    defer { close(theirOutput) }
    (self.input, self.output) = (input, output)
    id = try Self.spawn(command, input: theirInput, output: theirOutput)
  }

  deinit {
    close(input)
    close(output)
  }

  /// Nil while the program runs, then its status, 0 for success.
  package var status: Int32? {
    ended.withLock { ended in
      var status: Int32 = 0
      if ended == nil, unsafe waitpid(id, &status, WNOHANG) == id { ended = status }
      return ended
    }
  }

  package func tell(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe send(input, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  package func kill() { Glibc.kill(id, SIGKILL) }

  /// The next line that the program prints; what came until then where it ended. Blocks.
  package func readLine() -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }

  /// All that the program prints until it closes its output. Blocks.
  package func readToEnd() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe read(output, &piece, piece.count)
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }

  /// Two ends of a socket pair, which no other program inherits: a pipe would be open to one that another
  /// thread starts just then.
  private static func pair() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw CannotStart(code: errno) }
    return (ends[0], ends[1])
  }

  private static func spawn(_ command: [String], input: Int32, output: Int32) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // A thread of Swift's pool has its signals blocked, and its children would have them so too.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var id: pid_t = 0
    let code = unsafe posix_spawn(&id, command[0], &actions, &attributes, &words, environ)
    guard code == 0 else { throw CannotStart(code: code) }
    return id
  }
}

struct CannotStart: Error {
  let code: Int32
}
