import NIOCore
import NIOTLS

/// A TCP or TLS connection that carries HTTP/2: what both sides have in common.
///
/// Received bytes go through nghttp2, then the events it left are acted on. What is to be sent is
/// gathered until the loop's turn ends and leaves in one flush, and only while the channel is
/// writable, so a peer that does not read stops us instead of filling memory.
class HTTP2Connection: ChannelInboundHandler, LoopFlushable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Bytes of frames gathered before they are handed to the channel.
  private static let writeBytes = 64 << 10
  /// What an open call costs beside its messages.
  static let streamBytes = 4 << 10
  /// A peer gets this long to read our last frames before the socket is closed under it.
  private static let linger = TimeAmount.milliseconds(500)

  final let session: HTTP2Session
  final let executor: LoopExecutor
  final let loop: LoopContext
  final let unread: ByteAccount
  final private(set) var streams = StreamTable()
  /// Streams that have served a call and hold this connection until it is torn down: all of one
  /// type, since each side has one that retires for another call.
  final private(set) var spare = OwnedList<CallStream>()
  /// When the bytes came that are acted on now: asked once for all calls in them.
  final private(set) var received = NIODeadline.now()
  final private(set) var channel: (any Channel)?
  private final var context: ChannelHandlerContext?
  /// The channel is gone, or was never there.
  final var isTornDown: Bool { context == nil }
  /// Empty: memory for those that are acted on next.
  private final var events = OwnedList<HTTP2Event>()
  /// Events are acted on, and streams in use that nobody counts.
  private final var isActing = false
  private final var isSecure = false
  private final var isQueued = false
  private final var isClosing = false

  init(executor: LoopExecutor, session: HTTP2Session, budget: ByteBudget) {
    self.executor = executor
    self.session = session
    unread = ByteAccount(budget)
    loop = executor.context
  }

  // MARK: What each side adds

  /// The first HEADERS of a stream that the peer opened.
  func open(_ stream: Int32, _ fields: Range<Int>, endStream: Bool, oversized: Bool) {}
  func receivedSettings() {}
  func pinged() {}
  func receivedPing(_ payload: UInt64) {}
  func receivedGoAway(lastStream: Int32, _ code: HTTP2ErrorCode) {}
  func receivedSomething() {}
  /// The other side will not act on this stream: it is forgotten without a frame.
  final func unprocessed(_ id: Int32) { remove(id, .unprocessed) }
  func disconnected() {}
  func streamRemoved() {}

  // MARK: Streams

  final func add(_ stream: consuming CallStream) {
    streams.insert(stream)
    unread.book(Self.streamBytes)
  }

  /// A stream that has served a call, to serve another.
  final func takeSpare() -> CallStream? {
    guard let stream = spare.popLast() else { return nil }
    loop.spare.releaseStreams(1)
    return stream
  }

  /// Asks for a flush at the end of the loop's turn.
  final func needsFlush() {
    guard !isQueued, context != nil else { return }
    isQueued = true
    loop.turn.add(self)
  }

  /// GOAWAY with an error, then the end.
  final func terminate(_ code: HTTP2ErrorCode) {
    session.terminate(code)
    needsFlush()
  }

  final func closeNow() { context?.close(promise: nil) }

  // MARK: Channel

  final func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    channel = context.channel
    if context.channel.isActive { needsFlush() }
  }

  /// Also where a channel that never became active ends.
  final func handlerRemoved(context: ChannelHandlerContext) { tearDown() }

  final func channelActive(context: ChannelHandlerContext) {
    needsFlush()
    context.fireChannelActive()
  }

  final func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted(let negotiated)? = event as? TLSUserEvent {
      // RFC 9113 section 3.3: over TLS, HTTP/2 is what ALPN chose or it is not spoken.
      isSecure = true
      if negotiated != "h2" { context.close(promise: nil) }
    }
    context.fireUserInboundEventTriggered(event)
  }

  final func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    let bytes = unwrapInboundIn(data)
    // `channelReadComplete` follows a socket's reads. After TLS it may not, and the turn would be
    // waited for in vain: there the loop schedules it.
    if !isSecure { loop.turn.expectRun() }
    received = .now()
    receivedSomething()
    do throws(HTTP2Failure) {
      try receive(bytes)
    } catch {
      // nghttp2 answers some of it itself; a bad preface and a flood it only reports.
      failed(error)
      context.write(wrapOutboundOut(error.goAway), promise: nil)
      return finish(context)
    }
    act(on: bytes)
    needsFlush()
  }

  final func channelReadComplete(context: ChannelHandlerContext) {
    loop.turn.run()
    context.fireChannelReadComplete()
  }

  final func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { needsFlush() }
    context.fireChannelWritabilityChanged()
  }

  final func channelInactive(context: ChannelHandlerContext) {
    tearDown()
    loop.turn.run()
    context.fireChannelInactive()
  }

  private final func tearDown() {
    guard context != nil else { return }
    isClosing = true
    context = nil
    for stream in streams.values { stream.closed(.connectionLost) }
    unread.book(-streams.count * Self.streamBytes)
    streams.removeAll()
    dropRemoved()
    loop.spare.releaseStreams(spare.count)
    spare.removeAll()
    disconnected()
  }

  final func errorCaught(context: ChannelHandlerContext, error: any Error) {
    failed(error)
    context.close(promise: nil)
  }

  /// Why the connection is about to close.
  func failed(_ error: any Error) {}

  // MARK: In and out

  private final func receive(_ bytes: ByteBuffer) throws(HTTP2Failure) {
    var failure: HTTP2Failure?
    unsafe bytes.withUnsafeReadableBytes { readable in
      do throws(HTTP2Failure) { try unsafe session.receive(readable) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  final func flushAtTurnEnd() {
    isQueued = false
    guard let context, context.channel.isActive else { return }
    var wrote = false
    do throws(HTTP2Failure) {
      while !isClosing, context.channel.isWritable, try gather() {
        context.write(wrapOutboundOut(loop.frames), promise: nil)
        wrote = true
      }
    } catch {
      failed(error)
      context.close(promise: nil)
      return
    }
    if wrote { context.flush() }
    if !session.isAlive { finish(context) }
  }

  /// Fills `loop.frames`. False when there is nothing to send.
  private final func gather() throws(HTTP2Failure) -> Bool {
    loop.frames.clear()
    repeat {
      try session.fill(&loop.frames, limit: Self.writeBytes)
    } while act(on: nil) && loop.frames.readableBytes < Self.writeBytes
    return loop.frames.readableBytes > 0
  }

  /// Closing a socket that holds unread input resets it, and the peer may lose our last frames:
  /// first our side is closed, then the peer has a moment to close its own.
  private final func finish(_ context: ChannelHandlerContext) {
    guard !isClosing else { return }
    isClosing = true
    let bound = NIOLoopBound(self, eventLoop: loop.loop)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
      self.context?.close(mode: .output, promise: nil)
    }
    loop.loop.scheduleTask(in: Self.linger) { bound.value.closeNow() }
  }

  // MARK: Events

  /// Acts on what the callbacks left. False when they left nothing.
  @discardableResult
  private final func act(on input: ByteBuffer?) -> Bool {
    var taken = OwnedList<HTTP2Event>()
    swap(&taken, &events)
    session.takeEvents(into: &taken)
    let wasActing = isActing
    isActing = true
    if let input {
      unsafe input.withUnsafeReadableBytes { bytes in
        for index in 0..<taken.count { unsafe act(on: taken[index], bytes) }
      }
    } else {
      for index in 0..<taken.count { unsafe act(on: taken[index], nil) }
    }
    isActing = wasActing
    dropRemoved()
    session.forgetHeaders()
    let hadSome = !taken.isEmpty
    taken.removeAll()
    swap(&taken, &events)
    return hadSome
  }

  private final func act(on event: HTTP2Event, _ input: UnsafeRawBufferPointer?) {
    switch event {
    case .headers(let id, let fields, let endStream, let oversized):
      let isKnown = use(id) {
        $0.received(headers: fields, endStream: endStream, oversized: oversized)
      }
      if !isKnown { open(id, fields, endStream: endStream, oversized: oversized) }
    case .data(let id, let offset, let count):
      // An unread stream must not stall its neighbours: the connection's window is paid at once.
      session.consumeConnection(count)
      guard let input = unsafe input else { return }
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: input[offset..<offset + count])
      use(id) { unsafe $0.received(bytes) }
    case .endStream(let id): use(id) { $0.receivedEnd() }
    case .trailersDue(let id): use(id) { $0.bodySent() }
    case .drained(let id): use(id) { $0.wake(.writer) }
    case .sentEnd(let id): stopInput(of: id)
    case .notSent(let id): headersNotSent(id)
    case .closed(let id, let code):
      remove(id, code == .refusedStream ? .unprocessed : .stream(code))
    case .settings: receivedSettings()
    case .pinged: pinged()
    case .ping(let payload): receivedPing(payload)
    case .goAway(let last, let code): receivedGoAway(lastStream: last, code)
    case .violation(let code): terminate(code)
    }
  }

  private final func remove(_ id: Int32, _ closing: CallStream.Closing) {
    guard let stream = unsafe streams.remove(id) else { return }
    unread.book(-Self.streamBytes)
    unsafe stream._withUnsafeGuaranteedRef { $0.closed(closing) }
    streamRemoved()
  }

  /// Hands over an open stream. False where there is none.
  @discardableResult
  private final func use(_ id: Int32, _ body: (CallStream) -> Void) -> Bool {
    guard let stream = unsafe streams.find(id) else { return false }
    unsafe stream._withUnsafeGuaranteedRef(body)
    return true
  }

  /// Lets go of the streams that were removed, once nobody uses one uncounted.
  private final func dropRemoved() {
    if isActing { return }
    while var stream = streams.popRemoved() {
      if !isTornDown, isKnownUniquelyReferenced(&stream), stream.retire(),
        loop.spare.reserveStream()
      {
        spare.append(consume stream)
      }
    }
  }

  /// A request that did not leave was not processed; a reply that cannot leave (a header list over
  /// nghttp2's 64 KiB) must not let its client wait.
  private final func headersNotSent(_ id: Int32) {
    if session.role == .client {
      remove(id, .unprocessed)
    } else {
      use(id) { _ in session.reset(id, .internalError) }
    }
  }

  /// A server that has answered wants no more of the request (RFC 9113 section 8.1).
  private final func stopInput(of id: Int32) {
    guard session.role == .server else { return }
    use(id) { if !$0.inputEnded { session.reset(id, .noError) } }
  }
}
