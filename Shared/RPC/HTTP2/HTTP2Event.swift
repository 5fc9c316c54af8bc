/// What nghttp2's callbacks saw, in order. The connection acts on it after nghttp2 has returned.
enum HTTP2Event {
  /// A complete header list: the request, the response or trailers. The fields stand in the
  /// session's header arena until its events have been handled.
  case headers(stream: Int32, fields: Range<Int>, endStream: Bool, oversized: Bool)
  /// Bytes of a body, by their place in the buffer that is being received.
  case data(stream: Int32, offset: Int, count: Int)
  /// A DATA frame ended the peer's side of the stream.
  case endStream(Int32)
  /// The stream's last DATA frame is packed, its trailers may follow.
  case trailersDue(Int32)
  /// The stream's unsent bytes fell below its mark while its writer waited.
  case drained(Int32)
  /// A frame with END_STREAM left: our side of the stream is closed.
  case sentEnd(Int32)
  /// HEADERS could not leave. After a request's, `closed` follows: the server never saw it.
  case notSent(Int32)
  /// The stream is gone; by RST_STREAM when the code is not NO_ERROR.
  case closed(Int32, HTTP2ErrorCode)
  case settings
  /// The peer's PING, which nghttp2 answers.
  case pinged
  case ping(acknowledges: UInt64)
  case goAway(lastStream: Int32, code: HTTP2ErrorCode)
  /// The peer broke a rule that nghttp2 does not hold it to.
  case violation(HTTP2ErrorCode)
}
