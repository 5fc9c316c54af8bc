import ArgumentParser
import Foundation
import RPC

/// Where the calls go and who makes them.
struct ConnectionFlags: ParsableArguments {
  @Option(help: ArgumentHelp("The service's address.", valueName: "host:port"))
  var target: String
  @Option(help: "Connections; callers are spread over them.")
  var connections = 1
  @Flag(help: "Speak without TLS.")
  var plaintext = false
  @Option(
    help: ArgumentHelp(
      "Certificates that the service must chain to, in PEM (DAYBOOK_ROOTS; default: the system's).",
      valueName: "file"))
  var roots: String?
  @Option(help: ArgumentHelp("A certificate, for a service identity.", valueName: "file"))
  var certificate: String?
  @Option(help: ArgumentHelp("The private key of the certificate.", valueName: "file"))
  var key: String?
  @Option(help: "The name in the service's certificate, when it is not the host.")
  var serverName: String?
  @Option(
    help: ArgumentHelp(
      "A file that holds a bearer token (DAYBOOK_TOKEN_FILE, or the token in DAYBOOK_TOKEN).",
      valueName: "file"))
  var tokenFile: String?
  @Option(
    help: ArgumentHelp("Metadata of each call; may be repeated.", valueName: "name:value"))
  var header: [String] = []
  @Option(help: ArgumentHelp("A call's deadline.", valueName: "seconds"))
  var timeout = 30.0

  func validate() throws {
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key belong together")
    }
    guard (1...10_000).contains(connections) else {
      throw ValidationError("--connections is 1 to 10000")
    }
    guard (0.001...86_400).contains(timeout) else {
      throw ValidationError("--timeout is 0.001 to 86400 seconds")
    }
    guard header.allSatisfy({ $0.contains(":") }) else {
      throw ValidationError("--header is name:value")
    }
  }

  /// Nothing connects before the first call.
  func channels(_ environment: [String: String]) throws(LoadFailure) -> [RPCChannel] {
    var options = ChannelOptions()
    options.userAgent = "daybook-load/1"
    if !plaintext {
      let roots = roots ?? environment["DAYBOOK_ROOTS"].flatMap { $0.isEmpty ? nil : $0 }
      // A connection that fails for a file says only that it failed: look at the files first.
      for path in [roots, certificate, key].compactMap(\.self) { _ = try Self.text(of: path) }
      options.tls = TLSOptions(
        certificateChain: certificate, privateKey: key, trustRoots: roots, serverName: serverName)
    }
    return (0..<connections).map { _ in RPCChannel(target: target, options: options) }
  }

  func callOptions(_ environment: [String: String]) throws(LoadFailure) -> CallOptions {
    var metadata = Metadata()
    if let token = try token(environment) { metadata.add("authorization", "Bearer \(token)") }
    for field in header {
      let parts = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      metadata.add(
        parts[0].trimmingCharacters(in: .whitespaces), parts[1].trimmingCharacters(in: .whitespaces)
      )
    }
    return CallOptions(metadata: metadata, timeout: .seconds(timeout))
  }

  private func token(_ environment: [String: String]) throws(LoadFailure) -> String? {
    func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if tokenFile == nil, let token = given("DAYBOOK_TOKEN") { return token }
    guard let file = tokenFile ?? given("DAYBOOK_TOKEN_FILE") else { return nil }
    return try Self.text(of: file).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  static func text(of path: String) throws(LoadFailure) -> String {
    do {
      return try String(contentsOf: URL(filePath: path), encoding: .utf8)
    } catch {
      throw LoadFailure("\(path) cannot be read")
    }
  }
}
