import NIOCore

/// The received messages of one call that nobody has taken yet.
///
/// On the wire a message is a flag (1 byte: is it compressed), its length (4 bytes, big-endian) and
/// its bytes. The flag and the length of the first message are judged as soon as they are here, so
/// a length of 4 GiB costs five bytes.
struct MessageBuffer {
  private var limit: Int
  /// How the peer compresses those messages whose flag says so; nil allows none.
  var compression: Compression?
  /// Whether the message that was taken last was compressed.
  private(set) var lastWasCompressed = false
  private var bytes: ByteBuffer
  /// The length of the first message once its prefix has been judged.
  private var first: Int?
  /// Received bytes that the peer's flow-control window has not got back.
  private var owed = 0

  init(limit: Int) {
    self.limit = limit
    bytes = ByteBuffer()
  }

  /// As new, in the memory that it has.
  mutating func renew(limit: Int) {
    removeAll()
    self.limit = limit
    compression = nil
    lastWasCompressed = false
  }

  var byteCount: Int { bytes.readableBytes }
  var isEmpty: Bool { bytes.readableBytes == 0 }

  /// True when the first message is here to its last byte.
  var hasMessage: Bool {
    first.map { bytes.readableBytes >= FramedOutput.prefixBytes + $0 } ?? false
  }

  /// True when nothing follows the first message.
  var hasOneMessage: Bool {
    first.map { bytes.readableBytes == FramedOutput.prefixBytes + $0 } ?? false
  }

  mutating func append(_ more: UnsafeRawBufferPointer) throws(RPCError) {
    owed += more.count
    // `writeBytes` is a call into NIO with a check of exclusive access: 200 instructions more.
    unsafe bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: more.count) { room in
      unsafe room.copyMemory(from: more)
      return more.count
    }
    try judgePrefix()
  }

  /// Takes the first message if it came compressed.
  mutating func takePacked() throws(RPCError) -> PackedMessage? {
    guard let compression, hasMessage, let length = first,
      bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) == 1
    else { return nil }
    lastWasCompressed = true
    bytes.moveReaderIndex(forwardBy: FramedOutput.prefixBytes)
    first = nil
    var packed = ByteBuffer()
    if bytes.readableBytes == length {
      swap(&packed, &bytes)
    } else if let view = bytes.viewBytes(at: bytes.readerIndex, length: length) {
      packed.writeBytes(view)
      bytes.moveReaderIndex(forwardBy: length)
    }
    try closeUp()
    return PackedMessage(bytes: packed, compression: compression, limit: limit)
  }

  /// Takes the bytes of the first message, which is not compressed, and leaves the memory of
  /// `buffer`, which is empty, in their place. False unless the message is all there is.
  mutating func takeOnly(for buffer: inout ByteBuffer) -> Bool {
    guard hasOneMessage else { return false }
    assert(buffer.readableBytes == 0, "they would be taken for the next message")
    lastWasCompressed = false
    first = nil
    swap(&buffer, &bytes)
    buffer.moveReaderIndex(forwardBy: FramedOutput.prefixBytes)
    return true
  }

  /// The same where they are: they stay there until `dropOnly`, which must follow before anything else.
  mutating func takeOnlyInPlace() -> UnsafeRawBufferPointer? {
    guard hasOneMessage else { return nil }
    lastWasCompressed = false
    first = nil
    bytes.moveReaderIndex(forwardBy: FramedOutput.prefixBytes)
    var taken = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    unsafe bytes.withUnsafeReadableBytes { unsafe taken = $0 }
    bytes.moveReaderIndex(to: bytes.writerIndex)
    return unsafe taken
  }

  mutating func dropOnly() { bytes.removeAll(keeping: SpareParts.keptBytes) }

  /// Hands the first message, which is not compressed, to `body`, which may read it during the call
  /// only. False, and nobody is called, when it is not complete.
  mutating func take(
    _ body: (UnsafeRawBufferPointer) throws(RPCError) -> Void
  ) throws(RPCError) -> Bool {
    guard hasMessage, let length = first else { return false }
    lastWasCompressed = false
    bytes.moveReaderIndex(forwardBy: FramedOutput.prefixBytes)
    first = nil
    var failure: RPCError?
    unsafe bytes.readWithUnsafeReadableBytes { readable in
      let message = unsafe UnsafeRawBufferPointer(rebasing: readable.prefix(length))
      do throws(RPCError) {
        try unsafe body(message)
      } catch {
        failure = error
      }
      return length
    }
    try closeUp()
    if let failure { throw failure }
    return true
  }

  /// Moving what remains only when it is the smaller part keeps the cost of a byte constant.
  private mutating func closeUp() throws(RPCError) {
    if bytes.readableBytes == 0 { return bytes.clear() }
    if bytes.readerIndex > bytes.readableBytes { bytes.discardReadBytes() }
    try judgePrefix()
  }

  mutating func removeAll() {
    bytes.removeAll(keeping: SpareParts.keptBytes)
    first = nil
    owed = 0
  }

  /// The bytes that the stream's window gets back now.
  ///
  /// The message at the head is let through until it is complete, or it never would be; what
  /// stands behind it is paid back when it is taken.
  mutating func payBack() -> Int {
    let kept = hasMessage ? min(owed, bytes.readableBytes) : 0
    defer { owed = kept }
    return owed - kept
  }

  private mutating func judgePrefix() throws(RPCError) {
    let start = bytes.readerIndex
    guard first == nil, let flag = bytes.getInteger(at: start, as: UInt8.self),
      let length = bytes.getInteger(at: start + 1, as: UInt32.self)
    else { return }
    guard flag <= 1 else { throw RPCError(.internalError, "A message has an unknown flag.") }
    guard flag == 0 || compression != nil else {
      throw RPCError(.internalError, "A message is compressed without a grpc-encoding.")
    }
    guard length <= limit else {
      throw RPCError(
        .resourceExhausted, "A message of \(length) bytes is over the limit of \(limit).")
    }
    first = Int(length)
  }
}
