import RPCTestSupport
import Testing

/// Frames without end, from peers that read the answers and from peers that do not.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct FloodTests {
  private static let ping = Frames.ping("flood")

  /// Sends `piece` for ever; true when the server ends it.
  private func flood(_ peer: FramePeer, _ piece: [UInt8], bytes: Int) async throws -> Bool {
    let many = Array(repeatElement(piece, count: max(1, 64 << 10 / piece.count)).joined())
    for _ in 0..<(bytes / many.count) {
      do { try await peer.sendAll(many) } catch { return true }
    }
    return try await peer.closes()
  }

  @Test(arguments: [
    ("PING", FloodTests.ping), ("SETTINGS", Frames.settings()),
    ("SETTINGS that change the table", Frames.settings([(1, 0), (1, 4_096)])),
  ])
  func `a flood that asks for answers and reads them`(what: String, piece: [UInt8]) async throws {
    try await attack(mebibytes: 16) { server in
      let peer = try await FramePeer(port: server.port)
      let ended = try await flood(peer, piece, bytes: 64 << 20)
      #expect(ended)
      #expect(try await peer.goAway() == ErrorCode.enhanceYourCalm.rawValue)
    }
  }

  /// Its acknowledgements would fill the server's memory. It does not see its GOAWAY either.
  @Test(arguments: [("PING", FloodTests.ping), ("SETTINGS", Frames.settings())])
  func `a flood that asks for answers and never reads`(what: String, piece: [UInt8]) async throws {
    try await attack(mebibytes: 16) { server in
      let peer = try await FramePeer(port: server.port)
      try await peer.stopReading()
      let ended = try await flood(peer, piece, bytes: 64 << 20)
      #expect(ended)
      await peer.close()
    }
  }

  @Test(arguments: [
    ("small fields", Frames.continuation(1, Frames.block([("x", "y")]), 0)),
    ("nothing", Frames.continuation(1, [], 0)),
    ("16 KiB each", Frames.continuation(1, [UInt8](repeating: 0x82, count: 16 << 10), 0)),
  ])
  func `headers continued without end`(what: String, piece: [UInt8]) async throws {
    try await attack(mebibytes: 16) { server in
      let peer = try await FramePeer(port: server.port)
      peer.send(Frames.headers(1, Requests.unary, 0))
      let ended = try await flood(peer, piece, bytes: 64 << 20)
      #expect(ended)
      #expect(try await peer.goAway() == ErrorCode.enhanceYourCalm.rawValue)
    }
  }

  /// These ask for nothing and cost what reading them costs: neither memory nor others' calls.
  @Test(arguments: [
    ("PRIORITY of streams without end", (0..<20_000).flatMap { Frames.priority($0 * 2 + 1) }),
    ("WINDOW_UPDATE", Frames.windowUpdate(0, 1)),
    ("an unknown type", Frames.frame(type: 0x77, 0, 0, [UInt8](repeating: 0, count: 1_000))),
    ("acknowledgements of nothing", Frames.ping("flood", Frames.acknowledge)),
  ])
  func `a flood that asks for nothing`(what: String, piece: [UInt8]) async throws {
    try await attack(mebibytes: 16) { server in
      let peer = try await FramePeer(port: server.port)
      let many = Array(repeatElement(piece, count: max(1, 64 << 10 / piece.count)).joined())
      for _ in 0..<(8 << 20 / many.count) {
        do { try await peer.sendAll(many) } catch { break }
      }
      await peer.close()
    }
  }

  @Test func `empty DATA without end`() async throws {
    try await attack(mebibytes: 16) { server in
      let peer = try await FramePeer(port: server.port)
      peer.send(Frames.headers(1, Requests.unary))
      let many = Array(repeatElement(Frames.data(1, []), count: 8_000).joined())
      for _ in 0..<60 {
        do { try await peer.sendAll(many) } catch { break }
      }
      await peer.close()
    }
  }

  @Test func `one large field named thousands of times`() async throws {
    try await attack(mebibytes: 32) { server in
      let peer = try await FramePeer(port: server.port)
      // A field of 4,000 bytes goes into the dynamic table; each reference to it is one byte.
      let field =
        [0x40, 1, UInt8(ascii: "x"), 0x7f, 0xa1, 0x1e] + [UInt8](repeating: 65, count: 4_000)
      peer.send(Frames.frame(.headers, 5, 1, Frames.block(Requests.unary) + field))
      let bomb = Frames.block(Requests.unary) + [UInt8](repeating: 0xbe, count: 15_000)
      for stream in Requests.streams(200).dropFirst() where !peer.isClosed {
        peer.send(Frames.frame(.headers, 5, stream, bomb))
        if stream % 40 == 1 {
          let answer = try await peer.next { $0.stream == stream && $0.endsStream }
          #expect(answer != nil)
        }
      }
      #expect(!peer.isClosed)
      await peer.close()
    }
  }
}
