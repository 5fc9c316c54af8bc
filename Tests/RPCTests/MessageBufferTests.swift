import NIOCore
import Testing

@testable import RPC

struct MessageBufferTests {
  private static func frame(_ length: UInt32, flag: UInt8 = 0, _ body: [UInt8] = []) -> [UInt8] {
    [flag] + (0..<4).reversed().map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) } + body
  }

  private func append(_ bytes: [UInt8], to buffer: inout MessageBuffer) throws {
    try unsafe bytes.withUnsafeBytes { raw in try unsafe buffer.append(raw) }
  }

  private func take(_ buffer: inout MessageBuffer) throws -> [UInt8]? {
    var message: [UInt8]?
    _ = try unsafe buffer.take { bytes throws(RPCError) in message = unsafe Array(bytes) }
    return message
  }

  @Test func `messages cut anywhere come out whole`() throws {
    let wire = Self.frame(3, [1, 2, 3]) + Self.frame(0) + Self.frame(2, [4, 5])
    for cut in 0...wire.count {
      var buffer = MessageBuffer(limit: 10)
      try append(Array(wire[..<cut]), to: &buffer)
      var taken: [[UInt8]] = []
      while let message = try take(&buffer) { taken.append(message) }
      try append(Array(wire[cut...]), to: &buffer)
      while let message = try take(&buffer) { taken.append(message) }
      #expect(taken == [[1, 2, 3], [], [4, 5]])
      #expect(buffer.isEmpty)
    }
  }

  @Test(arguments: [11, 0xffff_ffff] as [UInt32])
  func `a length over the limit is refused at its prefix`(length: UInt32) {
    var buffer = MessageBuffer(limit: 10)
    let error = #expect(throws: RPCError.self) { try append(Self.frame(length), to: &buffer) }
    #expect(error?.code == .resourceExhausted)
  }

  @Test(arguments: [1, 2, 255] as [UInt8])
  func `a flag other than zero is refused`(flag: UInt8) {
    var buffer = MessageBuffer(limit: 10)
    let error = #expect(throws: RPCError.self) {
      try append(Self.frame(1, flag: flag), to: &buffer)
    }
    #expect(error?.code == .internalError)
  }

  @Test func `the message at the head is paid back as it comes, those behind it when taken`() throws
  {
    var buffer = MessageBuffer(limit: 1_000)
    try append(Self.frame(10, [1, 2, 3]), to: &buffer)
    #expect(buffer.payBack() == 8)
    try append([4, 5, 6, 7, 8, 9, 10] + Self.frame(4, [1, 2, 3, 4]) + Self.frame(9), to: &buffer)
    // The head became complete: what arrived with its end waits until it is taken.
    #expect(buffer.payBack() == 0)
    _ = try take(&buffer)
    #expect(buffer.payBack() == 7)
    _ = try take(&buffer)
    #expect(buffer.payBack() == 14)
  }
}
