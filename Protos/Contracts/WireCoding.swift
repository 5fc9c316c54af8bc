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

  /// In one piece with the closure: calls of both took 25 instructions of a message of a stream.
  @inlinable @inline(__always)
  package func appendFramed(to output: inout FramedOutput) throws(RPCError) {
    try ProtobufCoding.encode(self) { packed throws(RPCError) in
      try unsafe output.write(room: packed.room) { target in unsafe packed.write(to: target) }
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
