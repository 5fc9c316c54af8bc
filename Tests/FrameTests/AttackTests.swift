import RPC
import RPCTestSupport
import Testing

/// Peers that want the server to fall. It ends their connections and serves the others.
@Suite(.timeLimit(.minutes(1)))
struct AttackTests {
  private func attack(
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

  @Test func `rapid reset ends the connection`() async throws {
    try await attack { peer in
      for stream in stride(from: UInt32(1), to: 6_001, by: 2) {
        peer.send(Frames.headers(stream) + Frames.reset(stream))
      }
      let code = try await peer.goAway()
      #expect(code == 2 || code == 11)
      let closes = try await peer.closes()
      #expect(closes)
    }
  }

  @Test func `making the server reset its streams ends the connection`() async throws {
    try await attack { peer in
      for stream in stride(from: UInt32(1), to: 6_001, by: 2) {
        peer.send(Frames.headers(stream) + Frames.windowUpdate(stream, 0x7fff_ffff))
      }
      let code = try await peer.goAway()
      #expect(code == 11)
      let closes = try await peer.closes()
      #expect(closes)
    }
  }

  @Test func `headers continued without end close the connection`() async throws {
    try await attack { peer in
      peer.send(Frames.headers(1, Frames.call, 0))
      for _ in 0..<1_000 {
        peer.send(Frames.frame(.continuation, 0, 1, Frames.block([("x", "y")])))
      }
      let closes = try await peer.closes()
      #expect(closes)
    }
  }

  @Test func `settings and pings whose answers nobody reads close the connection`() async throws {
    var options = ServerOptions()
    options.limits.connections = 2
    try await withServer(options: options) { channel, port in
      _ = try await channel.echo(TestMessage("the first connection"))
      let peer = try await FramePeer(port: port)
      try await peer.stopReading()
      let ping = Frames.frame(.ping, 0, 0, [UInt8](repeating: 1, count: 8))
      let flood = (0..<1_000).flatMap { _ in Frames.settings() + ping }
      for _ in 0..<400 { peer.send(flood) }
      // A peer that does not read does not see its connection end, but there is room for another.
      let hasRoom = try await eventually {
        let another = RPCChannel(target: "127.0.0.1:\(port)")
        let error = await status { _ = try await another.echo(TestMessage("x")) }
        await another.close()
        return error == nil
      }
      #expect(hasRoom)
      await peer.close()
    }
  }

  @Test func `a header named thousands of times is counted and not kept`() async throws {
    try await attack { peer in
      // One field of 4,000 bytes goes into HPACK's dynamic table, then 8,000 references to it.
      let large =
        [0x40, 1, UInt8(ascii: "x"), 0x7f, 0xa1, 0x1e] + [UInt8](repeating: 65, count: 4_000)
      let block = Frames.block(Frames.call) + large + [UInt8](repeating: 0xbe, count: 8_000)
      peer.send(Frames.frame(.headers, Frames.endHeaders | Frames.endStream, 1, block))
      let isAnswered = try await eventually {
        peer.frames.contains { $0.kind == .headers && $0.stream == 1 }
      }
      #expect(isAnswered)
      #expect(!peer.isClosed)
    }
  }

  @Test func `more streams than granted are refused`() async throws {
    var options = ServerOptions()
    options.limits.concurrentStreams = 10
    try await attack(options: options) { peer in
      for stream in stride(from: UInt32(1), to: 41, by: 2) { peer.send(Frames.headers(stream)) }
      _ = try await eventually { peer.isClosed || peer.frames.contains { $0.kind == .reset } }
      let answered = peer.frames.filter { $0.kind == .reset || $0.kind == .goAway }
      #expect(!answered.isEmpty)
    }
  }

  @Test func `hundreds of connections that say nothing hinder nobody`() async throws {
    try await withServer { channel, port in
      var peers: [FramePeer] = []
      for _ in 0..<300 { peers.append(try await FramePeer(port: port, preface: false)) }
      let answer = try await channel.echo(TestMessage("x"))
      #expect(answer.text == "x")
      for peer in peers { await peer.close() }
    }
  }
}
