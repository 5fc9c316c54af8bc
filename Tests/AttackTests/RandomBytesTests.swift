import RPCTestSupport
import Testing

/// Bytes that mean nothing, the same in every run.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct RandomBytesTests {
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64.
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
  }

  @Test func `in place of a preface`() async throws {
    try await attack(mebibytes: 16) { server in
      for seed in 0..<100 {
        var chance = Chance(state: UInt64(seed))
        let peer = try await FramePeer(port: server.port, preface: false)
        peer.send(chance.bytes(1_000))
        let closes = try await peer.closes()
        #expect(closes)
      }
    }
  }

  @Test func `as frames of any type, length and stream`() async throws {
    try await attack(mebibytes: 32) { server in
      for seed in 0..<200 {
        var chance = Chance(state: UInt64(seed))
        let peer = try await FramePeer(port: server.port)
        for _ in 0..<200 {
          let payload = chance.bytes(Int.random(in: 0...40, using: &chance))
          let type = UInt8.random(in: 0...10, using: &chance)
          let flags = UInt8.random(in: 0...255, using: &chance)
          let stream = UInt32.random(in: 0...9, using: &chance)
          peer.send(Frames.frame(type: type, flags, stream, payload))
        }
        peer.send(Frames.ping())
        let answer = try await peer.next {
          $0.kind == .goAway || ($0.kind == .ping && $0.isAcknowledgement)
        }
        #expect(answer != nil || peer.isClosed)
        await peer.close()
      }
    }
  }

  @Test func `as header blocks`() async throws {
    try await attack(mebibytes: 32) { server in
      for seed in 0..<200 {
        var chance = Chance(state: UInt64(seed))
        let peer = try await FramePeer(port: server.port)
        for stream in Requests.streams(20) {
          let block = Frames.block(Requests.unary) + chance.bytes(50)
          peer.send(Frames.frame(.headers, 5, stream, block))
        }
        let answer = try await peer.next {
          $0.kind == .goAway || $0.endsStream || $0.kind == .reset
        }
        #expect(answer != nil || peer.isClosed)
        await peer.close()
      }
    }
  }

  @Test func `as messages`() async throws {
    try await attack(mebibytes: 64) { server in
      var chance = Chance(state: 7)
      let valid =
        Requests.reply(bytes: 10) + [3 << 3 | 2, 6, 1 << 3, 0, 2 << 3 | 2, 2, 0, 0, 7 << 3 | 2, 4]
        + [1 << 3, 0, 2 << 3 | 2, 0]
      var statuses: Set<String> = []
      for _ in 0..<1_000 {
        var message = valid
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
          message[Int.random(in: 0..<message.count, using: &chance)] =
            UInt8.random(in: 0...255, using: &chance)
        }
        message.removeLast(Int.random(in: 0...3, using: &chance))
        let call = try await RawCall.make(
          server.port, Requests.unary, body: Frames.message(message))
        statuses.insert(call["grpc-status"] ?? "none")
      }
      // OK, what the request asked to fail with (2), malformed, or too large.
      #expect(statuses.isSubset(of: ["0", "2", "3", "8"]), "\(statuses)")
      #expect(statuses.contains("3"))
    }
  }
}
