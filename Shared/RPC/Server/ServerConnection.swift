import NIOCore
import NIOSSL

/// A client's connection: opens calls, and ends in two steps when the server stops or the
/// connection has lasted long enough.
final class ServerConnection: HTTP2Connection, TimerTarget {
  /// Payload of the PING whose answer says that the client has read the first GOAWAY.
  private static let shutdownPing: UInt64 = 0x6461_7962_6f6f_6b21
  /// A client that does not answer that PING gets the second GOAWAY then.
  private static let shutdownPingTimeout = TimeAmount.seconds(1)
  private static let keepalivePing: UInt64 = 0x6461_7962_6f6f_6b3f

  let server: ServerCore
  /// The session's.
  private let headers: HeaderArena
  /// Handlers that run, also for streams that are gone: cancelling is asking.
  var handlers = 0
  /// Until the peer's SETTINGS have come there is no life, only a limit for it to begin.
  private var life: ConnectionLife?
  private var timer: TimerWheel.Token?
  private var strikes: PingStrikes
  private var wasHeard = false
  private var wasUsed = false
  private var peer: Peer?
  private var isStopping = false
  private var refusesStreams = false

  init(_ server: ServerCore, executor: LoopExecutor) throws(HTTP2Failure) {
    self.server = server
    strikes = PingStrikes(server.options.connections)
    let session = try HTTP2Session(
      role: .server, settings: HTTP2Settings(server.options.limits),
      memory: executor.context.memory)
    headers = session.headers
    super.init(executor: executor, session: session, budget: server.unread)
    let limit = server.options.limits.handshakeTimeout
    timer = loop.timers.schedule(self, at: .now() + TimeAmount(limit))
  }

  override func disconnected() {
    if let timer { loop.timers.cancel(timer) }
    server.closed(self)
  }

  // MARK: Life

  override func receivedSettings() {
    guard life == nil else { return }
    life = ConnectionLife(server.options.connections, now: .now())
    lookAgain()
  }

  override func receivedSomething() { wasHeard = true }

  private func lookAgain() {
    if let timer { loop.timers.cancel(timer) }
    timer = life?.next.map { loop.timers.schedule(self, at: $0) }
  }

  func timerFired() {
    timer = nil
    // No HTTP/2 preface in time.
    guard life != nil else { return closeNow() }
    let due = life?.look(
      now: .now(), heard: wasHeard, used: wasUsed || handlers > 0 || !streams.isEmpty)
    wasHeard = false
    wasUsed = false
    if due != .dead { lookAgain() }
    switch due {
    case .ping:
      session.ping(Self.keepalivePing)
      needsFlush()
    case .dead:
      failed(RPCError(.unavailable, "The client does not answer."))
      closeNow()
    case .drain: beginStop()
    case .over: stopNow()
    case .nothing, nil: break
    }
  }

  override func pinged() {
    let hasReplied = session.hasReplied
    session.hasReplied = false
    let hasCalls = !streams.isEmpty
    if !strikes.allows(now: .now(), hasCalls: hasCalls, hasReplied: hasReplied) {
      session.terminate(.enhanceYourCalm, because: "too_many_pings")
      needsFlush()
    }
  }

  // MARK: Calls

  override func open(_ id: Int32, _ fields: Range<Int>, endStream: Bool, oversized: Bool) {
    wasUsed = true
    guard handlers < server.options.limits.concurrentStreams else {
      // Streams that were reset leave handlers behind; they count (rapid reset, CVE-2023-44487).
      return session.reset(id, .enhanceYourCalm)
    }
    guard unread.reserve(Self.streamBytes) else { return session.reset(id, .enhanceYourCalm) }
    let head = RequestHead(headers, fields)
    if !oversized, let rejection = head.rejection { return reject(id, rejection, endStream) }
    do throws(RPCError) {
      if oversized { throw RPCError(.resourceExhausted, "The header list is too large.") }
      let stream = try makeStream(id, head, fields)
      // The table has it from here on, and for as long as events are acted on also if it is removed.
      let uncounted = unsafe Unmanaged.passUnretained(stream)
      add(consume stream)
      unsafe uncounted._withUnsafeGuaranteedRef { stream in
        stream.start()
        if endStream { stream.receivedEnd() }
      }
    } catch {
      observeRefusal(head, fields, error)
      refuse(id, error, endStream)
    }
  }

  private func makeStream(
    _ id: Int32, _ head: RequestHead, _ fields: Range<Int>
  ) throws(RPCError) -> ServerStream {
    guard let served = unsafe method(head) else { throw noMethod(head) }
    var compression: Compression?
    if let encoding = head.encoding { compression = try .named(headers.bytes(encoding)) }
    var deadline: Deadline?
    if let timeout = head.timeout {
      guard let timeout = unsafe Timeout.decode(headers.value(timeout)) else {
        throw Self.malformedTimeout
      }
      deadline = Deadline(received + .nanoseconds(timeout))
    }
    let stream = takeStream()
    if let wrong = unsafe stream.begin(id, served, deadline, headers, fields) {
      throw Metadata.notBase64(headers, wrong)
    }
    stream.messages.compression = compression
    if let accepted = head.acceptedEncodings {
      stream.acceptedCompressions = unsafe AcceptedCompressions(headers.value(accepted))
    }
    return stream
  }

  /// Uncounted: the server has it to its end.
  @unsafe private func method(_ head: RequestHead) -> Unmanaged<MethodTable.Method>? {
    guard let path = head.path else { return nil }
    return unsafe server.methods[headers.value(path)]
  }

  // Errors are made out of the way of calls that have none: their code would fill its cache lines.

  @inline(never)
  private func noMethod(_ head: RequestHead) -> RPCError {
    RPCError(.unimplemented, "There is no method \(headers.bytes(head.path).text).")
  }

  @inline(never)
  private static var malformedTimeout: RPCError {
    RPCError(.internalError, "The grpc-timeout is malformed.")
  }

  /// One that has served a call before, or a new one.
  private func takeStream() -> ServerStream {
    guard let stream = takeSpare() else { return ServerStream(self, currentPeer()) }
    // A cast that asks counts.
    return unsafe unsafeDowncast(stream, to: ServerStream.self)
  }

  private func observeRefusal(_ head: RequestHead, _ fields: Range<Int>, _ error: RPCError) {
    let method =
      unsafe method(head)?.takeUnretainedValue().method ?? .unknown(path: headers.bytes(head.path))
    let metadata = try? Metadata(headers, fields)
    let call = ServerCall(
      method: method, metadata: metadata ?? [:], deadline: nil, peer: currentPeer())
    server.observer.callStarted(call, of: method)
    server.observer.callEnded(call, of: method, CallOutcome(error: error, nanoseconds: 0))
  }

  /// A trailers-only reply to a call that no handler sees.
  private func refuse(_ id: Int32, _ error: RPCError, _ endStream: Bool) {
    var list = HeaderList()
    list.addResponse()
    list.add("grpc-accept-encoding", Compression.accepted)
    list.addStatus(error)
    let stream = CallStream(connection: self, messageBytes: 0, mark: 0)
    stream.id = id
    stream.ignoresInput = true
    add(stream)
    if endStream { stream.receivedEnd() }
    stream.end = .endStream
    session.respond(stream, list, hasBody: false)
    needsFlush()
  }

  private func reject(_ id: Int32, _ rejection: HTTPRejection, _ endStream: Bool) {
    let stream = RejectedStream(id, rejection, self)
    add(stream)
    if endStream { stream.receivedEnd() }
  }

  private func currentPeer() -> Peer {
    if let peer { return peer }
    let made = Peer(
      address: channel?.remoteAddress?.text ?? "unknown",
      certificateURIs: channel.map(verifiedURIs) ?? [])
    peer = made
    return made
  }

  // MARK: Stopping

  /// First step of the graceful end. The second follows when the client has seen the first, so a
  /// call that was on its way is accepted and not lost.
  func beginStop() {
    guard !isStopping else { return }
    isStopping = true
    session.announceShutdown()
    session.ping(Self.shutdownPing)
    needsFlush()
    let bound = NIOLoopBound(self, eventLoop: loop.loop)
    loop.loop.scheduleTask(in: Self.shutdownPingTimeout) { bound.value.refuseStreams() }
  }

  override func receivedPing(_ payload: UInt64) {
    if isStopping, payload == Self.shutdownPing { refuseStreams() }
  }

  private func refuseStreams() {
    guard !refusesStreams else { return }
    refusesStreams = true
    session.refuseNewStreams()
    needsFlush()
  }

  override func streamRemoved() {
    if refusesStreams { needsFlush() }
  }

  /// The grace is over: what still runs ends with UNAVAILABLE.
  func stopNow() {
    for case let stream as ServerStream in streams.values {
      stream.end(RPCError(.unavailable, "The server ends this connection."))
    }
    terminate(.noError)
  }

  override func failed(_ error: any Error) {
    server.observer.connectionFailed(
      peer?.address ?? channel?.remoteAddress?.text ?? "unknown", error)
  }
}

extension HTTP2Settings {
  fileprivate init(_ limits: ServerLimits) {
    concurrentStreams = limits.concurrentStreams
    headerListBytes = limits.headerListBytes
    streamWindowBytes = limits.streamWindowBytes
    connectionWindowBytes = limits.connectionWindowBytes
    resetBurst = limits.resetBurst
    resetsPerSecond = limits.resetsPerSecond
  }
}

extension RPCMethod {
  /// Of a path that names more than a log should hold, the beginning is kept.
  private static let shownBytes = 256

  fileprivate static func unknown(path: ArraySlice<UInt8>) -> RPCMethod {
    let parts = path.prefix(shownBytes).dropFirst().split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    return RPCMethod(
      service: parts.first?.text ?? "", name: parts.dropFirst().first?.text ?? "", kind: .unary,
      idempotency: .unknown)
  }
}
