public import NIOCore

/// What the runtime must know about a message: how it becomes bytes and is made of bytes.
///
/// Decoding never sees gRPC's five-byte prefix. It throws INVALID_ARGUMENT or
/// RESOURCE_EXHAUSTED; a client reports the former of a reply as INTERNAL. A long
/// compressed message is decoded on a thread that is not its call's event loop.
@usableFromInline
package protocol WireMessage: Sendable, Equatable {
  /// The bytes are valid during the call only.
  init(wireBytes: UnsafeRawBufferPointer) throws(RPCError)
  func appendWireBytes(to buffer: inout ByteBuffer) throws(RPCError)
  /// The same with the prefix, in one step where the message knows what room it needs. Appends nothing
  /// when it throws; RESOURCE_EXHAUSTED is for a message over the output's limit.
  func appendFramed(to output: inout FramedOutput) throws(RPCError)
}
