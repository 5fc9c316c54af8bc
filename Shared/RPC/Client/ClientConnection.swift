import NIOCore

/// A connection to a server: carries calls until either side is done with it.
final class ClientConnection: HTTP2Connection {
  /// What happened that the subchannel must know.
  enum Change {
    case ready
    /// It was full and has room for a call again.
    case room
    /// No further calls: the server goes away.
    case draining
    case closed
  }

  private static let keepalivePing: UInt64 = 0x6461_7962_6f6f_6b3f

  /// Called on the loop. Nil when nobody wants to know any more.
  var changed: ((ClientConnection, Change) -> Void)?
  /// Called once, when nothing more comes of this connection.
  var closed: ((ClientConnection) -> Void)?
  /// Ends the attempt that this connection is until it is ready.
  var attemptTimeout: Scheduled<Void>?
  /// Health watches among the streams; they keep nothing open.
  var watches = 0
  private(set) var isReady = false
  private(set) var isDraining = false
  private(set) var isOver = false
  private(set) var failure: (any Error)?
  private(set) var sentTooManyPings = false
  private let options: ChannelOptions
  /// The streams that the server lets us have open.
  private var streamLimit = 0
  /// Streams that were promised to calls that waited, and are not open yet.
  private var promised = 0
  private var keepalive: Keepalive?
  private var keepaliveCheck: Scheduled<Void>?

  init(
    _ options: ChannelOptions, _ budget: ByteBudget, _ keepalive: Keepalive?,
    executor: LoopExecutor
  ) throws(HTTP2Failure) {
    self.options = options
    self.keepalive = keepalive
    var settings = HTTP2Settings()
    settings.connectionWindowBytes = options.connectionWindowBytes
    settings.streamWindowBytes = options.streamWindowBytes
    super.init(
      executor: executor,
      session: try HTTP2Session(
        role: .client, settings: settings, memory: executor.context.memory),
      budget: budget)
  }

  // MARK: Calls

  var hasRoom: Bool { streams.count + promised < streamLimit && !isDraining }

  /// A call that was promised its stream counts: the connection must not go idle under it.
  var hasCalls: Bool { streams.count + promised > watches }

  /// Keeps room for a call that waited until it opens its stream or `release`s it.
  func promise() { promised += 1 }
  func release() { promised -= 1 }

  /// Puts a call on its way. Nil when this connection can open no more streams.
  func open(
    _ headers: CallHeaders, _ terms: CallTerms, previousAttempts: Int = 0,
    _ prepare: (ClientStream) -> Void
  ) -> ClientStream? {
    let stream = takeStream()
    stream.begin(terms)
    prepare(stream)
    if streams.isEmpty, keepalive?.isDue() == true { checkAlive(hasCalls: true) }
    guard headers.open(stream, terms, previousAttempts: previousAttempts) else {
      stream.fail(RPCError(.unavailable, "The connection can open no more streams."))
      drain()
      return nil
    }
    add(stream)
    needsFlush()
    return stream
  }

  /// One that has served a call before, or a new one.
  private func takeStream() -> ClientStream {
    guard let stream = takeSpare() else {
      return ClientStream(self, mark: options.streamOutgoingBytes)
    }
    // A cast that asks counts.
    return unsafe unsafeDowncast(stream, to: ClientStream.self)
  }

  override func receivedSettings() {
    let hadRoom = hasRoom
    streamLimit = session.peerStreamLimit
    guard isReady else {
      isReady = true
      attemptTimeout?.cancel()
      checkAlive()
      changed?(self, .ready)
      return
    }
    if hasRoom, !hadRoom { changed?(self, .room) }
  }

  override func streamRemoved() {
    if isDraining { return closeWhenIdle() }
    if streams.count + promised + 1 == streamLimit { changed?(self, .room) }
  }

  // MARK: The end

  override func receivedGoAway(lastStream: Int32, _ code: HTTP2ErrorCode) {
    if code == .enhanceYourCalm, session.goAwayReason == "too_many_pings" {
      sentTooManyPings = true
    }
    isDraining = true
    changed?(self, .draining)
    // Streams above the last one were never acted on (RFC 9113 section 6.8).
    for stream in streams.values where stream.id > lastStream { unprocessed(stream.id) }
    closeWhenIdle()
  }

  /// No further calls; those that run finish.
  func drain() {
    changed = nil
    isDraining = true
    closeWhenIdle()
  }

  /// Ends the connection and every call on it, and says so to the server.
  func shutDown() {
    isDraining = true
    for case let stream as ClientStream in streams.values {
      stream.fail(RPCError(.unavailable, "The channel was closed."))
    }
    guard channel?.isActive == true else { return end(nil) }
    terminate(.noError)
  }

  /// Nobody waits for this attempt any more.
  func giveUp() {
    changed = nil
    end(nil)
  }

  /// Cuts the connection.
  func end(_ error: (any Error)?) {
    failure = failure ?? error
    closeNow()
    over()
  }

  override func failed(_ error: any Error) { failure = failure ?? error }

  override func disconnected() { over() }

  private func over() {
    guard !isOver else { return }
    isOver = true
    isDraining = true
    attemptTimeout?.cancel()
    keepaliveCheck?.cancel()
    changed?(self, .closed)
    changed = nil
    closed?(self)
    closed = nil
  }

  private func closeWhenIdle() {
    if isDraining, streams.isEmpty { terminate(.noError) }
  }

  // MARK: Keepalive

  override func receivedSomething() { keepalive?.received() }

  private func checkAlive() { checkAlive(hasCalls: hasCalls) }

  private func checkAlive(hasCalls: Bool) {
    guard !isOver, let (action, next) = keepalive?.check(hasCalls: hasCalls) else { return }
    switch action {
    case .none: break
    case .ping:
      session.ping(Self.keepalivePing)
      needsFlush()
    case .end:
      return end(RPCError(.unavailable, "The server does not answer."))
    }
    keepaliveCheck?.cancel()
    let bound = NIOLoopBound(self, eventLoop: loop.loop)
    keepaliveCheck = loop.loop.scheduleTask(deadline: next) { bound.value.checkAlive() }
  }
}
