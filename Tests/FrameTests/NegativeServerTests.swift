import RPC
import RPCTestSupport
import Synchronization
import Testing

/// The negative cases of grpc's doc/http2-interop-test-descriptions.md: servers that end, reset, ping
/// and pad as they like, and our client.
@Suite(.timeLimit(.minutes(2)))
struct NegativeServerTests {
  private static let reply = Frames.message([UInt8](repeating: 7, count: 1_000))
  private static let answer = Response(body: reply)
  private static let request = TestMessage(count: 271_828)

  private func call(_ channel: RPCChannel) async throws {
    let reply = try await channel.unary(
      TestMethods.echo, Self.request, .bounded, as: TestMessage.self)
    #expect(reply == TestMessage(count: 1_000))
  }

  @Test func `goaway: calls go on on another connection`() async throws {
    try await withFrameServer { peer in
      try await peer.greet()
      guard let stream = try await peer.nextRequest() else { return }
      peer.send(Self.answer.bytes(stream) + Frames.goAway(lastStream: stream))
    } _: { channel, server in
      for _ in 0..<3 { try await call(channel) }
      #expect(server.connectionCount == 3)
    }
  }

  @Test(arguments: [
    ("rst_after_header", Frames.headers(1, [(":status", "200")] + answer.headers)),
    (
      "rst_during_data",
      Frames.headers(1, [(":status", "200")] + answer.headers)
        + Frames.data(1, Array(reply[..<500]))
    ),
    (
      "rst_after_data",
      Frames.headers(1, [(":status", "200")] + answer.headers) + Frames.data(1, reply)
    ),
  ])
  func `a reset is an error whenever it comes`(what: String, sent: [UInt8]) async throws {
    try await withFrameServer { peer in
      try await peer.greet()
      if try await peer.nextRequest() == 1 { peer.send(sent + Frames.reset(1, 0)) }
      while let stream = try await peer.nextRequest() { peer.send(Self.answer.bytes(stream)) }
    } _: { channel, server in
      let error = await status { try await call(channel) }
      #expect(error?.code == .internalError || error?.code == .unknown, "\(what): \(error as Any)")
      // The connection is as good as before.
      try await call(channel)
      #expect(server.connectionCount == 1)
    }
  }

  @Test(arguments: [
    Response(headers: answer.headers + [("grpc-status", "12")], trailers: nil),
    Response(trailers: [("grpc-status", "9")]),
    Response(status: 503, headers: [], trailers: nil),
  ])
  func `a call that both sides have ended is not reset, whatever its status`(
    answer: Response
  ) async throws {
    let resets = Atomic(0)
    try await withFrameServer { peer in
      try await peer.greet()
      while let stream = try await peer.nextRequest() {
        // Those of the calls before.
        let count = peer.frames.count { $0.kind == .reset }
        resets.store(count, ordering: .relaxed)
        peer.send(answer.bytes(stream))
      }
    } _: { channel, server in
      for _ in 0..<4 { #expect(await status { try await call(channel) } != nil) }
      #expect(resets.load(ordering: .relaxed) == 0)
      #expect(server.connectionCount == 1)
    }
  }

  @Test func `ping: every PING is acknowledged`() async throws {
    let acknowledged = Atomic(0)
    try await withFrameServer { peer in
      try await peer.greet()
      guard let stream = try await peer.nextRequest() else { return }
      for number in 0..<10 {
        peer.send(Frames.ping("ping \(number)"))
        let pong = try await peer.next { $0.kind == .ping && $0.isAcknowledgement }
        if pong?.payload == Frames.pingPayload("ping \(number)") {
          acknowledged.add(1, ordering: .relaxed)
        }
      }
      peer.send(Self.answer.bytes(stream))
    } _: { channel, _ in
      try await call(channel)
      #expect(acknowledged.load(ordering: .relaxed) == 10)
    }
  }

  @Test func `max_streams: no connection has more calls than its server grants`() async throws {
    let excess = Atomic(0)
    let served = Atomic(0)
    try await withFrameServer { peer in
      try await peer.greet([(3, 1)])
      while let stream = try await peer.nextRequest() {
        // Whatever else the client meant to send on this connection has time to come.
        try await Task.sleep(for: .milliseconds(20))
        let opened = peer.frames.filter { $0.kind == .headers && $0.stream > stream }
        excess.add(opened.count, ordering: .relaxed)
        served.add(1, ordering: .relaxed)
        peer.send(Self.answer.bytes(stream))
      }
    } _: { channel, _ in
      try await call(channel)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<10 { group.addTask { try await call(channel) } }
        try await group.waitForAll()
      }
      #expect(served.load(ordering: .relaxed) == 11)
      #expect(excess.load(ordering: .relaxed) == 0)
    }
  }

  /// The padding counts for flow control: at 255 bytes for 5 of a message, 1 MiB of padding comes for
  /// 20 kB of replies, four times the stream's window of 256 KiB.
  @Test func `data_frame_padding: padding is taken off and paid back`() async throws {
    let bytes = [UInt8](repeating: 7, count: 20_000)
    try await withFrameServer { peer in
      try await peer.greet()
      guard let stream = try await peer.nextRequest() else { return }
      peer.send(Frames.headers(stream, [(":status", "200")] + Self.answer.headers))
      var window = Window(of: peer)
      var rest = Frames.message(bytes)[...]
      while !rest.isEmpty {
        try await window.take(1 + 5 + 255, stream)
        peer.send(Frames.padded(stream, Array(rest.prefix(5)), padding: 255))
        rest = rest.dropFirst(5)
      }
      peer.send(Frames.padded(stream, [], padding: 0))
      peer.send(Frames.headers(stream, [("grpc-status", "0")], 5))
    } _: { channel, _ in
      let reply = try await channel.unary(
        TestMethods.echo, TestMessage("x"), .bounded, as: TestMessage.self)
      #expect(reply == TestMessage(bytes))
    }
  }

  /// What a client lets its server send.
  private struct Window {
    let peer: FramePeer
    var stream = 0
    var connection = 65_535
    var read = 0

    init(of peer: FramePeer) { self.peer = peer }

    /// Waits until this many bytes may be sent; throws when they may not for 15 seconds.
    mutating func take(_ count: Int, _ id: UInt32) async throws {
      var isOpen = false
      _ = try await eventually {
        look(id)
        isOpen = min(stream, connection) >= count
        return isOpen
      }
      try #require(isOpen, "the client's window stays shut")
      stream -= count
      connection -= count
    }

    private mutating func look(_ id: UInt32) {
      let frames = peer.frames
      for frame in frames[read...] {
        let number = Int(frame.payload.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        switch frame.kind {
        case .windowUpdate where frame.stream == 0: connection += number
        case .windowUpdate where frame.stream == id: stream += number
        case .settings where !frame.isAcknowledgement: stream += frame.initialWindow ?? 65_535
        default: break
        }
      }
      read = frames.count
    }
  }

  @Test(arguments: [
    ("REFUSED_STREAM", ErrorCode.refusedStream, RPCError.Code.unavailable),
    ("CANCEL", .cancel, .cancelled), ("ENHANCE_YOUR_CALM", .enhanceYourCalm, .resourceExhausted),
    ("INADEQUATE_SECURITY", .inadequateSecurity, .permissionDenied),
    ("NO_ERROR", .noError, .internalError), ("PROTOCOL_ERROR", .protocolError, .internalError),
    ("INTERNAL_ERROR", .internalError, .internalError),
    ("FLOW_CONTROL_ERROR", .flowControlError, .internalError),
    ("SETTINGS_TIMEOUT", .settingsTimeout, .internalError),
    ("FRAME_SIZE_ERROR", .frameSizeError, .internalError),
    ("COMPRESSION_ERROR", .compressionError, .internalError),
    ("CONNECT_ERROR", .connectError, .internalError),
  ])
  func `RST_STREAM has its status`(
    what: String, code: ErrorCode, expected: RPCError.Code
  ) async throws {
    try await withFrameServer { peer in
      try await peer.greet()
      while let stream = try await peer.nextRequest() {
        peer.send(Frames.reset(stream, code.rawValue))
      }
    } _: { channel, _ in
      let error = await status { try await call(channel) }
      #expect(error?.code == expected, "\(what)")
    }
  }

  @Test(arguments: [
    ("DATA on no stream", Frames.data(0, [1])), ("HEADERS on no stream", Frames.headers(0)),
    ("a frame of 16 MiB", Frames.frame(.data, 0, 1, [], length: 0xff_ffff)),
    ("HPACK that points nowhere", Frames.frame(.headers, 4, 1, [0xff, 0xff, 0xff, 0x0f])),
    ("PUSH_PROMISE", Frames.frame(.pushPromise, 4, 1, Frames.big(2) + Frames.block(Frames.call))),
    ("no HTTP/2 at all", Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)),
  ])
  func `a server that breaks the connection fails the call and not the channel`(
    what: String, bytes: [UInt8]
  ) async throws {
    let attempts = Atomic(0)
    try await withFrameServer { peer in
      try await peer.greet()
      let isFirst = attempts.add(1, ordering: .relaxed).oldValue == 0
      while let stream = try await peer.nextRequest() {
        peer.send(isFirst ? bytes : Self.answer.bytes(stream))
      }
    } _: { channel, _ in
      let error = await status { try await call(channel) }
      #expect(error?.code == .unavailable, "\(what): \(error as Any)")
      try await call(channel)
    }
  }
}
