// Public for what is inlinable here, which is made anew for each type in the module of the messages.
public import NIOCore

extension WireMessage {
  package func appendFramed(to buffer: inout ByteBuffer, limit: Int) throws(RPCError) {
    let start = buffer.writerIndex
    // The length is known when the message is there.
    buffer.writeRepeatingByte(0, count: ByteBuffer.prefixBytes)
    do throws(RPCError) {
      try appendWireBytes(to: &buffer)
      let length = buffer.writerIndex - start - ByteBuffer.prefixBytes
      guard length <= ByteBuffer.longest(limit) else { throw RPCError.tooLong(length, limit) }
      buffer.setInteger(UInt32(length), at: start + 1)
    } catch {
      buffer.moveWriterIndex(to: start)
      throw error
    }
  }
}

extension ByteBuffer {
  @inlinable static var prefixBytes: Int { 5 }

  /// Appends a message with its prefix: `write` has room for `room` bytes and says how many the message
  /// took. It asks once whether the buffer is shared; four times cost half as much as the message.
  @inlinable @inline(__always)
  package mutating func writeFramed(
    room: Int, limit: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(RPCError) {
    let most = Self.prefixBytes &+ room
    if writableBytes < most { reserveCapacity(minimumWritableBytes: most) }
    _ = try unsafe writeWithUnsafeMutableBytes(minimumWritableBytes: 0) {
      target throws(RPCError) in
      guard let start = target.baseAddress, target.count >= most else { return 0 }
      let body = unsafe UnsafeMutableRawBufferPointer(start: start + Self.prefixBytes, count: room)
      let length = unsafe write(body)
      guard length <= Self.longest(limit) else { throw RPCError.tooLong(length, limit) }
      unsafe start.storeBytes(of: 0, as: UInt8.self)
      unsafe (start + 1).storeBytes(
        of: UInt32(truncatingIfNeeded: length).bigEndian, as: UInt32.self)
      return Self.prefixBytes &+ length
    }
  }

  /// The prefix has no room for more than 4 GiB.
  @inlinable
  static func longest(_ limit: Int) -> Int { min(limit, Int(UInt32.max)) }

  /// Appends what `write` writes, message by message, until it has no more or `mark` bytes are here. What it
  /// throws ends this, and the messages before stay. Room for
  /// `count` of them, or for as many as fit below `mark`, is made at once.
  mutating func writePage(
    of count: Int, upTo mark: Int, limit: Int,
    _ write: (inout ByteBuffer, Int) throws(RPCError) -> Bool
  ) throws(RPCError) {
    let before = readableBytes
    guard try write(&self, limit), readableBytes < mark else { return }
    let one = readableBytes - before
    reserveCapacity(minimumWritableBytes: min(count, (mark - readableBytes) / one) * one)
    while try write(&self, limit), readableBytes < mark {}
  }

  /// A message with its prefix, compressed by a thread of the pool. One that compression does not
  /// make smaller stays as it is, which its flag says.
  static func packed(
    _ message: some WireMessage, _ compression: Compression, limit: Int = .max
  ) async throws(RPCError) -> ByteBuffer {
    var plain = ByteBuffer()
    try message.appendFramed(to: &plain, limit: limit)
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

extension RPCError {
  @usableFromInline
  static func tooLong(_ length: Int, _ limit: Int) -> RPCError {
    RPCError(.resourceExhausted, "A message of \(length) bytes is over the limit of \(limit).")
  }
}
