import ArgumentParser
import Foundation
import RPC

/// What every command that calls a service takes: where the services are, who is calling, and how
/// the answer is shown.
struct ConnectionOptions: ParsableArguments {
  @Option(help: Self.address("client-link", "DAYBOOK_CLIENT_LINK", 7001))
  var clientLink: String?
  @Option(help: Self.address("document-status", "DAYBOOK_DOCUMENT_STATUS", 7002))
  var documentStatus: String?
  @Option(
    help: Self.address("integration-dispatch", "DAYBOOK_INTEGRATION_DISPATCH", 7003))
  var integrationDispatch: String?

  @Option(
    help: ArgumentHelp(
      "Certificates that the services must chain to, in PEM (DAYBOOK_ROOTS; default: the system's).",
      valueName: "file"))
  var roots: String?
  @Option(help: ArgumentHelp("This end's certificate, for a service identity.", valueName: "file"))
  var certificate: String?
  @Option(help: ArgumentHelp("The private key of the certificate.", valueName: "file"))
  var key: String?
  @Option(help: "The name in the services' certificates, when it is not the host.")
  var serverName: String?
  @Flag(help: "Speak without TLS.")
  var plaintext = false

  @Option(
    help: ArgumentHelp("A file that holds your token (DAYBOOK_TOKEN_FILE).", valueName: "file"))
  var tokenFile: String?
  @Option(
    help: """
      Your token (DAYBOOK_TOKEN). Other users of this machine can read a command line: prefer the \
      file.
      """)
  var token: String?
  @Option(
    name: [.customLong("space"), .customLong("parent")],
    help: "The space to act in: businesses/ID or partners/ID (default: your token's).")
  var space: String?

  @Option(
    help: ArgumentHelp(
      "Until a call must be answered, 0 is for ever (default: 30; for transfers of files: 0).",
      valueName: "seconds"))
  var timeout: Double?
  @Flag(help: "Print JSON for programs.")
  var json = false

  func validate() throws {
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key belong together")
    }
    guard token == nil || tokenFile == nil else {
      throw ValidationError("give --token or --token-file, not both")
    }
    if let timeout, !(0...86_400).contains(timeout) {
      throw ValidationError("--timeout is 0 to 86400 seconds")
    }
  }

  private static func address(_ service: String, _ variable: String, _ port: Int) -> ArgumentHelp {
    ArgumentHelp(
      "Where \(service) is (\(variable); default: localhost:\(port)).", valueName: "host:port")
  }
}

/// The three services, with where they are.
enum ServicePlace: String, CaseIterable {
  case clientLink = "client-link"
  case documentStatus = "document-status"
  case integrationDispatch = "integration-dispatch"

  /// The flag wins over the environment, and both over the port of a local start.
  func address(_ options: ConnectionOptions, _ environment: [String: String]) -> String {
    switch self {
    case .clientLink:
      options.clientLink ?? environment["DAYBOOK_CLIENT_LINK"] ?? "localhost:7001"
    case .documentStatus:
      options.documentStatus ?? environment["DAYBOOK_DOCUMENT_STATUS"] ?? "localhost:7002"
    case .integrationDispatch:
      options.integrationDispatch ?? environment["DAYBOOK_INTEGRATION_DISPATCH"]
        ?? "localhost:7003"
    }
  }
}
