import RPC
import Testing

extension Conformance {
  /// A call as its definition has it: what is sent and what comes back.
  struct Exchange: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: Kind
    var requests = 1
    var metadata: [(String, String)] = []
    var headers: [(String, String)] = []
    var replies = 0
    var code = RPCError.Code.ok
    /// Nil is not looked at.
    var text: String? = ""
    var trailers: [(String, String)] = []

    var testDescription: String { id }
  }

  static let exchanges = basic + errors + duplicateMetadata

  private static let sent = ["Value1", "Value2"].map { ("x-conformance-test", $0) }

  private static func exchange(
    _ id: String, _ kind: Kind, requests: Int = 1, replies: Int = 0,
    _ code: RPCError.Code = .ok, _ text: String? = "", metadata: [(String, String)] = sent,
    header: [String] = ["foo"], trailer: [String] = ["bing"]
  ) -> Exchange {
    Exchange(
      id: id, kind: kind, requests: requests, metadata: metadata,
      headers: header.map { ("x-custom-header", $0) }, replies: replies, code: code, text: text,
      trailers: trailer.map { ("x-custom-trailer", $0) })
  }

  private static let basic: [Exchange] = [
    exchange("basic/unary/success", .unary, replies: 1),
    exchange("basic/client-stream/success", .clientStream, requests: 2, replies: 1),
    exchange("basic/client-stream/no-requests", .clientStream, requests: 0, replies: 1),
    exchange("basic/server-stream/success", .serverStream, replies: 2),
    exchange("basic/server-stream/no-responses", .serverStream),
    exchange("basic/bidi-stream/full-duplex/success", .fullDuplex, requests: 2, replies: 2),
    exchange("basic/bidi-stream/half-duplex/success", .halfDuplex, requests: 2, replies: 2),
    exchange("basic/bidi-stream/half-duplex/no-requests", .halfDuplex, requests: 0, replies: 0),
    exchange("basic/bidi-stream/half-duplex/no-responses", .halfDuplex, requests: 2),
    exchange(
      "basic/unimplemented", .unary, .unimplemented, nil, header: [], trailer: []),
  ]

  private static let codes: [(RPCError.Code, String)] = [
    (.cancelled, "canceled"), (.unknown, "unknown"), (.invalidArgument, "invalid-argument"),
    (.deadlineExceeded, "deadline-exceeded"), (.notFound, "not-found"),
    (.alreadyExists, "already-exists"), (.permissionDenied, "permission-denied"),
    (.resourceExhausted, "resource-exhausted"), (.failedPrecondition, "failed-precondition"),
    (.aborted, "aborted"), (.outOfRange, "out-of-range"), (.unimplemented, "unimplemented"),
    (.internalError, "internal"), (.unavailable, "unavailable"), (.dataLoss, "data-loss"),
    (.unauthenticated, "unauthenticated"),
  ]

  private static func plainError(
    _ id: String, _ kind: Kind, requests: Int = 1, _ code: RPCError.Code, _ text: String
  ) -> Exchange {
    exchange(id, kind, requests: requests, code, text, metadata: [], header: [], trailer: [])
  }

  private static let errors: [Exchange] =
    codes.map { plainError("errors/unary/\($1)", .unary, $0, $1) }
    + codes.map { plainError("errors/server-stream/\($1)", .serverStream, $0, $1) }
    + [
      exchange("errors/unary/error-with-metadata", .unary, .unauthenticated, "unauthenticated"),
      plainError(
        "errors/unary/unicode-error-message", .unary, .internalError,
        "\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\n"),
      exchange(
        "errors/server-stream/error-with-metadata", .serverStream, .unauthenticated,
        "unauthenticated"),
      exchange(
        "errors/server-stream/error-with-responses", .serverStream, replies: 2, .internalError,
        "server stream failed"),
      exchange(
        "errors/server-stream/error-with-no-responses", .serverStream, .internalError,
        "server stream failed"),
      plainError(
        "errors/client-stream/error-one-request", .clientStream, .internalError,
        "client stream failed"),
      exchange(
        "errors/client-stream/error-with-metadata", .clientStream, .unauthenticated,
        "unauthenticated"),
      plainError(
        "errors/client-stream/error-multiple-requests", .clientStream, requests: 2, .internalError,
        "client stream failed"),
      exchange(
        "errors/bidi-stream/error-with-metadata", .halfDuplex, .unauthenticated,
        "unauthenticated"),
    ]
    + bidirectionalErrors("errors", header: ["foo"], trailer: ["bing"])

  private static func bidirectionalErrors(
    _ suite: String, header: [String], trailer: [String]
  ) -> [Exchange] {
    [
      ("full-duplex/error-with-responses", Kind.fullDuplex, 2),
      ("full-duplex/error-no-responses", .fullDuplex, 0),
      ("half-duplex/error-with-responses", .halfDuplex, 2),
      ("half-duplex/error-with-no-responses", .halfDuplex, 0),
    ].map { name, kind, replies in
      exchange(
        "\(suite)/bidi-stream/\(name)", kind, requests: 2, replies: replies, .internalError,
        "bidi stream failed", header: header, trailer: trailer)
    }
  }

  private static let duplicateMetadata: [Exchange] = {
    let header = ["foo", "bar", "baz"]
    let trailer = ["bing", "quux"]
    func duplicate(
      _ name: String, _ kind: Kind, requests: Int = 1, replies: Int = 0,
      _ code: RPCError.Code = .ok, _ text: String = ""
    ) -> Exchange {
      exchange(
        "duplicate_metadata/\(name)", kind, requests: requests, replies: replies, code, text,
        header: header, trailer: trailer)
    }
    return [
      duplicate("unary/success", .unary, replies: 1),
      duplicate("unary/error", .unary, .internalError, "unary failed"),
      duplicate("client-stream/success", .clientStream, requests: 2, replies: 1),
      duplicate(
        "client-stream/error", .clientStream, requests: 2, .internalError, "client stream failed"),
      duplicate("server-stream/success", .serverStream, replies: 2),
      duplicate("server-stream/no-response", .serverStream),
      duplicate(
        "server-stream/error-with-responses", .serverStream, replies: 2, .internalError,
        "server stream failed"),
      duplicate(
        "server-stream/error-with-no-responses", .serverStream, .internalError,
        "server stream failed"),
      duplicate("bidi-stream/full-duplex/success", .fullDuplex, requests: 2, replies: 2),
      duplicate("bidi-stream/half-duplex/success", .halfDuplex, requests: 2, replies: 2),
    ] + bidirectionalErrors("duplicate_metadata", header: header, trailer: trailer)
  }()
}
