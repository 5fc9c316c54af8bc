import NIOCore

extension ByteBuffer {
  private static let prefixBytes = 5
  /// For the prefix and a short message.
  private static let room = 64

  /// Appends a message with gRPC's prefix, or nothing when it throws. Throws RESOURCE_EXHAUSTED when
  /// the message has more than `limit` bytes.
  mutating func writeMessage(
    _ message: some WireMessage, limit: Int = .max
  ) throws(RPCError) {
    try writeMessage(limit: limit) { buffer throws(RPCError) in
      try message.appendWireBytes(to: &buffer)
    }
  }

  /// The same for what `write` writes.
  mutating func writeMessage(
    limit: Int, _ write: (inout ByteBuffer) throws(RPCError) -> Void
  ) throws(RPCError) {
    let start = writerIndex
    // The prefix is written last, when the length is known.
    if writableBytes < Self.prefixBytes { reserveCapacity(minimumWritableBytes: Self.room) }
    moveWriterIndex(forwardBy: Self.prefixBytes)
    do throws(RPCError) {
      try write(&self)
      let length = writerIndex - start - Self.prefixBytes
      let limit = Swift.min(limit, Int(UInt32.max))
      guard length <= limit else {
        throw RPCError(
          .resourceExhausted, "A message of \(length) bytes is over the limit of \(limit).")
      }
      let place = start - readerIndex
      // In place, as NIO's way to set an integer is a call into it with a check of exclusive access.
      unsafe withUnsafeMutableReadableBytes { bytes in
        unsafe bytes[place] = 0
        unsafe bytes.storeBytes(
          of: UInt32(clamping: length).bigEndian, toByteOffset: place + 1, as: UInt32.self)
      }
    } catch {
      moveWriterIndex(to: start)
      throw error
    }
  }

  /// A message with its prefix, compressed by a thread of the pool. One that compression does not
  /// make smaller stays as it is, which its flag says.
  static func packed(
    _ message: some WireMessage, _ compression: Compression, limit: Int = .max
  ) async throws(RPCError) -> ByteBuffer {
    var plain = ByteBuffer()
    try plain.writeMessage(message, limit: limit)
    let framed = plain
    return try await CompressionPool.run { () throws(RPCError) in framed.compressed(compression) }
  }

  private func compressed(_ compression: Compression) -> ByteBuffer {
    let plain = readableBytesView.dropFirst(Self.prefixBytes)
    guard let bytes = unsafe plain.withUnsafeBytes({ unsafe compression.compress($0) }),
      bytes.count < plain.count
    else { return self }
    var framed = ByteBuffer()
    framed.reserveCapacity(Self.prefixBytes + bytes.count)
    framed.writeInteger(UInt8(1))
    framed.writeInteger(UInt32(clamping: bytes.count))
    framed.writeBytes(bytes)
    return framed
  }
}
