import Contracts
import NIOCore
import Protobuf
import RPC
import Testing

@Suite struct `Messages come back as they went` {
  @Test func `a first one`() throws {
    let echo = TestingEcho(
      id: "1", name: "Bäckerei Österreich am Ufer der großen Donau", value: -7, color: .deepBlue,
      tags: ["a", ""])
    var buffer = ByteBuffer()
    try echo.appendWireBytes(to: &buffer)
    let back = try unsafe buffer.withUnsafeReadableBytes { try unsafe TestingEcho(wireBytes: $0) }
    #expect(back == echo)
  }
}
