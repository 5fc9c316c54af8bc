import Foundation
import RPC
import RPCTestSupport
import Testing

/// Real child processes of HostingProbe, which stands beside the test program.
@Suite("Process", .serialized) struct ProcessTests {
  struct Ended {
    let code: Int32
    let output: String
    let log: String
    let journal: [String]
  }

  /// Starts the probe, lets `meanwhile` act on it and waits for its end.
  func run(
    _ arguments: [String], environment: [String: String] = [:],
    meanwhile: (Process, _ log: String, _ journal: String) async throws -> Void = { _, _, _ in }
  ) async throws -> Ended {
    let folder = FileManager.default.temporaryDirectory.path + "/probe-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (out, log, journal) = (folder + "/out", folder + "/log", folder + "/journal")
    for path in [out, log] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    let process = Process()
    let here = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(filePath: here).deletingLastPathComponent()
      .appending(path: "HostingProbe")
    process.arguments = arguments
    var all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if environment["DAYBOOK_HOSTING_PROBE_JOURNAL"] == nil {
      all["DAYBOOK_HOSTING_PROBE_JOURNAL"] = journal
    }
    process.environment = all
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: log)
    try process.run()
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    try await meanwhile(process, log, journal)
    try #require(try await eventually(within: 20) { !process.isRunning })
    return Ended(
      code: process.terminationStatus, output: read(out), log: read(log),
      journal: read(journal).split(separator: "\n").map(String.init))
  }

  func read(_ path: String) -> String {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func untilReady(_ log: String) async throws {
    try #require(try await eventually { read(log).contains(#""message":"ready""#) })
  }

  @Test("SIGTERM and SIGINT stop gracefully: the round ends, then the store closes, exit 0")
  func graceful() async throws {
    for signal in [SIGTERM, SIGINT] {
      let ended = try await run(["--round", "300ms"]) { process, log, journal in
        try await untilReady(log)
        try #require(try await eventually { read(journal).hasSuffix("round begins\n") })
        kill(process.processIdentifier, signal)
      }
      #expect(ended.code == 0)
      #expect(ended.journal.first == "open")
      #expect(ended.journal.suffix(3) == ["round begins", "round ends", "close"])
      #expect(ended.log.contains(#""message":"stopped""#))
    }
  }

  @Test("Renewed certificates are taken on SIGHUP and by and by, unusable ones are logged")
  func certificates() async throws {
    let certificates = try Certificates()
    try certificates.make("server", "DNS:localhost")
    let (certificate, key) = (certificates.path("server.pem"), certificates.path("server.key"))
    for interval in ["0s", "1s"] {
      let ended = try await run([
        "--tls-certificate", certificate, "--tls-key", key, "--tls-reload", interval,
      ]) { process, log, _ in
        // The files are read before it is ready; changed earlier, they would keep it from starting.
        try await untilReady(log)
        func look(for message: String) async throws {
          let isLogged = try await eventually {
            if interval == "0s" { kill(process.processIdentifier, SIGHUP) }
            return read(log).contains(message)
          }
          #expect(isLogged, "\(message) \(interval)")
        }
        try Data("no certificate".utf8).write(to: URL(filePath: certificate))
        try await look(for: "certificates cannot be used")
        try certificates.make("server", "DNS:localhost")
        try await look(for: "certificates renewed")
        kill(process.processIdentifier, SIGTERM)
      }
      #expect(ended.code == 0)
      #expect(ended.log.components(separatedBy: "certificates cannot be used").count <= 3)
    }
  }

  @Test("A second signal a second later ends the process at once, exit 130")
  func hard() async throws {
    let ended = try await run(["--round", "60s"]) { process, log, _ in
      try await untilReady(log)
      kill(process.processIdentifier, SIGTERM)
      // The same wish, from a script that passes its signal on.
      kill(process.processIdentifier, SIGINT)
      try await Task.sleep(for: .milliseconds(1_200))
      #expect(process.isRunning)
      kill(process.processIdentifier, SIGTERM)
    }
    #expect(ended.code == 130)
    #expect(ended.log.contains("second signal, stopping at once"))
    #expect(!ended.journal.contains("close"))
  }

  @Test("A signal while it starts stops it after the start, without taking calls")
  func early() async throws {
    let ended = try await run(["--start", "slow"]) { process, log, _ in
      try #require(try await eventually { read(log).contains(#""message":"starting""#) })
      kill(process.processIdentifier, SIGTERM)
    }
    #expect(ended.code == 0)
    #expect(ended.journal == ["open", "close"])
    #expect(!ended.log.contains(#""message":"ready""#))
  }

  @Test("A SIGHUP while it starts ends nothing")
  func renewalWhileStarting() async throws {
    let ended = try await run(["--start", "slow"]) { process, log, _ in
      try #require(try await eventually { read(log).contains(#""message":"starting""#) })
      kill(process.processIdentifier, SIGHUP)
      try await untilReady(log)
      kill(process.processIdentifier, SIGTERM)
    }
    #expect(ended.code == 0)
  }

  @Test(
    "What keeps it from starting has an exit code and one line that says why",
    arguments: [
      (["--nope"], 64, "unknown flag --nope"),
      (["--listen-port", "x"], 64, "--listen-port: \"x\" is not a whole number"),
      (["databse", "status"], 64, "did you mean database status?"),
      (["--tls-key", "/x"], 64, "--tls-certificate and --tls-key go together"),
      (["--start", "locked"], 75, "another process holds the folder"),
      (["--start", "throws"], 70, "failed: INTERNAL: broken\\nline"),
      (["--admin-host", "192.0.2.1"], 69, "cannot open the admin port 192.0.2.1:0"),
    ] as [([String], Int32, String)])
  func failures(arguments: [String], code: Int32, word: String) async throws {
    let ended = try await run(arguments)
    #expect(ended.code == code)
    let matching = ended.log.split(separator: "\n").filter {
      $0.replacing("\\\"", with: "\"").contains(word)
    }
    #expect(matching.count == 1, "\(ended.log)")
    #expect(ended.journal.last != "round begins")
  }

  @Test("Commands, help, version and the configuration are printed, exit 0")
  func printed() async throws {
    #expect(try await run(["database", "status"]).output == "command ran in hosting-probe\n")
    #expect(try await run(["--version"]).output == "hosting-probe 0.1\n")
    let help = try await run(["--help"])
    for word in ["--listen-port\n", "--mail-password-file, DAYBOOK_HOSTING_PROBE_MAIL_PASSWORD\n"] {
      #expect(help.output.contains(word))
    }
    #expect(help.output.contains("75  another process holds the data folder"))
    let printed = try await run(
      ["--print-configuration", "--listen-port=81"],
      environment: ["DAYBOOK_HOSTING_PROBE_MAIL_PASSWORD": "hunter2"])
    #expect(printed.output.contains("listen.port = 81  (--listen-port)\n"))
    #expect(
      printed.output.contains("mail.password = ***  (DAYBOOK_HOSTING_PROBE_MAIL_PASSWORD)\n"))
    for ended in [help, printed] {
      #expect(ended.code == 0)
      #expect(!(ended.output + ended.log).contains("hunter2"))
      #expect(ended.journal.isEmpty)
    }
  }

  @Test("A running process logs its settings without secrets and answers on its admin port")
  func running() async throws {
    let secret = ["DAYBOOK_HOSTING_PROBE_MAIL_PASSWORD": "hunter2"]
    let ended = try await run([], environment: secret) { process, log, _ in
      try await untilReady(log)
      let client = try RawClient(port: try #require(port(in: log, after: "admin port open")))
      client.send("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(await client.readToEnd().contains("\nprobe_depth 3\n"))
      kill(process.processIdentifier, SIGTERM)
    }
    #expect(ended.log.contains(#""mail.password":"***""#))
    #expect(!ended.log.contains("hunter2"))
  }

  @Test("Health to gRPC and readiness on the admin port follow the checks and end with the stop")
  func health() async throws {
    let method = RPCMethod(
      service: "grpc.health.v1.Health", name: "Watch", kind: .serverStreaming, idempotency: .unknown
    )
    let broken = FileManager.default.temporaryDirectory.path + "/broken-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: broken) }
    let ended = try await run(["--stop-drain", "300ms", "--broken", broken]) { process, log, _ in
      try await untilReady(log)
      let rpc = try #require(port(in: log, after: "ready"))
      let admin = try #require(port(in: log, after: "admin port open"))
      let channel = RPCChannel(target: "127.0.0.1:\(rpc)")
      var statuses = try await channel.serverStreaming(
        method, ServedCallTests.Text(text: ""),
        CallOptions(timeout: .seconds(20), waitForReady: true), as: ServedCallTests.Text.self
      ).makeAsyncIterator()
      // HealthCheckResponse { status: SERVING }, then NOT_SERVING.
      #expect(try await statuses.next()?.text == "\u{8}\u{1}")
      #expect(try await ready(admin) == "200")
      try #require(FileManager.default.createFile(atPath: broken, contents: nil))
      #expect(try await statuses.next()?.text == "\u{8}\u{2}")
      #expect(try await ready(admin) == "503")
      try FileManager.default.removeItem(atPath: broken)
      #expect(try await statuses.next()?.text == "\u{8}\u{1}")
      kill(process.processIdentifier, SIGTERM)
      #expect(try await statuses.next()?.text == "\u{8}\u{2}")
      #expect(try await ready(admin) == "503")
      let error = await #expect(throws: RPCError.self) { _ = try await statuses.next() }
      #expect(error?.code == .unavailable)
      await channel.close()
    }
    #expect(ended.code == 0)
    #expect(ended.log.contains(#""cause":"failed store: UNAVAILABLE: broken""#), "\(ended.log)")
    #expect(ended.log.contains("all checks pass again"))
  }

  @Test("A port in use is one clear line and exit 69")
  func portInUse() async throws {
    let first = try await run([]) { process, log, _ in
      try await untilReady(log)
      let rpc = try #require(port(in: log, after: "ready"))
      let second = try await run(["--listen-port", String(rpc)])
      #expect(second.code == 69)
      #expect(second.log.contains("cannot listen on 127.0.0.1:\(rpc)"))
      #expect(second.log.contains("ddress already in use"))
      #expect(second.journal.last == "close")
      kill(process.processIdentifier, SIGTERM)
    }
    #expect(first.code == 0)
  }

  private func port(in log: String, after message: String) -> Int? {
    let line = read(log).split(separator: "\n").first { $0.contains("\"message\":\"\(message)\"") }
    return line?.firstMatch(of: /"port":"([0-9]+)"/).flatMap { Int($0.1) }
  }

  private func ready(_ port: Int) async throws -> String {
    let client = try RawClient(port: port)
    client.send("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n")
    return String(await client.readToEnd().dropFirst("HTTP/1.1 ".count).prefix(3))
  }
}
