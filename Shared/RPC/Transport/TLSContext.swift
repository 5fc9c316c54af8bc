import NIOCore
import NIOSSL

extension TLSOptions {
  func serverContext() throws -> NIOSSLContext {
    guard let certificateChain, let privateKey else {
      throw RPCError(.failedPrecondition, "TLS needs a certificate chain and a private key.")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificateChain).map {
        .certificate($0)
      },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: privateKey, format: .pem)))
    switch clientCertificates {
    case .none: configuration.certificateVerification = .none
    case .optional: configuration.certificateVerification = .optionalVerification
    case .required: configuration.certificateVerification = .noHostnameVerification
    }
    if let trustRoots { configuration.trustRoots = .file(trustRoots) }
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["h2"]
    return try NIOSSLContext(configuration: configuration)
  }

  func clientContext() throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    if let trustRoots { configuration.trustRoots = .file(trustRoots) }
    if let certificateChain, let privateKey {
      configuration.certificateChain = try NIOSSLCertificate.fromPEMFile(certificateChain).map {
        .certificate($0)
      }
      configuration.privateKey = .privateKey(
        try NIOSSLPrivateKey(file: privateKey, format: .pem))
    }
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["h2"]
    return try NIOSSLContext(configuration: configuration)
  }
}
