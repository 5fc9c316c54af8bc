package import NIOCore

extension WireMessage {
  package func appendFramed(to output: inout FramedOutput) throws(RPCError) {
    try output.write(unmeasured: self)
  }

  /// Appends the message with its prefix, or nothing when it throws.
  package func appendFramed(to buffer: inout ByteBuffer, limit: Int) throws(RPCError) {
    try buffer.writeFramed(limit: limit) { output throws(RPCError) in
      try appendFramed(to: &output)
    }
  }
}

extension ByteBuffer {
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
    let plain = readableBytesView.dropFirst(FramedOutput.prefixBytes)
    guard let bytes = unsafe plain.withUnsafeBytes({ unsafe compression.compress($0) }),
      bytes.count < plain.count
    else { return self }
    var framed = ByteBuffer()
    framed.reserveCapacity(FramedOutput.prefixBytes + bytes.count)
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
