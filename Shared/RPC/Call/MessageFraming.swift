import NIOCore

extension ByteBuffer {
  /// Appends a message with gRPC's prefix, or nothing when it throws. A message that compression
  /// does not make smaller is sent as it is, which its flag says.
  mutating func writeMessage(
    _ message: some WireMessage, compression: Compression?
  ) throws(RPCError) {
    let start = writerIndex
    writeRepeatingByte(0, count: 5)
    do throws(RPCError) {
      try message.appendWireBytes(to: &self)
    } catch {
      moveWriterIndex(to: start)
      throw error
    }
    if let compression { compressMessage(at: start, compression) }
    let length = writerIndex - start - 5
    guard let written = UInt32(exactly: length) else {
      moveWriterIndex(to: start)
      throw RPCError(.resourceExhausted, "A message of \(length) bytes is over \(UInt32.max).")
    }
    setInteger(written, at: start + 1)
  }

  private mutating func compressMessage(at start: Int, _ compression: Compression) {
    guard let plain = viewBytes(at: start + 5, length: writerIndex - start - 5),
      let compressed = unsafe plain.withUnsafeBytes({ unsafe compression.compress($0) }),
      compressed.count < plain.count
    else { return }
    moveWriterIndex(to: start)
    writeInteger(UInt8(1))
    writeRepeatingByte(0, count: 4)
    writeBytes(compressed)
  }
}
