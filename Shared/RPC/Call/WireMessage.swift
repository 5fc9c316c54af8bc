public import NIOCore

/// What the runtime must know about a message: how it becomes bytes and is made of bytes.
///
/// Neither side sees gRPC's five-byte prefix. Decoding throws INVALID_ARGUMENT or
/// RESOURCE_EXHAUSTED; a client reports the former of a reply as INTERNAL. A long
/// compressed message is decoded on a thread that is not its call's event loop.
@usableFromInline
package protocol WireMessage: Sendable, Equatable {
  /// The bytes are valid during the call only.
  init(wireBytes: UnsafeRawBufferPointer) throws(RPCError)
  func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError)
}
