import RPCTestSupport
import Testing

extension Conformance {
  /// A request that our server has to make sense of. What is no gRPC is refused in HTTP's words,
  /// which a client maps to UNKNOWN.
  struct RequestCase: Sendable, CustomTestStringConvertible {
    let id: String
    var fields: [(String, String)]
    let body: [UInt8]
    var status: String?
    var http = "200"

    var testDescription: String { id }
  }

  /// The greatest message that the server under test takes.
  static let messageLimit = 10_000

  static let requests = unexpectedRequests + formatRequests + emptyRequests + sizes

  private static func fields(
    _ kind: Kind, method: String = "POST", type: String = "application/grpc"
  ) -> [(String, String)] {
    Frames.call(kind.path).map { name, value in
      switch name {
      case ":method": (name, method)
      case "content-type": (name, type)
      default: (name, value)
      }
    }
  }

  private static func request(
    _ id: String, _ status: String, _ kind: Kind = .unary, body: [UInt8] = message
  ) -> RequestCase {
    RequestCase(id: id, fields: fields(kind), body: body, status: status)
  }

  private static let unexpectedRequests: [RequestCase] = [
    request("grpc_server_unexpected/unary/no-request", "12", body: []),
    request("grpc_server_unexpected/unary/multiple-requests", "12", body: message + message),
    request("grpc_server_unexpected/server-stream/no-request", "12", .serverStream, body: []),
    request(
      "grpc_server_unexpected/server-stream/multiple-requests", "12", .serverStream,
      body: message + message),
    RequestCase(
      id: "grpc_server_unexpected/unexpected-verb", fields: fields(.unary, method: "DELETE"),
      body: message, http: "405"),
    RequestCase(
      id: "grpc_server_unexpected/unexpected-uri",
      fields: Frames.call("/test.UnknownService/UnknownMethod"), body: message, status: "12"),
    RequestCase(
      id: "grpc_server_unexpected/unexpected-codec",
      fields: fields(.unary, type: "application/grpc+foo"), body: message, http: "415"),
    RequestCase(
      id: "grpc_server_unexpected/unexpected-compression",
      fields: fields(.unary) + [("grpc-encoding", "foo")],
      body: Frames.message(messageBytes, flag: 1), status: "12"),
    RequestCase(
      id: "grpc_server_unexpected/unexpected-compressed-message",
      fields: fields(.unary) + [("grpc-encoding", "identity")],
      body: Frames.message(messageBytes, flag: 1), status: "13"),
    RequestCase(
      id: "server_unexpected/unexpected-content-type", fields: fields(.unary, type: "image/jpeg"),
      body: Array("12345678".utf8), http: "415"),
  ]

  private static let formatRequests: [RequestCase] = [
    RequestCase(
      id: "grpc_server_proto_subformat/with-proto-sub-format",
      fields: fields(.unary, type: "application/grpc+proto"), body: message, status: "0"),
    request("grpc_server_proto_subformat/without-proto-sub-format", "0"),
  ]

  private static let emptyRequests: [RequestCase] = [
    ("unary", Kind.unary), ("client-stream", .clientStream), ("server-stream", .serverStream),
    ("bidi-stream/half-duplex", .halfDuplex),
  ].map { name, kind in
    request("server_empty/\(name)/empty-request", "0", kind, body: Frames.message([]))
  }

  private static let sizes: [RequestCase] = {
    func size(_ name: String, _ kind: Kind, _ excesses: [Int], _ status: String) -> RequestCase {
      let body = excesses.flatMap { excess in
        Frames.message([UInt8](repeating: 7, count: messageLimit + excess))
      }
      return request("server_message_size/\(name)", status, kind, body: body)
    }
    let streams = [
      ("client-stream", Kind.clientStream), ("bidi-stream/half-duplex", .halfDuplex),
      ("bidi-stream/full-duplex", .fullDuplex),
    ].flatMap { name, kind in
      [
        size("\(name)/all-requests-equal-to-server-limit", kind, [0, 0], "0"),
        size("\(name)/first-request-exceeds-server-limit", kind, [10, 0], "8"),
        size("\(name)/subsequent-request-exceeds-server-limit", kind, [0, 10], "8"),
      ]
    }
    return [
      size("unary/request-equal-to-server-limit", .unary, [0], "0"),
      size("unary/request-exceeds-server-limit", .unary, [10], "8"),
      size("server-stream/request-equal-to-server-limit", .serverStream, [0], "0"),
      size("server-stream/request-exceeds-server-limit", .serverStream, [10], "8"),
    ] + streams
  }()
}
