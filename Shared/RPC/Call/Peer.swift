/// The other end of a connection, as the transport proved it.
package struct Peer: Sendable, Hashable {
  /// "192.0.2.1:49152", "[::1]:49152" or "unix:" and a path.
  package let address: String
  /// The URI subject alternative names of the client certificate. Empty unless the connection is
  /// TLS and the certificate was verified against the trust roots.
  package let certificateURIs: [String]

  package init(address: String, certificateURIs: [String] = []) {
    self.address = address
    self.certificateURIs = certificateURIs
  }
}
