import RPC
import RPCTestSupport
import Testing

/// HTTP/2's error cases by hand-built bytes. Each ends the one connection and no other.
@Suite(.timeLimit(.minutes(1)))
struct FrameTests {
  private func peer(
    options: ServerOptions = ServerOptions(), _ body: (FramePeer) async throws -> Void
  ) async throws {
    try await withServer(options: options) { channel, port in
      let peer = try await FramePeer(port: port)
      try await body(peer)
      let answer = try await channel.echo(TestMessage("others go on"))
      #expect(answer.text == "others go on")
      await peer.close()
    }
  }

  /// A call as hand-built bytes, so that the tests below know the builders are right.
  @Test func `a call by hand-built frames is answered`() async throws {
    try await peer { peer in
      peer.send(
        Frames.headers(1) + Frames.frame(.data, Frames.endStream, 1, Frames.message([1, 2])))
      _ = try await eventually { peer.frames.filter { $0.stream == 1 }.count == 3 }
      let frames = peer.frames.filter { $0.stream == 1 }
      #expect(frames.map(\.kind) == [.headers, .data, .headers])
      #expect(frames[1].payload == Frames.message([1, 2]))
      #expect(frames[2].flags & Frames.endStream != 0)
    }
  }

  @Test func `a padded body counts without its padding`() async throws {
    try await peer { peer in
      let padded = [3] + Frames.message([1, 2]) + [0, 0, 0]
      peer.send(
        Frames.headers(1) + Frames.frame(.data, Frames.endStream | Frames.padded, 1, padded))
      _ = try await eventually { peer.frames.filter { $0.stream == 1 }.count == 3 }
      #expect(peer.frames.contains { $0.payload == Frames.message([1, 2]) })
    }
  }

  @Test(arguments: [
    ("DATA on no stream", Frames.frame(.data, 0, 0, [1]), 1),
    ("HEADERS on no stream", Frames.headers(0), 1),
    ("HEADERS on a server's stream", Frames.headers(2), 1),
    ("HEADERS on a stream passed over", Frames.headers(5) + Frames.headers(3), 1),
    (
      "HEADERS after the last stream that there is",
      Frames.headers(0x7fff_ffff) + Frames.headers(3), 1
    ),
    ("DATA on an idle stream", Frames.frame(.data, 0, 1, [1]), 1),
    ("RST_STREAM on an idle stream", Frames.reset(1), 1),
    ("WINDOW_UPDATE of nothing", Frames.windowUpdate(0, 0), 1),
    (
      "a window beyond 2^31-1",
      Frames.windowUpdate(0, 0x7fff_ffff) + Frames.windowUpdate(0, 0x7fff_ffff), 3
    ),
    ("CONTINUATION without HEADERS", Frames.frame(.continuation, 4, 1, []), 1),
    ("PUSH_PROMISE from a client", Frames.frame(.pushPromise, 4, 1, Frames.big(2)), 1),
    ("a PING of 7 bytes", Frames.frame(.ping, 0, 0, [1, 2, 3, 4, 5, 6, 7]), 6),
    ("SETTINGS of 5 bytes", Frames.frame(.settings, 0, 0, [1, 2, 3, 4, 5]), 6),
    ("SETTINGS with ENABLE_PUSH 2", Frames.settings([(2, 2)]), 1),
    ("a frame of 16 MiB", Frames.frame(.data, 0, 1, [], length: 0xff_ffff), 6),
    ("HPACK that points nowhere", Frames.frame(.headers, 5, 1, [0xff, 0xff, 0xff, 0x0f]), 9),
  ])
  func `a broken connection ends with GOAWAY`(what: String, bytes: [UInt8], code: UInt32)
    async throws
  {
    try await peer { peer in
      peer.send(bytes)
      let goAway = try await peer.goAway()
      #expect(goAway == code, "\(what)")
      let closes = try await peer.closes()
      #expect(closes, "\(what)")
    }
  }

  @Test func `what crosses the server's own RST_STREAM is no error`() async throws {
    try await peer { peer in
      peer.send(Frames.headers(1, Frames.call("/nowhere/AtAll")))
      let code = try await peer.reset(1)
      #expect(code == ErrorCode.noError.rawValue)
      peer.send(Frames.data(1, Frames.message([1])) + Frames.data(1, [], Frames.endStream))
      peer.send(Frames.ping())
      let pong = try await peer.next { $0.kind == .ping || $0.kind == .goAway }
      #expect(pong?.kind == .ping)
    }
  }

  @Test(arguments: [
    ("no method", [(":method", "")]), ("an upper-case name", [("Upper", "x")]),
    ("a connection header", [("connection", "close")]), ("another te", [("te", "gzip")]),
    ("an unknown pseudo-header", [(":other", "x")]),
  ])
  func `a malformed request is reset`(what: String, fields: [(String, String)]) async throws {
    try await peer { peer in
      let valid = Frames.call.filter { field in !fields.contains { $0.0 == field.0 } }
      let changed = fields.filter { !$0.1.isEmpty }
      peer.send(
        Frames.headers(
          1,
          changed.filter { $0.0.hasPrefix(":") } + valid + changed.filter { !$0.0.hasPrefix(":") }))
      let code = try await peer.reset(1)
      #expect(code == 1, "\(what)")
    }
  }

  @Test(arguments: [
    Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8), Array("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n".utf8),
    (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) },
  ])
  func `what is no HTTP/2 is closed`(bytes: [UInt8]) async throws {
    try await withServer { channel, port in
      let peer = try await FramePeer(port: port, preface: false)
      peer.send(bytes)
      let closes = try await peer.closes()
      #expect(closes)
    }
  }

  @Test func `a connection that says nothing is closed`() async throws {
    var options = ServerOptions()
    options.limits.handshakeTimeout = .milliseconds(100)
    try await withServer(options: options) { channel, port in
      let peer = try await FramePeer(port: port, preface: false)
      let closes = try await peer.closes()
      #expect(closes)
    }
  }
}
