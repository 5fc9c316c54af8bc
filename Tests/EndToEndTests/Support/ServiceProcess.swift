import Foundation
import RPC
import Synchronization
import Testing

/// What the services of one platform are started with alike.
struct ServiceSetup {
  let folder: URL
  let keySet: String
  /// Of client-link, document-status and integration-dispatch.
  let ports: [Int]

  func process(_ name: String, _ own: [String]) -> ServiceProcess {
    let names = ["client-link", "document-status", "integration-dispatch"]
    let pki = folder.appending(path: "pki").path
    var arguments = [
      "--store-folder", folder.appending(path: name).path, "--log-format", "json",
      "--tls-certificate", "\(pki)/\(name).pem", "--tls-key", "\(pki)/\(name)-key.pem",
      "--tls-client-roots", "\(pki)/roots.pem", "--peers-roots", "\(pki)/roots.pem",
      "--identity-keys", keySet, "--identity-issuer", Platform.issuer,
    ]
    for (peer, port) in zip(names, ports) {
      arguments +=
        peer == name
        ? ["--listen-port", "\(port)"] : ["--peers-\(peer)", "localhost:\(port)"]
    }
    let port = zip(names, ports).first { $0.0 == name }?.1 ?? 0
    return ServiceProcess(
      name: name, port: port, arguments: arguments + own,
      log: folder.appending(path: "\(name).log"), roots: "\(pki)/roots.pem")
  }
}

/// One executable: started, killed, frozen and started again on the same port and data.
final class ServiceProcess: Sendable {
  let name: String
  private let port: Int
  private let arguments: [String]
  private let log: URL
  /// PEM file of what the service's certificate chains to.
  let roots: String
  private let child = Mutex<ChildProcess?>(nil)

  init(name: String, port: Int, arguments: [String], log: URL, roots: String) {
    self.name = name
    self.port = port
    self.arguments = arguments
    self.log = log
    self.roots = roots
  }

  /// Starts it and waits until it is ready: 20 s at most.
  func start() async throws {
    let started = try ChildProcess(Tool.built(name), arguments, output: log)
    child.withLock { $0 = started }
    let seen = readyLines
    try await eventually(within: .seconds(20), "\(name) is ready") {
      if !started.isRunning { throw TestFailure("\(self.name) ended:\n\(self.logText)") }
      return self.readyLines > seen || self.readyLines > 0 && self.startedCount == self.readyLines
    }
  }

  /// Runs a command of the executable to its end, with the settings that it serves with.
  @discardableResult
  func command(_ words: String..., in folder: URL? = nil) throws -> String {
    try Tool.run(Tool.built(name), words + settings(in: folder))
  }

  /// The exit code of a command, and what it said.
  func outcome(_ words: String..., in folder: URL? = nil) throws -> (code: Int32, text: String) {
    try Tool.outcome(Tool.built(name), words + settings(in: folder))
  }

  /// Starts a command of the executable and kills it (-9) after a while.
  func cutOff(_ words: String..., after pause: Duration) async throws {
    let child = try ChildProcess(
      Tool.built(name), words + arguments, output: log.appendingPathExtension("cut"))
    try await Task.sleep(for: pause)
    child.kill()
  }

  /// What it serves with, or the same for another folder of data.
  private func settings(in folder: URL?) -> [String] {
    guard let folder else { return arguments }
    return ["--store-folder", folder.path] + arguments.dropFirst(2)
  }

  /// Where it listens, as the tool names it.
  var address: String { "localhost:\(port)" }

  /// Where it keeps its data.
  var data: URL { log.deletingLastPathComponent().appending(path: name) }

  /// kill -9, and waits for the end.
  func kill() { child.withLock { $0?.kill() } }

  /// Stops it as a supervisor would (SIGTERM); answers its exit code.
  func terminate() async throws -> Int32 {
    guard let running = child.withLock({ $0 }) else { return 0 }
    running.signal(SIGTERM)
    try await eventually(within: .seconds(20), "\(name) has stopped") { !running.isRunning }
    return running.exitCode
  }

  func freeze() { child.withLock { $0?.signal(SIGSTOP) } }
  func thaw() { child.withLock { $0?.signal(SIGCONT) } }

  var isRunning: Bool { child.withLock { $0?.isRunning ?? false } }

  /// A channel as a user's software would have it; with a certificate as another service would.
  func channel(as service: String? = nil) -> RPCChannel {
    var options = ChannelOptions()
    let pki = URL(filePath: roots).deletingLastPathComponent().path
    options.tls = TLSOptions(
      certificateChain: service.map { "\(pki)/\($0).pem" },
      privateKey: service.map { "\(pki)/\($0)-key.pem" }, trustRoots: roots)
    options.backoff.initial = .milliseconds(50)
    options.backoff.maximum = .milliseconds(200)
    return RPCChannel(target: "localhost:\(port)", options: options)
  }

  var logText: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  private var readyLines: Int { logText.ranges(of: #""message":"ready""#).count }
  private var startedCount: Int { logText.ranges(of: #""message":"starting""#).count }
}
