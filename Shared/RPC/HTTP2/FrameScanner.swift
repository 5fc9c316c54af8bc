/// Reads the heads of a client's frames as they go by (RFC 9113 section 4.1) and finds what nghttp2
/// takes without a word, because it forgets streams: ids out of order, and frames after the client's
/// own end of a stream. Remembering them in nghttp2 would cost some 200 kB a connection.
struct FrameScanner {
  private static let headBytes = 9
  private static let prefaceBytes = 24
  private static let data: UInt8 = 0
  private static let headers: UInt8 = 1
  private static let reset: UInt8 = 3
  private static let endStream: UInt8 = 1

  private var order = StreamOrder()
  /// Bytes of a payload, or of the preface, that are still to come.
  private var skipped = prefaceBytes
  /// The head that began at the end of the last bytes.
  private var head = InlineArray<9, UInt8>(repeating: 0)
  private var headCount = 0

  /// The last rule that these bytes break.
  mutating func scan(_ bytes: UnsafeRawBufferPointer) -> HTTP2ErrorCode? {
    var found: HTTP2ErrorCode?
    var offset = 0
    while true {
      let skipping = min(skipped, bytes.count - offset)
      skipped -= skipping
      offset += skipping
      if headCount == 0, bytes.count - offset >= Self.headBytes {
        // Nearly every head lies whole in one read.
        unsafe head = bytes.loadUnaligned(fromByteOffset: offset, as: InlineArray<9, UInt8>.self)
        headCount = Self.headBytes
        offset += Self.headBytes
      }
      while headCount < Self.headBytes, offset < bytes.count {
        unsafe head[headCount] = bytes[offset]
        headCount += 1
        offset += 1
      }
      guard headCount == Self.headBytes else { return found }
      headCount = 0
      skipped = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      if head[3] <= Self.reset, let broken = judge() { found = broken }
    }
  }

  private mutating func judge() -> HTTP2ErrorCode? {
    let type = head[3]
    let id =
      Int32(head[5] & 0x7f) << 24 | Int32(head[6]) << 16 | Int32(head[7]) << 8 | Int32(head[8])
    switch type {
    case Self.headers where !order.accepts(id): return .protocolError
    case Self.headers, Self.data:
      if order.hasEnded(id) { return .streamClosed }
      if head[4] & Self.endStream != 0 { order.ended(id) }
    case Self.reset: order.ended(id)
    default: break
    }
    return nil
  }
}
