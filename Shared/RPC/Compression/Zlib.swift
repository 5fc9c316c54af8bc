import CZlib

extension Compression {
  private static let chunkBytes = 16 << 10

  /// zlib's `windowBits`: 2^15 bytes, and 16 for gzip's header and trailer.
  private var windowBits: Int32 { self == .gzip ? 15 + 16 : 15 }

  /// Nil where zlib has no memory for it.
  func compress(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe daybook_deflate_init(&stream, windowBits) == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    unsafe stream.setInput(bytes)
    var isWhole = false
    let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    let compressed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      unsafe stream.setOutput(target)
      isWhole = unsafe CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END
      count = unsafe target.count - Int(stream.avail_out)
    }
    return isWhole ? compressed : nil
  }

  /// Nil as soon as there are more than `limit` bytes, so a small message that stands for a large one
  /// costs no more than its limit. Throws INTERNAL for what is not compressed so.
  func decompress(
    _ bytes: UnsafeRawBufferPointer, limit: Int
  ) throws(RPCError) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe daybook_inflate_init(&stream, windowBits) == Z_OK else {
      throw RPCError(.resourceExhausted, "There is no memory to decompress a message.")
    }
    defer { unsafe inflateEnd(&stream) }
    unsafe stream.setInput(bytes)
    var message: [UInt8] = []
    var result = Z_OK
    while result == Z_OK {
      unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.chunkBytes) { chunk in
        unsafe stream.setOutput(chunk)
        result = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        let count = unsafe chunk.count - Int(stream.avail_out)
        unsafe message.append(contentsOf: UnsafeBufferPointer(rebasing: chunk.prefix(count)))
      }
      guard message.count <= limit else { return nil }
    }
    guard unsafe result == Z_STREAM_END && stream.avail_in == 0 else {
      throw RPCError(.internalError, "A message is not \(rawValue) as its grpc-encoding says.")
    }
    return message
  }
}

extension z_stream {
  fileprivate mutating func setInput(_ bytes: UnsafeRawBufferPointer) {
    // zlib does not write to its input; its declaration is older than const.
    unsafe next_in = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe avail_in = UInt32(clamping: bytes.count)
  }

  fileprivate mutating func setOutput(_ target: UnsafeMutableBufferPointer<UInt8>) {
    unsafe next_out = target.baseAddress
    unsafe avail_out = UInt32(clamping: target.count)
  }
}
