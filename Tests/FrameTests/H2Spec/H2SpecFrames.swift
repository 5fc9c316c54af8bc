import RPCTestSupport

extension H2Spec {
  /// Section 6: each type of frame.
  static let frames =
    bodies + settings + windows
    + section(
      "http2/6.7",
      [
        .sends("PING", Frames.ping("h2spec"), .pong("h2spec")),
        .sends(
          "PING that acknowledges", Frames.ping("invalid", 1) + Frames.ping("h2spec"),
          .pong("h2spec")),
        .sends("PING on a stream", pingOnStream(1), broken),
        .sends(
          "PING of six bytes", Frames.frame(.ping, 0, 0, [0, 0, 0, 0, 0, 0]),
          .connectionError([.frameSizeError])),
      ])
    + section(
      "http2/6.8",
      [
        .sends(
          "GOAWAY on a stream", Frames.frame(.goAway, 0, 1, Frames.big(0) + Frames.big(0)), broken)
      ])
    + section("http2/6.10", continuations)

  private static let bodies =
    section(
      "http2/6.1",
      [
        .sends("DATA on no stream", test(0), broken),
        .sends(
          "DATA on a half-closed stream",
          Frames.headers(1, fields("POST"), whole) + test(), .streamError([.streamClosed])),
        .sends(
          "DATA whose padding is too long",
          post(1, [("content-length", "4")])
            + Frames.frame(.data, Frames.endStream | Frames.padded, 1, [6] + Array("Test".utf8)),
          broken),
      ])
    + section(
      "http2/6.2",
      [
        .sends("HEADERS that are not ended, then PRIORITY", priorityInside, broken),
        .sends("HEADERS that are not ended, then another stream's", headersInside, broken),
        .sends("HEADERS on no stream", get(0), broken),
        .sends(
          "HEADERS whose padding is too long",
          Frames.frame(
            .headers, whole | Frames.padded, 1,
            [UInt8(Frames.block(fields()).count + 2)] + Frames.block(fields())),
          .streamError([.protocolError])),
      ])
    + section(
      "http2/6.3",
      [
        .sends("PRIORITY on no stream", Frames.priority(0), broken),
        .sends(
          "PRIORITY of four bytes", get() + Frames.frame(.priority, 0, 1, [0x80, 0, 0, 1]),
          .streamError([.frameSizeError])),
      ])
    + section(
      "http2/6.4",
      [
        .sends("RST_STREAM on no stream", Frames.reset(0), broken),
        .sends("RST_STREAM on an idle stream", Frames.reset(1), broken),
        .sends(
          "RST_STREAM of three bytes",
          get(1) + Frames.frame(.reset, 0, 1, [0, 0, 0]), .streamError([.frameSizeError])),
      ])

  private static let settings =
    section(
      "http2/6.5",
      [
        .sends(
          "an acknowledgement with a payload", Frames.frame(.settings, 1, 0, [0]),
          .connectionError([.frameSizeError])),
        .sends(
          "SETTINGS on a stream", Frames.frame(.settings, 0, 1, [0, 3, 0, 0, 0, 100]), broken),
        .sends(
          "SETTINGS of three bytes", Frames.frame(.settings, 0, 0, [0, 3, 0]),
          .streamError([.protocolError, .frameSizeError])),
      ])
    + section(
      "http2/6.5.2",
      [
        .sends("ENABLE_PUSH 2", Frames.settings([(2, 2)]), broken),
        .sends(
          "INITIAL_WINDOW_SIZE 2^31", Frames.initialWindow(1 << 31),
          .connectionError([.flowControlError])),
        .sends("MAX_FRAME_SIZE below 2^14", Frames.settings([(5, 1 << 14 - 1)]), broken),
        .sends("MAX_FRAME_SIZE of 2^24", Frames.settings([(5, 1 << 24)]), broken),
        .sends("an unknown setting", Frames.settings([(0xff, 1)]) + Frames.ping(), .pong("ping")),
      ])
    + section(
      "http2/6.5.3",
      [
        Case(
          "the later of two values holds", .handshake,
          .send(Frames.settings([(4, 100), (4, 1)])), .expect(.settingsAcknowledged),
          .send(get()), .expect(.data(1))),
        .sends(
          "SETTINGS are acknowledged", Frames.settings([(2, 0)]), .settingsAcknowledged),
      ])

  private static let windows =
    section(
      "http2/6.9",
      [
        .sends("an increment of 0", Frames.windowUpdate(0, 0), broken),
        .sends(
          "an increment of 0 on a stream",
          get(1, Frames.endHeaders) + Frames.windowUpdate(1, 0), .streamError([.protocolError])),
        .sends(
          "WINDOW_UPDATE of three bytes", Frames.frame(.windowUpdate, 0, 0, [0, 0, 1]),
          .connectionError([.frameSizeError])),
      ])
    + section(
      "http2/6.9.1",
      [
        Case(
          "a window of 1", .handshake, .send(Frames.initialWindow(1)),
          .expect(.settingsAcknowledged), .send(get()), .expect(.data(1))),
        .sends(
          "a connection's window over 2^31-1",
          Frames.windowUpdate(0, 0x7fff_ffff) + Frames.windowUpdate(0, 0x7fff_ffff),
          .connectionError([.flowControlError])),
        .sends(
          "a stream's window over 2^31-1",
          post() + Frames.windowUpdate(1, 0x7fff_ffff) + Frames.windowUpdate(1, 0x7fff_ffff),
          .reset(1, .flowControlError)),
      ])
    + section(
      "http2/6.9.2",
      [
        Case(
          "a window opened after HEADERS", .handshake, .send(Frames.initialWindow(0)),
          .expect(.settingsAcknowledged), .send(get() + Frames.initialWindow(1)),
          .expect(.data(1))),
        Case(
          "a window that becomes negative", .handshake, .send(Frames.initialWindow(3)),
          .expect(.settingsAcknowledged), .send(get()), .expect(.data(3)),
          .send(Frames.initialWindow(2)), .expect(.settingsAcknowledged),
          .send(Frames.windowUpdate(1, 2)), .expect(.data(1))),
        .sends(
          "an initial window of 2^31", Frames.initialWindow(1 << 31),
          .connectionError([.flowControlError])),
      ])

  private static let continuations: [Case] = [
    .sends(
      "several, after HEADERS",
      get(1, Frames.endStream) + Frames.continuation(1, dummy, 0) + Frames.continuation(1, dummy),
      .headers(1)),
    .sends(
      "followed by another frame",
      Frames.headers(1, fields("POST"), 0) + Frames.continuation(1, dummy, 0) + test(), broken),
    .sends(
      "on no stream", get(1, Frames.endStream) + Frames.continuation(0, dummy), broken),
    .sends("after END_HEADERS", get() + Frames.continuation(1, dummy), broken),
    .sends(
      "after a CONTINUATION with END_HEADERS",
      get(1, Frames.endStream) + Frames.continuation(1, dummy) + Frames.continuation(1, dummy),
      broken),
    .sends(
      "after DATA",
      Frames.headers(1, fields("POST"), 0) + test() + Frames.continuation(1, dummy, 0)
        + Frames.continuation(0, dummy), broken),
  ]
}
