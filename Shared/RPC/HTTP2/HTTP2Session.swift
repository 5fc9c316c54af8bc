import CNghttp2
import NIOCore

/// One HTTP/2 connection in nghttp2's hands.
///
/// nghttp2's callbacks append to `events` and do nothing else, so nghttp2 is never entered from
/// inside itself. Whoever owns the session calls `receive` or `fill`, then acts on the events.
/// Flow control is the owner's: received bytes are given back by `consume…`, never by nghttp2.
@safe final class HTTP2Session {
  enum Role { case client, server }

  private let session: OpaquePointer
  let settings: HTTP2Settings
  var events = OwnedList<HTTP2Event>()
  let headers = HeaderArena()
  var input: UnsafePointer<UInt8>?
  var block = HeaderBlock()
  /// What `fill` was given, while it runs.
  var output = ByteBuffer()
  var outputLimit = 0
  private var scanner = FrameScanner()
  var receivedResets: TokenBucket
  var provokedResets: TokenBucket
  var settingsFrames: TokenBucket
  /// HEADERS or DATA left; cleared by whoever asks.
  var hasReplied = false
  /// Our GOAWAY with a reason was given to nghttp2, and has left.
  private(set) var endsWithGoAway = false
  var isOver = false
  /// What the peer's last GOAWAY says beside its code.
  var goAwayReason = ""
  let role: Role

  private let memory: SessionMemory

  /// - Parameter memory: of the loop that the session is used on.
  init(role: Role, settings: HTTP2Settings, memory: MemoryPool) throws(HTTP2Failure) {
    self.memory = SessionMemory(memory, sharesFrames: role == .server)
    self.role = role
    self.settings = settings
    receivedResets = TokenBucket(burst: settings.resetBurst, perSecond: settings.resetsPerSecond)
    provokedResets = TokenBucket(burst: settings.resetBurst, perSecond: settings.resetsPerSecond)
    settingsFrames = TokenBucket(
      burst: settings.settingsBurst, perSecond: settings.settingsPerSecond)
    unsafe session = try makeSession(role, settings, self.memory)
    self.memory.sharesFrames = false
    // nghttp2 hands `user_data` to each callback. The pointer is not owned: the session is deleted
    // in deinit, so no callback outlives this object.
    unsafe nghttp2_session_set_user_data(session, Unmanaged.passUnretained(self).toOpaque())
    try submitSettings()
  }

  deinit {
    memory.isDetached = true
    unsafe nghttp2_session_del(session)
  }

  /// Feeds received bytes. Offsets in `data` events count from the start of `bytes`.
  func receive(_ bytes: UnsafeRawBufferPointer) throws(HTTP2Failure) {
    let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe input = start
    let taken = unsafe nghttp2_session_mem_recv(session, start, bytes.count)
    unsafe input = nil
    if taken < 0 { throw HTTP2Failure(nghttp2: taken) }
    if role == .server, let broken = unsafe scanner.scan(bytes) {
      events.append(.violation(broken))
    }
  }

  /// Appends frames to `buffer` until there are none or `limit` is passed.
  func fill(_ buffer: inout ByteBuffer, limit: Int) throws(HTTP2Failure) {
    outputLimit = limit
    swap(&output, &buffer)
    defer { swap(&output, &buffer) }
    while output.readableBytes < limit {
      var frame: UnsafePointer<UInt8>?
      let count = unsafe nghttp2_session_mem_send(session, &frame)
      if count < 0 { throw HTTP2Failure(nghttp2: count) }
      guard count > 0, let frame = unsafe frame else { return }
      unsafe output.append(UnsafeRawBufferPointer(start: frame, count: count))
    }
  }

  /// Hands over the events and forgets them. Their header fields stay until `forgetHeaders`.
  func takeEvents(into taken: inout OwnedList<HTTP2Event>) {
    taken.removeAll()
    swap(&taken, &events)
  }

  /// A header list that is still being received is kept: it may span several reads.
  func forgetHeaders() {
    headers.removeFirst(block.isOpen ? block.first : headers.count)
    block.first = 0
  }

  /// The streams that the peer lets this end have open at once.
  var peerStreamLimit: Int {
    let limit = unsafe nghttp2_session_get_remote_settings(
      session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS)
    return Int(limit)
  }

  /// False when nothing more is to be read or written: the connection is over.
  var isAlive: Bool {
    if isOver { return false }
    return unsafe nghttp2_session_want_read(session) != 0
      || nghttp2_session_want_write(session) != 0
  }
}

// MARK: - Sending

extension HTTP2Session {
  /// The response's HEADERS, then the stream's outgoing bytes as DATA; without a body the HEADERS
  /// end the stream. The stream must outlive its `closed` event.
  func respond(_ stream: HTTP2Stream, _ headers: HeaderList, hasBody: Bool) {
    unsafe headers.withFields { fields in
      if hasBody {
        unsafe respond(stream, fields)
      } else {
        _ = unsafe nghttp2_submit_response(
          session, stream.id, fields.baseAddress, fields.count, nil)
      }
    }
  }

  /// The same with a body.
  func respond(_ stream: HTTP2Stream, _ headers: ReadyHeaders) {
    unsafe respond(stream, headers.fields)
  }

  private func respond(
    _ stream: HTTP2Stream, _ fields: UnsafeMutableBufferPointer<nghttp2_nv>
  ) {
    var provider = unsafe dataProvider(stream)
    _ = unsafe nghttp2_submit_response(
      session, stream.id, fields.baseAddress, fields.count, &provider)
  }

  /// Opens a stream and gives it its id. False when this connection can open no more.
  func request(
    _ stream: HTTP2Stream, _ headers: RequestHeaders, path: String, timeout: Int64?,
    _ more: [(name: StaticString, value: String)], _ metadata: Metadata
  ) -> Bool {
    var provider = unsafe dataProvider(stream)
    let id = unsafe headers.withFields(path: path, timeout: timeout, more, metadata) { fields in
      unsafe nghttp2_submit_request(
        session, nil, fields.baseAddress, fields.count, &provider, nil)
    }
    guard id > 0 else { return false }
    stream.id = id
    return true
  }

  func sendTrailers(_ stream: Int32, _ headers: HeaderList) {
    unsafe headers.withFields { fields in
      _ = unsafe nghttp2_submit_trailer(session, stream, fields.baseAddress, fields.count)
    }
  }

  func sendTrailers(_ stream: Int32, _ headers: ReadyHeaders) {
    _ = unsafe nghttp2_submit_trailer(
      session, stream, headers.fields.baseAddress, headers.fields.count)
  }

  /// Says that a stream which had no bytes to send has some, or has its end.
  func resume(_ stream: HTTP2Stream) {
    guard stream.isDeferred else { return }
    stream.isDeferred = false
    _ = unsafe nghttp2_session_resume_data(session, stream.id)
  }

  func reset(_ stream: Int32, _ code: HTTP2ErrorCode) {
    _ = unsafe nghttp2_submit_rst_stream(
      session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream, code.rawValue)
  }

  func ping(_ payload: UInt64) {
    unsafe withUnsafeBytes(of: payload) { bytes in
      _ = unsafe nghttp2_submit_ping(
        session, UInt8(NGHTTP2_FLAG_NONE.rawValue),
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// First step of a graceful end: GOAWAY with 2^31-1, so that streams on their way still count.
  func announceShutdown() { _ = unsafe nghttp2_submit_shutdown_notice(session) }

  /// Second step: GOAWAY with the last stream that was accepted; later ones are ignored.
  func refuseNewStreams() {
    _ = unsafe nghttp2_submit_goaway(
      session, UInt8(NGHTTP2_FLAG_NONE.rawValue),
      nghttp2_session_get_last_proc_stream_id(session), HTTP2ErrorCode.noError.rawValue, nil, 0)
  }

  /// GOAWAY with an error; the session is over once it is sent.
  func terminate(_ code: HTTP2ErrorCode) {
    _ = unsafe nghttp2_session_terminate_session(session, code.rawValue)
  }

  /// The same with words for whoever reads it.
  func terminate(_ code: HTTP2ErrorCode, because reason: StaticString) {
    guard !endsWithGoAway else { return }
    endsWithGoAway = true
    _ = unsafe nghttp2_submit_goaway(
      session, UInt8(NGHTTP2_FLAG_NONE.rawValue),
      nghttp2_session_get_last_proc_stream_id(session), code.rawValue, reason.utf8Start,
      reason.utf8CodeUnitCount)
  }

  private func dataProvider(_ stream: HTTP2Stream) -> nghttp2_data_provider {
    var provider = unsafe nghttp2_data_provider()
    unsafe provider.source.ptr = Unmanaged.passUnretained(stream).toOpaque()
    unsafe provider.read_callback = bodySource
    return unsafe provider
  }

  private func submitSettings() throws(HTTP2Failure) {
    var entries = [
      entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, settings.streamWindowBytes),
      entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, settings.headerListBytes),
    ]
    switch role {
    case .server:
      entries.append(entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, settings.concurrentStreams))
    case .client:
      entries.append(entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0))
    }
    let none = UInt8(NGHTTP2_FLAG_NONE.rawValue)
    let submitted = unsafe nghttp2_submit_settings(session, none, entries, entries.count)
    if submitted != 0 { throw HTTP2Failure(nghttp2: Int(submitted)) }
    let widened = unsafe nghttp2_session_set_local_window_size(
      session, none, 0, Int32(clamping: settings.connectionWindowBytes))
    if widened != 0 { throw HTTP2Failure(nghttp2: Int(widened)) }
  }

  private func entry(_ id: nghttp2_settings_id, _ value: Int) -> nghttp2_settings_entry {
    nghttp2_settings_entry(settings_id: Int32(id.rawValue), value: UInt32(clamping: value))
  }
}

// MARK: - Flow control

extension HTTP2Session {
  /// Gives received bytes back to the connection's window.
  func consumeConnection(_ count: Int) {
    _ = unsafe nghttp2_session_consume_connection(session, count)
  }

  /// Gives received bytes back to the stream's window.
  func consumeStream(_ stream: Int32, _ count: Int) {
    _ = unsafe nghttp2_session_consume_stream(session, stream, count)
  }
}

extension HTTP2Failure {
  init(nghttp2 code: Int) {
    self.code = code
    description = unsafe String(cString: nghttp2_strerror(Int32(truncatingIfNeeded: code)))
  }
}

private func makeSession(
  _ role: HTTP2Session.Role, _ settings: HTTP2Settings, _ memory: SessionMemory
) throws(HTTP2Failure) -> OpaquePointer {
  var options: OpaquePointer?
  let made = unsafe nghttp2_option_new(&options)
  if made != 0 { throw HTTP2Failure(nghttp2: Int(made)) }
  defer { unsafe nghttp2_option_del(options) }
  unsafe nghttp2_option_set_no_auto_window_update(options, 1)
  unsafe nghttp2_option_set_no_closed_streams(options, 1)
  unsafe nghttp2_option_set_max_outbound_ack(options, settings.outboundAcks)
  unsafe nghttp2_option_set_max_settings(options, settings.settingsEntries)
  unsafe nghttp2_option_set_max_continuations(options, settings.continuations)
  unsafe nghttp2_option_set_max_reserved_remote_streams(options, 0)
  // Ours comes first and says ENHANCE_YOUR_CALM, where nghttp2 says INTERNAL_ERROR; this is for what
  // one read can bring, some 2,400 streams opened and reset.
  unsafe nghttp2_option_set_stream_reset_rate_limit(
    options, UInt64(settings.resetBurst + 4_096), UInt64(settings.resetsPerSecond))

  var callbacks: OpaquePointer?
  let listed = unsafe nghttp2_session_callbacks_new(&callbacks)
  if listed != 0 { throw HTTP2Failure(nghttp2: Int(listed)) }
  defer { unsafe nghttp2_session_callbacks_del(callbacks) }
  unsafe setCallbacks(callbacks)

  var session: OpaquePointer?
  var functions = unsafe memory.functions
  let opened =
    switch role {
    case .server:
      unsafe nghttp2_session_server_new3(
        &session, callbacks, nil, options, &functions)
    case .client:
      unsafe nghttp2_session_client_new3(
        &session, callbacks, nil, options, &functions)
    }
  guard opened == 0, let session = unsafe session else { throw HTTP2Failure(nghttp2: Int(opened)) }
  return unsafe session
}
