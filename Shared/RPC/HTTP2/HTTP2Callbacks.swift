import CNghttp2
import NIOCore

// What nghttp2 calls back. Nothing here enters nghttp2 again. The closures are formed in nonisolated
// code: at the top level of a main file they would be checked for isolation at each call.

extension HTTP2Session {
  /// The header list that is being received.
  struct HeaderBlock {
    var first = 0
    var isOpen = false
    /// As RFC 9113 section 6.5.2 counts them.
    var bytes = 0
  }

  fileprivate func beginHeaders() { block = HeaderBlock(first: headers.count, isOpen: true) }

  /// An oversized list is counted but not kept: HPACK can name one large field thousands of times.
  ///
  /// All that a field needs is inlined here and this is not: in four functions it cost half as much again.
  @inline(never)
  fileprivate func addHeader(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    block.bytes += name.count + value.count + 32
    if block.bytes <= settings.headerListBytes { unsafe headers.append(name: name, value: value) }
  }

  fileprivate func received(_ frame: UnsafePointer<nghttp2_frame>) {
    let stream = unsafe frame.pointee.hd.stream_id
    let flags = unsafe UInt32(frame.pointee.hd.flags)
    let endsStream = flags & NGHTTP2_FLAG_END_STREAM.rawValue != 0
    switch unsafe UInt32(frame.pointee.hd.type) {
    case NGHTTP2_HEADERS.rawValue:
      block.isOpen = false
      events.append(
        .headers(
          stream: stream, fields: block.first..<headers.count, endStream: endsStream,
          oversized: block.bytes > settings.headerListBytes))
    case NGHTTP2_DATA.rawValue where endsStream:
      events.append(.endStream(stream))
    case NGHTTP2_RST_STREAM.rawValue where role == .server:
      if !receivedResets.take() { events.append(.violation(.enhanceYourCalm)) }
    case NGHTTP2_SETTINGS.rawValue where flags & NGHTTP2_FLAG_ACK.rawValue == 0:
      events.append(settingsFrames.take() ? .settings : .violation(.enhanceYourCalm))
    case NGHTTP2_PING.rawValue where flags & NGHTTP2_FLAG_ACK.rawValue == 0:
      events.append(.pinged)
    case NGHTTP2_PING.rawValue:
      let payload = unsafe withUnsafeBytes(of: frame.pointee.ping.opaque_data) { bytes in
        unsafe bytes.loadUnaligned(as: UInt64.self)
      }
      events.append(.ping(acknowledges: payload))
    case NGHTTP2_GOAWAY.rawValue:
      let goAway = unsafe frame.pointee.goaway
      unsafe goAwayReason = String(
        decoding: UnsafeBufferPointer(
          start: goAway.opaque_data, count: min(goAway.opaque_data_len, 128)), as: UTF8.self)
      unsafe events.append(
        .goAway(
          lastStream: goAway.last_stream_id, code: HTTP2ErrorCode(rawValue: goAway.error_code)))
    default:
      break
    }
  }

  fileprivate func sent(_ frame: UnsafePointer<nghttp2_frame>) {
    let type = unsafe UInt32(frame.pointee.hd.type)
    if type == NGHTTP2_HEADERS.rawValue || type == NGHTTP2_DATA.rawValue {
      hasReplied = true
      if unsafe UInt32(frame.pointee.hd.flags) & NGHTTP2_FLAG_END_STREAM.rawValue != 0 {
        unsafe events.append(.sentEnd(frame.pointee.hd.stream_id))
      }
    } else if type == NGHTTP2_GOAWAY.rawValue, endsWithGoAway {
      isOver = unsafe frame.pointee.goaway.error_code != NGHTTP2_NO_ERROR.rawValue
    } else if type == NGHTTP2_RST_STREAM.rawValue, role == .server {
      let code = unsafe HTTP2ErrorCode(rawValue: frame.pointee.rst_stream.error_code)
      // These two are ours: NO_ERROR after an early answer, CANCEL at a forced stop.
      if code != .noError, code != .cancel, !provokedResets.take() {
        events.append(.violation(.enhanceYourCalm))
      }
    }
  }

  /// How much of the stream's body goes into the DATA frame that nghttp2 makes; `sendBody` follows at
  /// once. Bytes that nghttp2 takes itself are copied once more on their way: 7 % of the time of a large
  /// message.
  fileprivate func announceBody(of stream: HTTP2Stream, most: Int, flags: inout UInt32) -> Int {
    let unsent = stream.outgoing.readableBytes
    if unsent == 0, stream.end == .open {
      stream.isDeferred = true
      return Int(NGHTTP2_ERR_DEFERRED.rawValue)
    }
    if output.readableBytes >= outputLimit { return Int(NGHTTP2_ERR_PAUSE.rawValue) }
    flags |= NGHTTP2_DATA_FLAG_NO_COPY.rawValue
    if unsent <= most, stream.end != .open {
      flags |= NGHTTP2_DATA_FLAG_EOF.rawValue
      if stream.end == .trailers {
        flags |= NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue
        events.append(.trailersDue(stream.id))
      }
    }
    return min(most, unsent)
  }

  fileprivate func sendBody(
    of stream: HTTP2Stream, _ frameHeader: UnsafeRawBufferPointer, _ count: Int
  ) {
    unsafe stream.outgoing.readWithUnsafeReadableBytes { body in
      unsafe output.append(frameHeader)
      unsafe output.append(UnsafeRawBufferPointer(rebasing: body.prefix(count)))
      return count
    }
    // Where nothing follows it is cleared when the stream is closed: to clear what somebody shares allocates
    // other memory, and most that share a request, to make it again, are gone by then.
    if stream.outgoing.readableBytes == 0, stream.end == .open { stream.outgoing.clear() }
    if stream.writerWaits, stream.outgoing.readableBytes < stream.mark {
      stream.writerWaits = false
      events.append(.drained(stream.id))
    }
  }
}

extension ByteBuffer {
  /// `writeBytes` is not inlined: 80 instructions more, four times a call.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    unsafe writeWithUnsafeMutableBytes(minimumWritableBytes: bytes.count) { room in
      unsafe room.copyMemory(from: bytes)
      return bytes.count
    }
  }
}

private func withSession(_ user: UnsafeMutableRawPointer?, _ body: (HTTP2Session) -> Void) -> Int32
{
  guard let user = unsafe user else { return NGHTTP2_ERR_CALLBACK_FAILURE.rawValue }
  unsafe Unmanaged<HTTP2Session>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
  return 0
}

func setCallbacks(_ callbacks: OpaquePointer?) {
  unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks) { _, _, user in
    unsafe withSession(user) { $0.beginHeaders() }
  }
  unsafe nghttp2_session_callbacks_set_on_header_callback(callbacks) {
    _, _, name, nameCount, value, valueCount, _, user in
    unsafe withSession(user) { session in
      unsafe session.addHeader(
        UnsafeBufferPointer(start: name, count: nameCount),
        UnsafeBufferPointer(start: value, count: valueCount))
    }
  }
  unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks) {
    _, _, stream, data, count, user in
    unsafe withSession(user) { session in
      guard let data = unsafe data, let input = unsafe session.input else { return }
      unsafe session.events.append(.data(stream: stream, offset: data - input, count: count))
    }
  }
  unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks) { _, frame, user in
    guard let frame = unsafe frame else { return 0 }
    return unsafe withSession(user) { unsafe $0.received(frame) }
  }
  unsafe nghttp2_session_callbacks_set_on_frame_send_callback(callbacks) { _, frame, user in
    guard let frame = unsafe frame else { return 0 }
    return unsafe withSession(user) { unsafe $0.sent(frame) }
  }
  unsafe nghttp2_session_callbacks_set_send_data_callback(callbacks) {
    _, _, header, count, source, user in
    let done = unsafe withBody(source, user) { session, stream in
      unsafe session.sendBody(
        of: stream, UnsafeRawBufferPointer(start: header, count: FrameScanner.headBytes), count)
      return 0
    }
    return Int32(truncatingIfNeeded: done)
  }
  unsafe nghttp2_session_callbacks_set_on_frame_not_send_callback(callbacks) {
    _, frame, _, user in
    guard let header = unsafe frame?.pointee.hd else { return 0 }
    return unsafe withSession(user) { session in
      if UInt32(header.type) == NGHTTP2_HEADERS.rawValue {
        session.events.append(.notSent(header.stream_id))
      }
    }
  }
  unsafe nghttp2_session_callbacks_set_on_stream_close_callback(callbacks) {
    _, stream, code, user in
    unsafe withSession(user) { $0.events.append(.closed(stream, HTTP2ErrorCode(rawValue: code))) }
  }
}

let bodySource: nghttp2_data_source_read_callback = { _, _, _, most, flags, source, user in
  guard let flags = unsafe flags else { return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) }
  return unsafe withBody(source, user) { session, stream in
    unsafe session.announceBody(of: stream, most: most, flags: &flags.pointee)
  }
}

private func withBody(
  _ source: UnsafeMutablePointer<nghttp2_data_source>?, _ user: UnsafeMutableRawPointer?,
  _ body: (HTTP2Session, HTTP2Stream) -> Int
) -> Int {
  guard let user = unsafe user, let stream = unsafe source?.pointee.ptr
  else { return Int(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue) }
  return unsafe Unmanaged<HTTP2Session>.fromOpaque(user)._withUnsafeGuaranteedRef { session in
    unsafe Unmanaged<HTTP2Stream>.fromOpaque(stream)._withUnsafeGuaranteedRef { stream in
      body(session, stream)
    }
  }
}
