import NIOCore
import RPC

/// A message that is its own bytes; the byte 0xff alone is malformed.
struct TestMessage: WireMessage {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }
  init(count: Int) { bytes = Array(repeating: 7, count: count) }

  init(wireBytes: UnsafeRawBufferPointer) throws(RPCError) {
    bytes = unsafe Array(wireBytes)
    if bytes == [0xff] { throw RPCError(.invalidArgument, "The message is malformed.") }
  }

  func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError) {
    buffer.writeBytes(bytes)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
