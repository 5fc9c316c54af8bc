import RPCTestSupport

extension H2Spec {
  /// RFC 9113 (as RFC 7540 numbered it), sections 3 and 4: the preface and frames as such.
  static let connection =
    section(
      "http2/3.5",
      [
        Case(
          "the server's preface comes first",
          .send(Frames.preface + Frames.initialWindow(65_535)), .expect(.settings)),
        Case(
          "an invalid preface", .send(Array("INVALID CONNECTION PREFACE\r\n\r\n".utf8)),
          .expect(.closed)),
      ])
    + section(
      "http2/4.1",
      [
        .sends("a frame of unknown type", unknownFrame + Frames.ping(), .pong("ping")),
        .sends("undefined flags", Frames.ping("", 0x16), .pong("")),
        .sends(
          "the reserved bit",
          Frames.frame(.ping, 0x16, 0x8000_0000, Frames.pingPayload("")), .pong("")),
      ])
    + section(
      "http2/4.2",
      [
        .sends(
          "DATA of 2^14 bytes",
          post() + Frames.data(1, [UInt8](repeating: 0x78, count: 1 << 14), Frames.endStream),
          .headers(1)),
        .sends(
          "DATA over SETTINGS_MAX_FRAME_SIZE",
          post() + Frames.data(1, [UInt8](repeating: 0x78, count: 1 << 14 + 1), Frames.endStream),
          .streamError([.frameSizeError])),
        .sends(
          "HEADERS over SETTINGS_MAX_FRAME_SIZE",
          request(after: (0..<5).flatMap { _ in dummy }), .connectionError([.frameSizeError])),
      ])
    + section(
      "http2/4.3",
      [
        .sends(
          "an invalid header block", Frames.frame(.headers, whole, 1, [0x40]),
          .connectionError([.compressionError])),
        .sends("PRIORITY inside a header block", priorityInside, broken),
        .sends("HEADERS of another stream inside a header block", headersInside, broken),
      ])

  static let broken = Expectation.connectionError([.protocolError])
  static let unknownFrame = Frames.frame(type: 0x16, 0, 0, [UInt8](repeating: 0, count: 8))

  static let priorityInside =
    get(1, 0) + Frames.priority(1) + Frames.continuation(1, dummy)
  static let headersInside = get(1, 0) + get(3) + Frames.continuation(1, dummy)
}
