import RPCTestSupport
import Testing

/// Streams opened to be reset, by the attacker (CVE-2023-44487) or by the server (CVE-2025-8671).
@Suite(.serialized, .timeLimit(.minutes(2)))
struct ResetAttackTests {
  /// Sends a blow for each stream until the server has had enough.
  private func strike(
    _ server: AttackedServer, atMost streams: Int = 100_000,
    _ blow: (UInt32) -> [UInt8]
  ) async throws {
    let peer = try await FramePeer(port: server.port)
    for first in stride(from: 1, to: streams * 2, by: 200) where !peer.isClosed {
      let blows = stride(from: UInt32(first), to: UInt32(first) + 200, by: 2).flatMap(blow)
      do { try await peer.sendAll(blows) } catch { break }
    }
    let code = try await peer.goAway()
    #expect(code == ErrorCode.enhanceYourCalm.rawValue)
    let closes = try await peer.closes()
    #expect(closes)
  }

  @Test func `rapid reset`() async throws {
    try await attack(mebibytes: 32) { server in
      for _ in 0..<5 {
        try await strike(server) { Frames.headers($0, Requests.unary) + Frames.reset($0) }
      }
    }
  }

  private static let provocations: [(String, @Sendable (UInt32) -> [UInt8])] = [
    ("a window over 2^31-1", { Frames.windowUpdate($0, 0x7fff_ffff) }),
    ("trailers that do not end", { Frames.headers($0, [("x", "y")]) }),
    ("a pseudo-header in trailers", { Frames.headers($0, [(":path", "/")], 5) }),
  ]

  @Test(arguments: provocations)
  func `streams that the server has to reset`(
    what: String, provoke: @Sendable (UInt32) -> [UInt8]
  ) async throws {
    try await attack(mebibytes: 32) { server in
      try await strike(server) { Frames.headers($0, Requests.unary) + provoke($0) }
    }
  }

  @Test func `bodies that are not what content-length says`() async throws {
    try await attack(mebibytes: 32) { server in
      try await strike(server) {
        Frames.headers($0, Requests.unary + [("content-length", "1")])
          + Frames.data($0, [1, 2], Frames.endStream)
      }
    }
  }
}
