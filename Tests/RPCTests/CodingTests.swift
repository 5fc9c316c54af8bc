import NIOCore
import RPCTestSupport
import Testing

@testable import RPC

struct CodingTests {
  @Test(arguments: [
    ("1n", Int64(1)), ("20u", 20_000), ("300m", 300_000_000), ("4S", 4_000_000_000),
    ("5M", 300_000_000_000), ("6H", 21_600_000_000_000), ("99999999M", 5_999_999_940_000_000_000),
    ("99999999H", .max), ("00000001S", 1_000_000_000),
  ])
  func `a timeout is read in every unit`(text: String, nanoseconds: Int64) {
    #expect(Timeout.decode(Array(text.utf8)[...]) == nanoseconds)
  }

  @Test(arguments: ["", "S", "1", "1s", "1 S", "-1S", "+1S", "1.5S", "123456789S", "1SS", "S1"])
  func `a malformed timeout is none`(text: String) {
    #expect(Timeout.decode(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    (0, "0n"), (-1, "0n"), (.min, "0n"), (1, "1n"), (999, "999n"), (1_000, "1u"),
    (1_001, "1010n"), (1_234_567, "1240u"), (99_900_001, "100m"), (999_000_000, "999m"),
    (4_999_987_654, "5S"), (5_000_000_000, "5S"), (5_000_000_001, "5010m"),
    (61_500_000_000, "61500m"),
    (100_000_000_000, "100S"), (3_600_000_000_000, "1H"), (3_661_000_000_000, "3670S"),
    (124_000_000_000_000_001, "2066667M"), (.max, "2562048H"),
  ])
  func `a timeout is written with three digits, rounded up`(nanoseconds: Int64, text: String) {
    #expect(Timeout.encode(nanoseconds: nanoseconds) == text)
  }

  @Test func `a written timeout is never shorter and at most a hundredth longer`() throws {
    for exponent in 0..<62 {
      for offset: Int64 in [-1, 0, 1, 1 << (exponent / 2)] {
        let timeout = max(0, (Int64(1) << exponent) + offset)
        let text = Timeout.encode(nanoseconds: timeout)
        let read = try #require(Timeout.decode(Array(text.utf8)[...]))
        #expect(read >= timeout && read - timeout <= timeout / 100 + 1, "\(timeout): \(text)")
      }
    }
  }

  @Test func `a timeout that is written once for several is never shorter either`() throws {
    var text = TimeoutText()
    for exponent in 0..<62 {
      let longest = Int64(1) << exponent
      for timeout in [longest, longest - longest / 2_000, longest - longest / 500, longest + 1] {
        text.set(nanoseconds: timeout)
        let read = try #require(Timeout.decode(text.text.utf8))
        #expect(read >= timeout && read - timeout <= timeout / 90 + 1, "\(timeout): \(text.text)")
      }
    }
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("100%", "100%25"), ("tab\tnew\nline", "tab%09new%0Aline"),
    ("é☺", "%C3%A9%E2%98%BA"), ("", ""), (" a b ", "%20a b%20"), (" ", "%20"),
  ])
  func `a message is percent-encoded and comes back`(message: String, encoded: String) {
    #expect(PercentEncoding.encode(message) == Array(encoded.utf8))
    #expect(PercentEncoding.decode(Array(encoded.utf8)[...]) == message)
  }

  @Test(arguments: [("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%41%", "A%"), ("%c3%a9", "é")])
  func `a broken escape stands for itself`(encoded: String, message: String) {
    #expect(PercentEncoding.decode(Array(encoded.utf8)[...]) == message)
  }

  @Test func `base64 of every length comes back, padded or not`() {
    for count in 0..<50 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      let encoded = Base64.encode(bytes)
      let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - encoded.count % 4) % 4)
      #expect(Base64.decode(encoded[...]) == bytes)
      #expect(Base64.decode((encoded + padding)[...]) == bytes)
    }
    #expect(Base64.encode(Array("any carnal pleas".utf8)) == Array("YW55IGNhcm5hbCBwbGVhcw".utf8))
  }

  @Test(arguments: ["A", "AAAAA", "AA=", "A===", "=", "AA==AA==", "A-_A", "AAA\n"])
  func `what is no base64 is none`(text: String) {
    #expect(Base64.decode(Array(text.utf8)[...]) == nil)
  }

  @Test func `the end of a client's stream is remembered for the next thousand`() {
    var order = StreamOrder()
    for id in stride(from: Int32(1), through: 4_001, by: 2) {
      #expect(order.accepts(id) && !order.hasEnded(id))
      if id % 4 == 1 { order.ended(id) }
    }
    for id in stride(from: Int32(1_955), through: 4_001, by: 2) {
      #expect(order.hasEnded(id) == (id % 4 == 1), "\(id)")
    }
    #expect(!order.hasEnded(1_953) && !order.hasEnded(4_003) && !order.hasEnded(2))
    order.ended(4_003)
    #expect(order.accepts(4_003) && !order.hasEnded(4_003))
    // A leap over more ids than are remembered forgets them all.
    #expect(order.accepts(100_001) && !order.hasEnded(4_001) && !order.hasEnded(99_001))
  }

  @Test func `ids that were passed over break the order and others do not`() {
    var order = StreamOrder()
    #expect([1, 3, 9].allSatisfy { order.accepts($0) })
    #expect(![5, 7].contains { order.accepts($0) })
    // Open or closed streams and those of the server are nghttp2's to judge.
    #expect([1, 3, 9, 4, 0, 11].allSatisfy { order.accepts($0) })
    // The last id that there is.
    #expect([.max, .max, 1].allSatisfy { order.accepts($0) })
    #expect(![13].contains { order.accepts($0) })
  }

  @Test func `broken rules are seen however the bytes are cut`() {
    let bytes = Frames.preface + Frames.settings() + Frames.headers(1) + Frames.reset(1)
    for (more, expected) in [
      (Frames.headers(3), nil), (Frames.data(1, [1]), HTTP2ErrorCode.streamClosed),
      (Frames.headers(5) + Frames.headers(3), .protocolError),
    ] {
      let all = bytes + more
      for cut in 0...all.count {
        var scanner = FrameScanner()
        let found = [all[..<cut], all[cut...]].compactMap { part in
          unsafe part.withUnsafeBytes { unsafe scanner.scan($0) }
        }
        #expect(found == (expected.map { [$0] } ?? []), "cut at \(cut)")
      }
    }
  }

  @Test func `a bucket gives its burst, then its rate, and never more than its burst`() {
    var bucket = TokenBucket(burst: 3, perSecond: 2, now: .uptimeNanoseconds(0))
    func take(_ seconds: UInt64) -> Bool {
      bucket.take(now: .uptimeNanoseconds(seconds * 1_000_000_000))
    }
    #expect((0..<4).map { _ in take(0) } == [true, true, true, false])
    #expect((0..<3).map { _ in take(1) } == [true, true, false])
    #expect((0..<4).map { _ in take(1_000_000) } == [true, true, true, false])
  }
}
