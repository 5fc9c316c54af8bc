/// The other end of a connection, as the transport proved it.
package struct Peer: Sendable, Hashable {
  /// One object behind it, since a peer goes wherever its calls go.
  private let parts: Parts

  /// "192.0.2.1:49152", "[::1]:49152" or "unix:" and a path.
  package var address: String { parts.address }
  /// The URI subject alternative names of the client certificate. Empty unless the connection is
  /// TLS and the certificate was verified against the trust roots.
  package var certificateURIs: [String] { parts.certificateURIs }

  package init(address: String, certificateURIs: [String] = []) {
    parts = Parts(address: address, certificateURIs: certificateURIs)
  }

  package static func == (left: Peer, right: Peer) -> Bool {
    left.parts === right.parts
      || left.address == right.address && left.certificateURIs == right.certificateURIs
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(address)
    hasher.combine(certificateURIs)
  }

  private final class Parts: Sendable {
    let address: String
    let certificateURIs: [String]

    init(address: String, certificateURIs: [String]) {
      self.address = address
      self.certificateURIs = certificateURIs
    }
  }
}
