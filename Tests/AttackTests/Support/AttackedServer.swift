import Foundation
import Glibc
import RPC
import RPCTestSupport
import Testing

/// The real interop-server in a process of its own, so that its memory can be read, while somebody
/// else calls it and has to be answered.
struct AttackedServer: Sendable {
  let port: Int
  /// How many connections attackers may open: all but a few of those that the server takes
  /// (`ServerLimits.connections`), or fewer where this machine grants fewer files.
  let connections: Int
  fileprivate let memory: ProcessMemory

  /// What the server has gained since the attack began, in MiB, at its highest.
  var gained: Int { get throws { try memory.gained } }
}

/// Runs `attack` on a server of its own. Afterwards the server lives, gained no more than `mebibytes`
/// of resident memory at any time, and answered every call that another client made meanwhile.
func attack(
  mebibytes bound: Int, calls: Int = 3, _ attack: (AttackedServer) async throws -> Void
) async throws {
  let files = raiseFileLimit()
  let process = try ServerProcess()
  defer { process.kill() }
  let port = try await process.port()
  let bystander = Bystander(port: port)
  try await bystander.call()
  let memory = try ProcessMemory(of: process.pid)
  let server = AttackedServer(
    port: port, connections: min(9_990, files - 300), memory: memory)
  let calling = Task { await bystander.run() }
  do {
    try await attack(server)
    // It is still there for others, also after the last blow.
    let isServed = try await eventually { await bystander.answered >= calls }
    let answered = await bystander.answered
    #expect(isServed, "others were answered \(answered) times")
  } catch {
    calling.cancel()
    _ = await calling.value
    throw error
  }
  calling.cancel()
  let failures = await calling.value
  #expect(failures.isEmpty, "others failed: \(failures.prefix(3))")
  #expect(process.isRunning)
  let gained = try memory.gained
  #expect(gained <= bound, "the server gained \(gained) MiB")
  let answered = await bystander.answered
  print("attack: \(gained) MiB of \(bound) gained, \(answered) calls of others answered")
  await bystander.close()
}

/// The server as a child process; ended by its own pid.
private final class ServerProcess {
  private let process = Process()
  private let output: URL

  init() throws {
    let here = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(filePath: here).deletingLastPathComponent()
      .appending(path: "interop-server")
    output = FileManager.default.temporaryDirectory.appending(path: "attacked-\(UUID())")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var pid: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// The port that it says it serves on.
  func port() async throws -> Int {
    var port: Int?
    _ = try await eventually {
      let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
      guard text.hasSuffix("\n") else { return false }
      port = text.split(separator: ":").last.flatMap { Int($0.dropLast()) }
      return port != nil
    }
    return try #require(port, "interop-server did not start")
  }

  func kill() {
    Glibc.kill(pid, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: output)
  }
}

/// The resident memory of a process, as the kernel counts it.
private struct ProcessMemory: Sendable {
  private let pid: Int32
  private let before: Int

  init(of pid: Int32) throws {
    self.pid = pid
    // Forgets the greatest value so far.
    try Data("5".utf8).write(to: URL(filePath: "/proc/\(pid)/clear_refs"))
    before = try Self.highest(pid)
  }

  var gained: Int { get throws { (try Self.highest(pid) - before) / 1_024 } }

  private static func highest(_ pid: Int32) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return try #require(line?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
  }
}

/// As many files as this process may have: attackers open thousands, and the server inherits it.
private func raiseFileLimit() -> Int {
  var limit = rlimit()
  unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  limit.rlim_cur = limit.rlim_max
  unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  return Int(clamping: limit.rlim_cur)
}
