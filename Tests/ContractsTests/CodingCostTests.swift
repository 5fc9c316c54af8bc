import Contracts
import Foundation
import NIOCore
import Protobuf
import Testing

/// What a message costs, for the README of Protobuf:
/// `MEASURE_CODING=1 swift test -c release --filter '^ContractsTests\.CodingCost'`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MEASURE_CODING"] != nil))
struct CodingCostTests {
  @Test func `of 150 bytes decoded and encoded`() throws {
    let echo = TestingEcho(
      id: "0190f7a2-8a4e-7c1b-9b7e-3d5f6a7b8c9d", name: "Bakery on the corner of the old market",
      value: 1_735_689_600_123_456, color: .deepBlue,
      tags: ["urgent", "a tag longer than fifteen bytes", "2026", "accounting"])
    let input = try encoded(echo)
    var output = ByteBuffer()
    output.reserveCapacity(4096)
    let clock = ContinuousClock()
    var best = Duration.seconds(1)
    for _ in 0..<7 {
      let start = clock.now
      for _ in 0..<200_000 {
        output.clear()
        let message = try unsafe input.withUnsafeBytes { try unsafe TestingEcho(wireBytes: $0) }
        try message.appendWireBytes(to: &output)
      }
      best = min(best, clock.now - start)
    }
    #expect(Array(output.readableBytesView) == input)
    print("\(input.count) bytes decoded and encoded: \(best / 200_000)")
  }
}
