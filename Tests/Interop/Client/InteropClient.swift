import ArgumentParser
import InteropProtos
import RPC

/// Runs cases of grpc's interop-test-descriptions.md against a server.
@main struct InteropClient: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interop-client", abstract: "The client of gRPC's interoperability tests.")

  @Option(name: .both("server-host"), help: "The server's host.")
  var serverHost = "127.0.0.1"
  @Option(name: .both("server-port"), help: "The server's port.")
  var serverPort: Int
  @Option(
    name: .both("test-case"),
    help: "The case, several joined by commas, or \"all\". Cases: \(TestCase.names).")
  var testCase = "all"
  @Flag(name: .both("use-tls"), help: "Connect by TLS.")
  var useTLS = false
  @Option(help: "PEM file of the certificates to believe.")
  var ca: String?
  @Option(name: .both("server-host-override"), help: "The name that the certificate must have.")
  var serverHostOverride: String?
  @Flag(
    name: .both("no-probe"),
    help: "Do not try whether the server looks if requests come compressed; some cannot see it.")
  var noProbe = false

  private var options: ChannelOptions {
    var options = ChannelOptions()
    if useTLS { options.tls = TLSOptions(trustRoots: ca, serverName: serverHostOverride) }
    options.authority = serverHostOverride
    // 1,000 replies of 314,159 bytes may all be half here.
    options.unreadBytes = 512 << 20
    return options
  }

  /// Prints a line for each case; a case that fails makes the exit code 1.
  func run() async throws {
    let target = "\(serverHost):\(serverPort)"
    var failures = 0
    for testCase in try cases() {
      let channel = RPCChannel(target: target, options: options)
      do {
        let server = Server(
          target: target, options: options, channel: channel, seesCompression: !noProbe)
        try await testCase.run(on: server)
        print("ok   \(testCase.rawValue)")
      } catch {
        failures += 1
        print("FAIL \(testCase.rawValue): \(error)")
      }
      await channel.close()
    }
    if failures > 0 { throw ExitCode.failure }
  }

  private func cases() throws -> [TestCase] {
    if testCase == "all" { return TestCase.allCases }
    return try testCase.split(separator: ",").map { name in
      guard let found = TestCase(rawValue: String(name)) else {
        throw ValidationError("There is no case \(name). Cases: \(TestCase.names).")
      }
      return found
    }
  }
}

extension NameSpecification {
  /// "--server-host", and "--server_host" as the other languages' programs have it.
  fileprivate static func both(_ name: String) -> NameSpecification {
    let underscored = String(name.map { $0 == "-" ? "_" : $0 })
    return [.customLong(name), .customLong(underscored)]
  }
}
