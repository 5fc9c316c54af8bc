import NIOCore
import NIOSSL

/// The URI subject alternative names of the peer's certificate. NIOSSL lets no handshake complete
/// with a certificate that does not chain to the trust roots, so a certificate here was verified.
func verifiedURIs(_ channel: any Channel) -> [String] {
  guard
    let handler = try? channel.pipeline.syncOperations.handler(type: NIOSSLServerHandler.self),
    let certificate = handler.peerCertificate
  else { return [] }
  return certificate._subjectAlternativeNames().compactMap { name in
    guard name.nameType == .uri else { return nil }
    return String(decoding: name.contents, as: UTF8.self)
  }
}

extension SocketAddress {
  /// "192.0.2.1:443", "[::1]:443" or "unix:" and a path.
  var text: String {
    switch self {
    case .v4: "\(ipAddress ?? ""):\(port ?? 0)"
    case .v6: "[\(ipAddress ?? "")]:\(port ?? 0)"
    case .unixDomainSocket: "unix:\(pathname ?? "")"
    }
  }
}
