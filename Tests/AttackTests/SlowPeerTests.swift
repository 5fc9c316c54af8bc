import RPCTestSupport
import Testing

/// Peers that take their time, hold what they have, or only open connections.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SlowPeerTests {
  private func connect(_ count: Int, _ server: AttackedServer, preface: Bool) async throws
    -> [FramePeer]
  {
    var peers: [FramePeer] = []
    for _ in 0..<count { peers.append(try await FramePeer(port: server.port, preface: preface)) }
    return peers
  }

  @Test func `a preface that comes byte by byte`() async throws {
    try await attack(mebibytes: 16) { server in
      let peers = try await connect(100, server, preface: false)
      for byte in Frames.preface {
        for peer in peers where !peer.isClosed { peer.send([byte]) }
        try await Task.sleep(for: .milliseconds(500))
      }
      // The whole preface took 12 seconds; 10 are granted.
      for peer in peers {
        let closes = try await peer.closes()
        #expect(closes)
      }
    }
  }

  @Test func `messages that are promised and never come`() async throws {
    try await attack(mebibytes: 128) { server in
      let peers = try await connect(10, server, preface: true)
      for peer in peers {
        for stream in Requests.streams(1_000) {
          let promise = Frames.message([1], length: 4 << 20)
          peer.send(Frames.headers(stream, Requests.unary) + Frames.data(stream, promise))
        }
      }
      // The server has read it all when it answers what came after.
      for peer in peers {
        peer.send(Frames.ping())
        let pong = try await peer.next { $0.kind == .ping && $0.isAcknowledgement }
        #expect(pong != nil)
      }
      for peer in peers { await peer.close() }
    }
  }

  @Test func `bodies that come byte by byte`() async throws {
    try await attack(mebibytes: 32) { server in
      let peers = try await connect(100, server, preface: true)
      let body = Frames.message([UInt8](repeating: 0, count: 100), length: 4 << 20)
      for peer in peers { peer.send(Frames.headers(1, Requests.unary)) }
      for byte in body {
        for peer in peers { peer.send(Frames.data(1, [byte])) }
        try await Task.sleep(for: .milliseconds(20))
      }
      for peer in peers { await peer.close() }
    }
  }

  /// A reply that nobody takes waits at the server; all of them together have 512 MiB
  /// (`ServerLimits.unreadBytes`), then calls are refused.
  @Test(arguments: [
    Reluctance(
      "one reply of 1 MiB", Requests.unary, Requests.reply(bytes: 1 << 20), isRefused: true),
    Reluctance("replies of 256 KiB", Requests.streaming, Requests.replies(100, bytes: 256 << 10)),
  ])
  func `windows that never open`(calls: Reluctance) async throws {
    try await attack(mebibytes: 640) { server in
      var peers: [FramePeer] = []
      for _ in 0..<2 {
        let peer = try await FramePeer(port: server.port, settings: [(4, 0)])
        peer.send(calls.bytes)
        peers.append(peer)
      }
      for peer in peers {
        peer.send(Frames.ping())
        let pong = try await peer.next(within: .seconds(60)) {
          $0.kind == .ping && $0.isAcknowledgement
        }
        #expect(pong != nil)
      }
      if calls.isRefused {
        let isRefused = try await eventually {
          peers.contains { $0.frames.contains { $0.kind == .headers && $0.endsStream } }
        }
        #expect(isRefused, "2,000 replies of 1 MiB are over the budget")
      }
      for peer in peers { await peer.close() }
    }
  }

  @Test func `windows of 2^31-1 and a socket that is never read`() async throws {
    try await attack(mebibytes: 640) { server in
      let peer = try await FramePeer(port: server.port, settings: [(4, 0x7fff_ffff)])
      try await peer.stopReading()
      peer.send(Frames.windowUpdate(0, 0x7fff_0000))
      let calls = Reluctance(
        "", Requests.streaming, Requests.replies(100, bytes: 256 << 10))
      try await peer.sendAll(calls.bytes)
      // The highest value is looked at when this has lasted a while.
      try await Task.sleep(for: .seconds(3))
      await peer.close()
    }
  }

  /// A thousand calls whose replies the client does not take.
  struct Reluctance: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let isRefused: Bool

    init(_ what: String, _ call: [(String, String)], _ request: [UInt8], isRefused: Bool = false) {
      testDescription = what
      let body = Frames.message(request)
      bytes = Requests.streams(1_000).flatMap {
        Frames.headers($0, call) + Frames.data($0, body, Frames.endStream)
      }
      self.isRefused = isRefused
    }
  }

  /// All that the server takes (`ServerLimits.connections`), the other client's among them.
  @Test func `10,000 connections that say nothing`() async throws {
    try await attack(mebibytes: 256) { server in
      let peers = try await connect(server.connections, server, preface: false)
      let closed = try await eventually(within: .seconds(60)) { peers.allSatisfy(\.isClosed) }
      #expect(closed, "a connection has ten seconds for its preface")
    }
  }

  @Test func `10,000 connections opened and left`() async throws {
    try await attack(mebibytes: 512) { server in
      let peers = try await connect(server.connections, server, preface: true)
      let last = try #require(peers.last)
      let settings = try await last.next { $0.kind == .settings }
      #expect(settings != nil)
      // One more than there may be is closed at once.
      for _ in 0..<20 { _ = try? await FramePeer(port: server.port) }
      for peer in peers { await peer.close() }
    }
  }
}
