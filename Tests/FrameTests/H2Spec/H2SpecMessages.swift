import RPCTestSupport

extension H2Spec {
  /// Sections 7 and 8: error codes, and HTTP's messages.
  static let messages =
    section(
      "http2/7",
      [
        .sends(
          "GOAWAY with an unknown code", Frames.goAway(lastStream: 0, 0xff) + Frames.ping("h2spec"),
          .pongOrClosed("h2spec")),
        .sends(
          "RST_STREAM with an unknown code", post() + Frames.reset(1, 0xff) + Frames.ping(),
          .pongOrClosed("ping")),
      ])
    + section(
      "http2/8.1",
      [
        .sends(
          "further HEADERS without END_STREAM",
          post() + test(1, 0) + Frames.headers(1, [("x-test", "ok")]), malformed)
      ])
    + section(
      "http2/8.1.2",
      [.sends("a name in upper case", request(fields("GET", [("X-TEST", "ok")])), malformed)])
    + section(
      "http2/8.1.2.1",
      [
        .sends(
          "an unknown pseudo-header", request(fields("GET", [(":test", "ok")])), malformed),
        .sends(
          "a response's pseudo-header", request(fields("GET", [(":status", "200")])), malformed),
        .sends(
          "a pseudo-header in trailers",
          post() + test(1, 0) + Frames.headers(1, [(":method", "POST")]), malformed),
        .sends(
          "a pseudo-header after another", request([("x-test", "ok")] + fields()), malformed),
      ])
    + section(
      "http2/8.1.2.2",
      [
        .sends(
          "a field of the connection", request(fields("GET", [("connection", "keep-alive")])),
          malformed),
        .sends(
          "a TE other than trailers",
          request(fields("GET", [("trailers", "test"), ("te", "trailers, deflate")])), malformed),
      ])
    + section(
      "http2/8.1.2.3",
      [
        .sends(
          "an empty :path",
          request(fields().map { $0.0 == ":path" ? (":path", "") : $0 }), malformed),
        .sends("no :method", request(without(":method")), malformed),
        .sends("no :scheme", request(without(":scheme")), malformed),
        .sends("no :path", request(without(":path")), malformed),
        .sends("two :method", request(fields("GET", [(":method", "GET")])), malformed),
        .sends("two :scheme", request(fields("GET", [(":scheme", "http")])), malformed),
        .sends("two :path", request(fields("GET", [(":path", "/")])), malformed),
      ])
    + section(
      "http2/8.1.2.6",
      [
        .sends(
          "a content-length that is not the body's", post(1, [("content-length", "1")]) + test(),
          malformed),
        .sends(
          "a content-length that is not the sum of the frames'",
          post(1, [("content-length", "1")]) + test(1, 0) + test(), malformed),
      ])
    + section(
      "http2/8.2",
      [
        .sends(
          "PUSH_PROMISE",
          Frames.frame(
            .pushPromise, Frames.endHeaders, 1, Frames.big(3) + Frames.block(fields())), broken)
      ])

  private static let malformed = Expectation.streamError([.protocolError])

  private static func request(_ fields: [(String, String)]) -> [UInt8] {
    Frames.headers(1, fields, whole)
  }

  private static func without(_ name: String) -> [(String, String)] {
    fields().filter { $0.0 != name }
  }
}
