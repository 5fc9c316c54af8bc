import NIOCore

/// The received messages of one call that nobody has taken yet.
///
/// On the wire a message is a flag (1 byte: is it compressed), its length (4 bytes, big-endian) and
/// its bytes. The flag and the length of the first message are judged as soon as they are here, so
/// a length of 4 GiB costs five bytes.
struct MessageBuffer {
  private static let prefixBytes = 5

  private let limit: Int
  /// How the peer compresses those messages whose flag says so; nil allows none.
  var compression: Compression?
  /// Whether the message that was taken last was compressed.
  private(set) var lastWasCompressed = false
  private var bytes = ByteBuffer()
  /// The length of the first message once its prefix has been judged.
  private var first: Int?
  /// Received bytes that the peer's flow-control window has not got back.
  private var owed = 0

  init(limit: Int) { self.limit = limit }

  var byteCount: Int { bytes.readableBytes }
  var isEmpty: Bool { bytes.readableBytes == 0 }

  /// True when the first message is here to its last byte.
  var hasMessage: Bool {
    first.map { bytes.readableBytes >= Self.prefixBytes + $0 } ?? false
  }

  /// True when nothing follows the first message.
  var hasOneMessage: Bool {
    first.map { bytes.readableBytes == Self.prefixBytes + $0 } ?? false
  }

  mutating func append(_ more: ByteBufferView) throws(RPCError) {
    owed += more.count
    bytes.writeBytes(more)
    try judgePrefix()
  }

  /// Hands the first message to `body`, which may read it during the call only.
  mutating func take<M>(
    _ body: (UnsafeRawBufferPointer) throws(RPCError) -> M
  ) throws(RPCError) -> M? {
    guard hasMessage, let length = first else { return nil }
    lastWasCompressed = bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) == 1
    let compression = lastWasCompressed ? compression : nil
    let limit = limit
    bytes.moveReaderIndex(forwardBy: Self.prefixBytes)
    first = nil
    var result: Result<M, RPCError>?
    unsafe bytes.readWithUnsafeReadableBytes { readable in
      let message = unsafe UnsafeRawBufferPointer(rebasing: readable.prefix(length))
      do throws(RPCError) {
        result = .success(try unsafe Self.read(message, compression, limit: limit, body))
      } catch {
        result = .failure(error)
      }
      return length
    }
    // Moving what remains only when it is the smaller part keeps the cost of a byte constant.
    if bytes.readableBytes == 0 {
      bytes.clear()
    } else if bytes.readerIndex > bytes.readableBytes {
      bytes.discardReadBytes()
    }
    try judgePrefix()
    return try result?.get()
  }

  private static func read<M>(
    _ message: UnsafeRawBufferPointer, _ compression: Compression?, limit: Int,
    _ body: (UnsafeRawBufferPointer) throws(RPCError) -> M
  ) throws(RPCError) -> M {
    guard let compression else { return try unsafe body(message) }
    let plain = try unsafe compression.decompress(message, limit: limit)
    return try unsafe plain.withUnsafeBytes { bytes in
      Result { () throws(RPCError) in try unsafe body(bytes) }
    }.get()
  }

  mutating func removeAll() {
    bytes = ByteBuffer()
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
