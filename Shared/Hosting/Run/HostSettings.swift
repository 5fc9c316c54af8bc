import RPC

/// The settings that every service has.
package enum HostSettings {
  package static let host = Setting.text(
    "listen.host", default: "127.0.0.1", help: "Address that calls come in on.")
  static let also = Setting.addresses(
    "listen.also", help: "Further addresses that calls come in on; may be given several times.")
  package static let tlsCertificate = Setting.path(
    "tls.certificate", help: "PEM file of the certificate chain; without it calls are plain text."
  ).optional
  package static let tlsKey = Setting.path(
    "tls.key", help: "PEM file of the certificate's private key."
  ).optional
  package static let tlsClientRoots = Setting.path(
    "tls.client-roots", help: "PEM file of the roots that client certificates must chain to."
  ).optional
  package static let tlsClients = Setting.choice(
    "tls.client-certificates", ["none", "optional", "required"], default: "optional",
    help: "Whether a client shows a certificate.")
  package static let tlsReload = Setting.duration(
    "tls.reload", .zero ... .seconds(86_400), default: .seconds(60),
    help: "How often to look for renewed TLS files, besides on SIGHUP; 0s only then.")
  package static let eventLoops = Setting.integer(
    "listen.event-loops", 0...256, default: 0, help: "Threads that serve calls; 0 is one a core.")
  private static let messageSizeRange = 1_024...(64 << 20)
  package static let messageSize = Setting.byteSize(
    "listen.message-size", messageSizeRange, default: 4 << 20, help: "Longest request message.")
  static let messageSizes = Setting.methodSizes(
    "listen.message-sizes", messageSizeRange, help: "The same of methods that differ.")
  package static let adminHost = Setting.text(
    "admin.host", default: "127.0.0.1", help: "Address of the admin port; it has no access control."
  )
  package static let adminPort = Setting.integer(
    "admin.port", 0...65_535, default: 0,
    help: "Port of /metrics, /livez and /readyz; 0 takes a free one and logs it.")
  package static let logLevel = Setting.choice(
    "log.level", ["trace", "debug", "info", "notice", "warning", "error", "critical"],
    default: "info", help: "The least that is logged.")
  package static let logFormat = Setting.choice(
    "log.format", ["auto", "json", "text"], default: "auto",
    help: "How lines look; auto is text on a terminal and JSON elsewhere.")
  package static let stopGrace = Setting.duration(
    "stop.grace", .zero ... .seconds(600), default: .seconds(20),
    help: "How long accepted calls may take to finish after SIGTERM.")
  package static let stopDrain = Setting.duration(
    "stop.drain", .zero ... .seconds(120), default: .zero,
    help: "How long to serve on after /readyz says no, so that load balancers see it.")

  /// The list, with the port that this service listens on by default.
  static func all(port: Setting<Int>) -> [any DeclaredSetting] {
    [
      host, port, also, eventLoops, messageSize, messageSizes, tlsCertificate, tlsKey,
      tlsClientRoots, tlsClients, tlsReload,
      adminHost, adminPort, logLevel, logFormat, stopGrace, stopDrain,
    ] + ConnectionSettings.all
  }

  static func port(default: Int) -> Setting<Int> {
    .integer(
      "listen.port", 0...65_535, default: `default`,
      help: "Port that calls come in on; 0 takes a free one and logs it.")
  }

  /// The transport security that the settings ask for.
  static func tls(_ settings: Settings) throws -> TLSOptions? {
    let certificate = try settings[tlsCertificate]
    let key = try settings[tlsKey]
    guard (certificate == nil) == (key == nil) else {
      throw StartFailure(.usage, "--tls-certificate and --tls-key go together")
    }
    guard let certificate else { return nil }
    let roots = try settings[tlsClientRoots]
    let clients: TLSOptions.ClientCertificates
    switch try settings[tlsClients] {
    // Without roots no client certificate could be told from one that anybody made.
    case _ where roots == nil: clients = .none
    case "required": clients = .required
    case "optional": clients = .optional
    default: clients = .none
    }
    if roots == nil, try settings[tlsClients] == "required" {
      throw StartFailure(.usage, "--tls-client-certificates required needs --tls-client-roots")
    }
    return TLSOptions(
      certificateChain: certificate, privateKey: key, trustRoots: roots,
      clientCertificates: clients)
  }
}
