import NIOCore

/// A compressed message as it came.
struct PackedMessage: Sendable {
  let bytes: ByteBuffer
  let compression: Compression
  /// Bytes that the message may have when it is decompressed.
  let limit: Int

  /// Where the message is long, in a thread of the pool.
  func message<M: WireMessage>(_ type: M.Type) async throws(RPCError) -> M {
    if bytes.readableBytes <= CompressionPool.shortBytes,
      let plain = try decompressed(limit: min(limit, CompressionPool.shortBytes))
    {
      return try Self.decode(plain)
    }
    return try await CompressionPool.run { () throws(RPCError) in
      guard let plain = try decompressed(limit: limit) else {
        throw RPCError(
          .resourceExhausted, "A message is over the limit of \(limit) bytes when decompressed.")
      }
      return try Self.decode(plain)
    }
  }

  /// Nil where the message has more bytes than that.
  private func decompressed(limit: Int) throws(RPCError) -> [UInt8]? {
    var result: Result<[UInt8]?, RPCError> = .success(nil)
    unsafe bytes.withUnsafeReadableBytes { bytes in
      do throws(RPCError) {
        result = .success(try unsafe compression.decompress(bytes, limit: limit))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private static func decode<M: WireMessage>(_ plain: [UInt8]) throws(RPCError) -> M {
    try unsafe plain.withUnsafeBytes { bytes in
      Result { () throws(RPCError) in try unsafe M(wireBytes: bytes) }
    }.get()
  }
}
