/// Who this end is and whom it believes, as PEM files. TLS 1.2 or later, ALPN "h2" only.
package struct TLSOptions: Sendable {
  package enum ClientCertificates: Sendable {
    /// Not asked for.
    case none
    /// Asked for; one that is given must verify.
    case optional
    /// A client without one that verifies is refused.
    case required
  }

  /// PEM file of the certificate chain, leaf first. A client may have none.
  package var certificateChain: String?
  /// PEM file of the leaf's private key.
  package var privateKey: String?
  /// PEM file of the certificates that the other end must chain to; nil means the system's.
  package var trustRoots: String?
  /// Used by servers.
  package var clientCertificates = ClientCertificates.none
  /// Used by clients: the name to verify and to send as SNI, when it is not the target's host.
  package var serverName: String?

  package init(
    certificateChain: String? = nil, privateKey: String? = nil, trustRoots: String? = nil,
    clientCertificates: ClientCertificates = .none, serverName: String? = nil
  ) {
    self.certificateChain = certificateChain
    self.privateKey = privateKey
    self.trustRoots = trustRoots
    self.clientCertificates = clientCertificates
    self.serverName = serverName
  }
}
