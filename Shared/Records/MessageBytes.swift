import NIOCore
package import RPC

extension WireMessage {
  /// The message as it goes over the wire: what events and kept answers are stored as.
  package func wireBytes() throws(RPCError) -> [UInt8] {
    var buffer = ByteBuffer()
    try appendWireBytes(to: &buffer)
    return Array(buffer.readableBytesView)
  }

  /// The message that `wireBytes` gave the bytes of.
  package init(storedBytes: [UInt8]) throws {
    self = try unsafe storedBytes.withUnsafeBytes { try unsafe Self(wireBytes: $0) }
  }
}
