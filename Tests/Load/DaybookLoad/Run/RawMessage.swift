import NIOCore
import RPC

/// A message nobody looks into: a request that is bytes already, and of a reply its size.
struct RawMessage: WireMessage {
  var bytes: [UInt8] = []
  var size: Int

  init(bytes: [UInt8]) {
    self.bytes = bytes
    size = bytes.count
  }

  init(wireBytes: UnsafeRawBufferPointer) throws(RPCError) {
    size = wireBytes.count
  }

  func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError) {
    buffer.writeBytes(bytes)
  }
}
