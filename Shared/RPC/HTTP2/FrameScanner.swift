/// Reads the heads of a client's frames as they go by (RFC 9113 section 4.1) and finds what nghttp2
/// takes without a word, because it forgets streams: ids out of order, and frames after the client's
/// own end of a stream. Remembering them in nghttp2 would cost some 200 kB a connection.
struct FrameScanner {
  static let headBytes = 9
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
      guard let head = unsafe nextHead(bytes, &offset) else { return found }
      skipped = head.length
      if head.type <= Self.reset, let broken = judge(head) { found = broken }
    }
  }

  @inline(__always)
  private mutating func nextHead(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> Head? {
    // Nearly every head lies whole in one read.
    guard headCount == 0, bytes.count - offset >= Self.headBytes else {
      return unsafe gatherHead(bytes, &offset)
    }
    defer { offset += Self.headBytes }
    return unsafe Head(bytes, at: offset)
  }

  @inline(never)
  private mutating func gatherHead(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> Head? {
    while headCount < Self.headBytes, offset < bytes.count {
      unsafe head[headCount] = bytes[offset]
      headCount += 1
      offset += 1
    }
    guard headCount == Self.headBytes else { return nil }
    headCount = 0
    return unsafe withUnsafeBytes(of: head) { unsafe Head($0, at: 0) }
  }

  private mutating func judge(_ head: Head) -> HTTP2ErrorCode? {
    let id = head.stream
    switch head.type {
    case Self.headers where !order.accepts(id): return .protocolError
    case Self.headers, Self.data:
      if order.hasEnded(id) { return .streamClosed }
      if head.flags & Self.endStream != 0 { order.ended(id) }
    case Self.reset: order.ended(id)
    default: break
    }
    return nil
  }
}

/// A frame's nine bytes: a length of three, a type, flags and a stream's id of four, whose first bit says
/// nothing.
private struct Head {
  private let front: UInt64
  private let last: UInt8

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    unsafe front = UInt64(
      bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    unsafe last = bytes[offset + 8]
  }

  var length: Int { Int(front >> 40) }
  var type: UInt8 { UInt8(truncatingIfNeeded: front >> 32) }
  var flags: UInt8 { UInt8(truncatingIfNeeded: front >> 24) }
  var stream: Int32 { Int32(truncatingIfNeeded: front & 0x7f_ffff) << 8 | Int32(last) }
}
