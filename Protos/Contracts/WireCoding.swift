// Public for what is inlinable here: it is made anew for each type in the module of the messages, which spares
// a message of a stream a tenth of its instructions.
public import NIOCore
public import Protobuf
public import RPC

/// Every generated message is a message of RPC's, coded by protobuf-c.
extension WireMessage where Self: ProtobufMessage {
  @inlinable
  package init(wireBytes: UnsafeRawBufferPointer) throws(RPCError) {
    do throws(ProtobufError) {
      self = unsafe try ProtobufCoding.decode(Self.self, from: wireBytes)
    } catch {
      throw RPCError(error)
    }
  }

  @inlinable
  package func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError) {
    ProtobufCoding.encode(self) { packed in
      _ = unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: packed.room) { target in
        unsafe packed.write(to: target)
      }
    }
  }

  @inlinable
  package func appendFramed(to buffer: inout ByteBuffer, limit: Int) throws(RPCError) {
    try ProtobufCoding.encode(self) { packed throws(RPCError) in
      try unsafe buffer.writeFramed(room: packed.room, limit: limit) { target in
        unsafe packed.write(to: target)
      }
    }
  }
}

extension RPCError {
  /// A message that could not be decoded, as a status: RESOURCE_EXHAUSTED beyond a limit, else
  /// INVALID_ARGUMENT.
  @usableFromInline
  package init(_ error: ProtobufError) {
    self.init(
      error.isLimit ? .resourceExhausted : .invalidArgument, error.description, cause: error)
  }
}
