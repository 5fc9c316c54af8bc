import NIOCore

/// The half of a stream that nghttp2 reads from: the bytes to send and what comes after them.
class HTTP2Stream {
  /// What follows the last byte of the body.
  enum End { case open, endStream, trailers }

  /// 0 until the stream is opened.
  final var id: Int32 = 0
  final var outgoing = ByteBuffer()
  final var end = End.open
  /// nghttp2 asked for bytes, got none, and waits for `HTTP2Session.resume`.
  final var isDeferred = false
  /// A writer waits until fewer than `mark` bytes are unsent.
  final var writerWaits = false
  final let mark: Int

  init(mark: Int) { self.mark = mark }
}
