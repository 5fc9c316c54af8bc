package import NIOCore
package import RPC

/// A message that is its own bytes; the byte 0xff alone is malformed.
package struct TestMessage: WireMessage {
  package var bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }
  package init(_ text: String) { bytes = Array(text.utf8) }
  package init(count: Int) { bytes = Array(repeating: 7, count: count) }

  package init(wireBytes: UnsafeRawBufferPointer) throws(RPCError) {
    bytes = unsafe Array(wireBytes)
    if bytes == [0xff] { throw RPCError(.invalidArgument, "The message is malformed.") }
  }

  package func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError) {
    buffer.writeBytes(bytes)
  }

  /// Of an even number of bytes it knows what room it needs, and asks for more, as generated messages
  /// do: a page has both kinds.
  package func appendFramed(to output: inout FramedOutput) throws(RPCError) {
    guard bytes.count.isMultiple(of: 2) else { return try output.write(unmeasured: self) }
    try unsafe output.write(room: bytes.count + 9) { target in
      unsafe target.copyBytes(from: bytes)
      return bytes.count
    }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
