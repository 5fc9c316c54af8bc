import RPC
import RPCTestSupport

/// The cases of connectrpc/conformance that concern gRPC, under that suite's names, such as
/// "grpc_client_unexpected/missing-status". What both sides must do is tried on each side for
/// itself, against hand-built frames.
enum Conformance {
  enum Kind: Sendable {
    case unary, clientStream, serverStream, fullDuplex, halfDuplex

    var path: String {
      switch self {
      case .unary: "/test.Service/Echo"
      case .clientStream: "/test.Service/Join"
      case .serverStream: "/test.Service/Numbers"
      case .fullDuplex, .halfDuplex: "/test.Service/Chat"
      }
    }
  }

  /// Every name, so that a test can count them.
  static var names: [String] {
    exchanges.map(\.id) + deadlines.map(\.id) + timeouts.map(\.id) + [
      "tls_client_certs/client-stream"
    ]
      + responses.map(\.id) + cancellations.map(\.id) + requests.map(\.id)
  }

  static let messageBytes = Array("test response".utf8)
  static let message = Frames.message(messageBytes)

  static func values(_ fields: [(String, String)], _ name: String) -> [String] {
    fields.filter { $0.0 == name }.map(\.1)
  }

  static func metadata(_ fields: [(String, String)]) -> Metadata {
    var metadata = Metadata()
    for (name, value) in fields { metadata.add(name, value) }
    return metadata
  }

  /// As `grpc-message` travels.
  static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      (0x20...0x7e).contains(byte) && byte != UInt8(ascii: "%")
        ? String(UnicodeScalar(byte))
        : "%" + String(byte >> 4, radix: 16, uppercase: true)
          + String(byte & 15, radix: 16, uppercase: true)
    }.joined()
  }
}
