import RPC
import RPCTestSupport
import Testing

extension Conformance {
  /// A response that our client has to make sense of.
  struct ResponseCase: Sendable, CustomTestStringConvertible {
    let id: String
    var kind = Kind.unary
    let response: Response
    /// Any of these; OK is one of them.
    let codes: [RPCError.Code]
    var text: String?
    var header: [String]?
    var trailer: [String]?

    var testDescription: String { id }
  }

  static let responses = trailers + empty + formats + unexpected + mappings

  private static let grpc = [("content-type", "application/grpc")]
  private static let failed = [("grpc-status", "9"), ("grpc-message", "error")]

  private static func fields(_ name: String, _ values: [String]) -> [(String, String)] {
    values.map { (name, $0) }
  }

  private static let trailers: [ResponseCase] = [
    ("expected", ["foo"], ["bing"]),
    ("duplicate-metadata", ["foo", "bar", "baz"], ["bing", "quuz"]),
  ].flatMap { name, header, trailer in
    let custom = fields("x-custom-trailer", trailer)
    return [
      ResponseCase(
        id: "grpc_client_trailers/trailers-at-end/\(name)",
        response: Response(
          headers: grpc + fields("x-custom-header", header), trailers: failed + custom),
        codes: [.failedPrecondition], text: "error", trailer: trailer),
      ResponseCase(
        id: "grpc_client_trailers/trailers-only/\(name)",
        response: Response(headers: grpc + custom + failed, trailers: nil),
        codes: [.failedPrecondition], text: "error", trailer: trailer),
    ]
  }

  private static let empty: [ResponseCase] = [
    ("unary", Kind.unary), ("client-stream", .clientStream), ("server-stream", .serverStream),
    ("bidi-stream/half-duplex", .halfDuplex),
  ].map { name, kind in
    ResponseCase(
      id: "grpc_client_empty/\(name)/empty-response", kind: kind,
      response: Response(
        headers: [("content-type", "application/grpc+proto"), ("x-custom-header", "foo")],
        body: Frames.message([]), trailers: [("grpc-status", "0"), ("x-custom-trailer", "bing")]),
      codes: [.ok], header: ["foo"], trailer: ["bing"])
  }

  private static let formats: [ResponseCase] = [
    ("with-proto-sub-format", "application/grpc+proto"),
    ("without-proto-sub-format", "application/grpc"),
  ].map { name, type in
    ResponseCase(
      id: "grpc_client_proto_subformat/\(name)",
      response: Response(headers: [("content-type", type)], body: message), codes: [.ok])
  }

  private static func strange(
    _ name: String, _ response: Response, _ codes: RPCError.Code..., kind: Kind = .unary
  ) -> ResponseCase {
    ResponseCase(
      id: "grpc_client_unexpected/\(name)", kind: kind, response: response, codes: codes)
  }

  private static let unexpected: [ResponseCase] = [
    strange(
      "missing-status", Response(trailers: [("grpc-message", "error")]), .unknown, .internalError),
    strange("unary/ok-but-no-response", Response(), .unimplemented),
    strange("unary/multiple-responses", Response(body: message + message), .unimplemented),
    strange("client-stream/ok-but-no-response", Response(), .unimplemented, kind: .clientStream),
    strange(
      "client-stream/multiple-responses", Response(body: message + message), .unimplemented,
      kind: .clientStream),
    strange(
      "trailers-only/ignore-header-if-body-present",
      Response(headers: grpc + [("grpc-status", "9")], body: message, trailers: nil),
      .internalError, .unknown),
    strange(
      "trailers-only/ignore-header-if-trailer-present",
      Response(
        headers: grpc + [("grpc-status", "8")], trailers: [("foo", "bar"), ("grpc-status", "9")]),
      .failedPrecondition),
    strange(
      "unexpected-content-type",
      Response(headers: [("content-type", "image/jpeg")], trailers: nil), .unknown),
    strange(
      "unexpected-codec",
      Response(
        headers: [("content-type", "application/grpc+json")],
        body: Frames.message(Array(#"{"payload": {}}"#.utf8))),
      .internalError, .unknown, .unimplemented),
    strange(
      "unexpected-compression",
      Response(
        headers: grpc + [("grpc-encoding", "foo")], body: Frames.message(messageBytes, flag: 1)),
      .internalError),
    strange(
      "unexpected-compressed-message",
      Response(
        headers: grpc + [("grpc-encoding", "identity")],
        body: Frames.message(messageBytes, flag: 1)),
      .internalError),
  ]

  /// HTTP statuses without any of gRPC's.
  private static let mappings: [ResponseCase] = [
    ("client_http_to_rpc_code/bad-request", 400, RPCError.Code.internalError),
    ("client_http_to_rpc_code/unauthorized", 401, .unauthenticated),
    ("client_http_to_rpc_code/forbidden", 403, .permissionDenied),
    ("client_http_to_rpc_code/not-found", 404, .unimplemented),
    ("client_http_to_rpc_code/conflict", 409, .unknown),
    ("client_http_to_rpc_code/precondition-failed", 412, .unknown),
    ("client_http_to_rpc_code/payload-too-large", 413, .unknown),
    ("client_http_to_rpc_code/unsupported-media-type", 415, .unknown),
    ("client_http_to_rpc_code/too-many-requests", 429, .unavailable),
    ("client_http_to_rpc_code/request-header-fields-too-large", 431, .unknown),
    ("client_http_to_rpc_code/bad-gateway", 502, .unavailable),
    ("client_http_to_rpc_code/service-unavailable", 503, .unavailable),
    ("client_http_to_rpc_code/gateway-timeout", 504, .unavailable),
    ("client_http_to_rpc_code/http-version-not-supported", 505, .unknown),
    ("client_unexpected/unmapped-http-status-code", 418, .unknown),
    ("client_unexpected/nonexistent-http-status-code", 800, .unknown),
  ].map { id, status, code in
    ResponseCase(
      id: id, response: Response(status: status, headers: [], trailers: nil), codes: [code])
  }
}
