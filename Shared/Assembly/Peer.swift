package import Hosting
package import RPC

/// Another service that this one calls: where it is, and how each proves itself to the other. The
/// certificate is the one this service serves with.
package struct PeerSettings: Sendable {
  package let target: Setting<String>
  package static let roots = Setting.path(
    "peers.roots", help: "PEM file of the roots that other services' certificates must chain to."
  ).optional
  package static let serverName = Setting.text(
    "peers.server-name", default: "localhost",
    help: "The name that other services' certificates must carry.")

  /// - Parameter name: As in the settings: `peers.document-status`.
  package init(_ name: String, default target: String) {
    self.target = .text(
      "peers.\(name)", default: target,
      help: "Where \(name) is: host:port, unix:PATH, or its replicas, ipv4:ADDRESS:PORT,….")
  }

  /// The settings of these peers, with those that all peers share.
  package static func all(_ peers: PeerSettings...) -> [any DeclaredSetting] {
    peers.map { $0.target as any DeclaredSetting } + [roots, serverName]
  }

  /// A channel to the peer; it connects when first used and again after a loss.
  package func channel(_ context: ServiceContext) throws -> RPCChannel {
    let settings = context.settings
    var options = ChannelOptions()
    // A peer that is gone without a word is noticed while a call waits for it. Servers count PINGs
    // that come more often than every five minutes as strikes.
    options.keepalive = .seconds(330)
    options.observer = ClientCallObserver(registry: context.metrics)
    // Services of one firm's platform restart together: look again soon.
    options.backoff.initial = .milliseconds(100)
    options.backoff.maximum = .seconds(2)
    // The replicas of a peer share its calls; one that is gone is passed over.
    options.loadBalancing = .roundRobin
    if let roots = try settings[Self.roots] {
      options.tls = TLSOptions(
        certificateChain: try settings[HostSettings.tlsCertificate],
        privateKey: try settings[HostSettings.tlsKey], trustRoots: roots,
        serverName: try settings[Self.serverName])
    }
    return RPCChannel(target: try settings[target], options: options)
  }
}
