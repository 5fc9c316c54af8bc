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
      id: "3f2b8c1e-7a44-4d0a-9c55-0f6d2f1b9a77", name: "warehouse-inventory-reservation-service",
      value: 1_763_676_698_123, color: .deepBlue,
      tags: ["region:eu-west", "tenant:acme-42", "prio:standard", "trace:sampled"])
    let input = try encoded(echo)
    var output = ByteBuffer()
    output.reserveCapacity(4096)
    let clock = ContinuousClock()
    var best = Duration.seconds(1)
    for _ in 0..<200 {
      let start = clock.now
      for _ in 0..<5000 {
        output.clear()
        let message = try unsafe input.withUnsafeBytes { try unsafe TestingEcho(wireBytes: $0) }
        try message.appendWireBytes(to: &output)
      }
      best = min(best, clock.now - start)
    }
    #expect(Array(output.readableBytesView) == input)
    print("\(input.count) bytes decoded and encoded: \(best / 5000)")
  }
}
