import RPCTestSupport

extension H2Spec {
  /// Section 5: the states of a stream, their order and number.
  static let streams =
    section("http2/5.1", states)
    + section(
      "http2/5.1.1",
      [
        .sends("an even id", get(2), broken),
        .sends("an id below the last", get(5) + get(3), broken),
      ])
    + section(
      "http2/5.1.2",
      [
        .sends(
          "more streams than granted",
          Frames.initialWindow(0) + (0...UInt32(grantedStreams)).flatMap { get($0 * 2 + 1) },
          .streamError([.protocolError, .refusedStream]))
      ])
    + section(
      "http2/5.3.1",
      [
        .sends(
          "HEADERS that depend on themselves", prioritized(on: 1), .streamError([.protocolError])),
        .sends(
          "PRIORITY that depends on itself", Frames.priority(1, on: 1),
          .streamError([.protocolError])),
      ])
    + section(
      "http2/5.4.1",
      [
        .sends("an invalid PING ends the connection", pingOnStream(3), .closed),
        .sends("an invalid PING is answered by GOAWAY", pingOnStream(3), broken),
      ])
    + section(
      "http2/5.5",
      [
        .sends("an unknown frame", unknownFrame + Frames.ping(), .pong("ping")),
        .sends(
          "an unknown frame inside a header block",
          get(1, Frames.endStream) + unknownFrame, broken),
      ])

  private static let states: [Case] = [
    .sends("idle: DATA", test(), .streamError([.protocolError, .streamClosed])),
    .sends("idle: RST_STREAM", Frames.reset(1), broken),
    .sends("idle: WINDOW_UPDATE", Frames.windowUpdate(1, 100), broken),
    .sends("idle: CONTINUATION", Frames.continuation(1, Frames.block(fields())), broken),
    .sends("half-closed: DATA", get() + test(), .streamError([.streamClosed])),
    .sends("half-closed: HEADERS", get() + get(), .streamError([.streamClosed])),
    .sends(
      "half-closed: CONTINUATION", get() + Frames.continuation(1, Frames.block(fields())),
      .streamError([.streamClosed, .protocolError])),
    .sends(
      "closed by RST_STREAM: DATA", get(1, Frames.endHeaders) + Frames.reset(1) + test(),
      .streamError([.streamClosed])),
    .sends(
      "closed by RST_STREAM: HEADERS", get(1, Frames.endHeaders) + Frames.reset(1) + get(),
      .streamError([.streamClosed])),
    .sends(
      "closed by RST_STREAM: CONTINUATION",
      get(1, Frames.endHeaders) + Frames.reset(1) + Frames.continuation(1, dummy),
      .streamError([.streamClosed, .protocolError])),
    afterTheEnd("closed: DATA", test(), .streamError([.streamClosed])),
    afterTheEnd("closed: HEADERS", get(), .connectionError([.streamClosed])),
    afterTheEnd(
      "closed: CONTINUATION", Frames.continuation(1, dummy),
      .connectionError([.streamClosed, .protocolError])),
  ]

  /// Sends bytes when the answer to a GET has ended.
  private static func afterTheEnd(
    _ what: String, _ bytes: [UInt8], _ expected: Expectation
  ) -> Case {
    Case(
      what, .handshake, .send(get()), .expect(.streamEnds), .send(bytes), .expect(expected))
  }

  static func pingOnStream(_ stream: UInt32) -> [UInt8] {
    Frames.frame(.ping, 0, stream, Frames.pingPayload(""))
  }
}
