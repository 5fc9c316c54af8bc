import Dispatch
import Glibc
import Synchronization

/// A program that a test starts, whose standard input and output the test holds.
///
/// Not Foundation's `Process`: before it starts a program it lists the open descriptors, copying whole
/// entries of 280 bytes, and with some 1,361 of them the last copy reads past the end of the list and
/// may end the test's process. Tests that open a database each have that many. It also needs a run loop,
/// which tests that fill all of Swift's threads do not turn.
package final class ChildProgram: Sendable {
  private let id: pid_t
  private let input: Int32
  private let output: Int32
  /// As `waitpid` gave it; nil while the program runs.
  private let ended = Mutex<Int32?>(nil)
  /// Reads wait here and not on the few threads that all tests share.
  private let waiting = DispatchQueue(label: "child program")

  /// - Parameter command: a program, by path or as the shell would find it, and its arguments.
  package init(_ command: [String]) throws {
    let (theirInput, input) = try Self.pair()
    defer { close(theirInput) }
    let (output, theirOutput) = try Self.pair()
    defer { close(theirOutput) }
    (self.input, self.output) = (input, output)
    id = try Self.spawn(command, input: theirInput, output: theirOutput)
  }

  /// Its standard input ends; the program may go on.
  deinit {
    close(input)
    close(output)
  }

  /// Nil while the program runs, then its status as `waitpid` gives it: 0 for success.
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

  /// Ends the program where it still runs; it is gone when this returns.
  package func kill() {
    ended.withLock { ended in
      guard ended == nil else { return }
      var status: Int32 = 0
      Glibc.kill(id, SIGKILL)
      unsafe waitpid(id, &status, 0)
      ended = status
    }
  }

  /// The next line that the program prints; what came until then where it ended.
  package func line() async -> String {
    await apart { program in
      var line: [UInt8] = []
      var byte: UInt8 = 0
      while unsafe read(program.output, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
        line.append(byte)
      }
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// Runs a program to its end; answers what it printed.
  ///
  /// - Parameter seconds: After which it is killed.
  @discardableResult
  package static func run(_ command: [String], within seconds: Int = 60) async throws -> String {
    let program = try ChildProgram(command)
    let limit = DispatchWorkItem { program.kill() }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: limit)
    defer { limit.cancel() }
    let text = await program.apart { $0.readToEnd() }
    let status = await program.apart { $0.waitForEnd() }
    guard status == 0 else { throw ProgramFailed(command: command, status: status) }
    return String(decoding: text, as: UTF8.self)
  }

  private func apart<Answer: Sendable>(
    _ work: @escaping @Sendable (ChildProgram) -> Answer
  ) async -> Answer {
    await withCheckedContinuation { continuation in
      waiting.async { continuation.resume(returning: work(self)) }
    }
  }

  private func readToEnd() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe read(output, &piece, piece.count)
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }

  /// Leaves the reaping to `status`, whose lock `kill` must be able to take meanwhile.
  private func waitForEnd() -> Int32 {
    var end = unsafe siginfo_t()
    unsafe waitid(P_PID, id_t(id), &end, WEXITED | WNOWAIT)
    return status ?? -1
  }
}

/// A program ended badly, or was not done within a minute and killed.
package struct ProgramFailed: Error {
  let command: [String]
  let status: Int32
}
