import Contracts
import NIOCore
import RPC
import Testing

@Suite struct `A message with its prefix` {
  // With a pass for its size, and without.
  @Test(arguments: [1, 40, 5_000])
  func `is its length and its bytes, and nothing beyond a limit`(count: Int) throws {
    let text = String(repeating: "x", count: count)
    let message = TestingEcho(id: text, tags: [text, "", "short"])
    let bytes = try encoded(message)
    var buffer = ByteBuffer(string: "before")
    #expect(throws: RPCError.self) { try message.appendFramed(to: &buffer, limit: bytes.count - 1) }
    #expect(String(buffer: buffer) == "before")
    try message.appendFramed(to: &buffer, limit: bytes.count)
    #expect(buffer.readString(length: 6) == "before")
    #expect(buffer.readInteger(as: UInt8.self) == 0)
    #expect(buffer.readInteger(as: UInt32.self) == UInt32(bytes.count))
    #expect(Array(buffer.readableBytesView) == bytes)
  }
}
