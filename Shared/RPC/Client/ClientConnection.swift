import NIOCore

/// A connection to a server: carries calls until either side is done with it.
final class ClientConnection: HTTP2Connection {
  /// What happened that the channel must know.
  enum Change {
    case ready
    /// No further calls: the server goes away.
    case draining
    case closed
  }

  private static let keepalivePing: UInt64 = 0x6461_7962_6f6f_6b3f

  /// Set by the channel; called on the loop.
  var changed: ((ClientConnection, Change) -> Void)?
  private(set) var isReady = false
  private(set) var isDraining = false
  private(set) var failure: (any Error)?
  private let options: ChannelOptions
  private var lastActivity = NIODeadline.now()
  private var pingSent: NIODeadline?

  init(_ options: ChannelOptions, _ budget: UnreadBudget, executor: LoopExecutor)
    throws(HTTP2Failure)
  {
    self.options = options
    var settings = HTTP2Settings()
    settings.connectionWindowBytes = options.connectionWindowBytes
    settings.streamWindowBytes = options.streamWindowBytes
    super.init(
      executor: executor, session: try HTTP2Session(role: .client, settings: settings),
      budget: budget)
  }

  /// Puts a call on its way. Nil when this connection can open no more streams.
  func open(
    _ headers: HeaderList, deadline: Deadline?, _ prepare: (ClientStream) -> Void
  ) -> ClientStream? {
    let stream = ClientStream(self, deadline: deadline, options: options)
    prepare(stream)
    guard session.request(stream, headers) else {
      stream.fail(RPCError(.unavailable, "The connection can open no more streams."))
      isDraining = true
      return nil
    }
    add(stream)
    needsFlush()
    return stream
  }

  override func receivedSettings() {
    guard !isReady else { return }
    isReady = true
    changed?(self, .ready)
    if let interval = options.keepalive { watch(TimeAmount(interval)) }
  }

  override func receivedGoAway(lastStream: Int32, _ code: HTTP2ErrorCode) {
    isDraining = true
    changed?(self, .draining)
    // Streams above the last one were never acted on (RFC 9113 section 6.8).
    for (id, _) in streams where id > lastStream { unprocessed(id) }
    closeWhenIdle()
  }

  override func streamRemoved() { closeWhenIdle() }

  override func disconnected() { changed?(self, .closed) }

  override func failed(_ error: any Error) { failure = failure ?? error }

  private func closeWhenIdle() {
    if isDraining, streams.isEmpty { terminate(.noError) }
  }

  /// Ends the connection and every call on it.
  func shutDown() {
    isDraining = true
    for case let stream as ClientStream in streams.values {
      stream.fail(RPCError(.unavailable, "The channel was closed."))
    }
    terminate(.noError)
  }

  // MARK: Keepalive

  override func receivedPing(_ payload: UInt64) { pingSent = nil }

  override func receivedSomething() { lastActivity = .now() }

  private func watch(_ interval: TimeAmount) {
    let bound = NIOLoopBound(self, eventLoop: loop.loop)
    loop.loop.scheduleTask(in: interval) { bound.value.checkAlive(interval) }
  }

  private func checkAlive(_ interval: TimeAmount) {
    guard channel?.isActive == true else { return }
    if let pingSent, pingSent + TimeAmount(options.keepaliveTimeout) <= .now() {
      failure = RPCError(.unavailable, "The server does not answer.")
      return closeNow()
    }
    if pingSent == nil, !streams.isEmpty, lastActivity + interval <= .now() {
      pingSent = .now()
      session.ping(Self.keepalivePing)
      needsFlush()
    }
    watch(pingSent == nil ? interval : min(interval, TimeAmount(options.keepaliveTimeout)))
  }
}
