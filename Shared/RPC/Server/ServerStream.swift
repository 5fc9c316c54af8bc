import NIOCore

/// A call at the server, from its headers to its status.
///
///     receiving ──request is there──▶ running ──status chosen──▶ answered ──▶ closed
///         │                              │                                     ▲
///         └── refused, deadline ─────────┴── RST_STREAM, connection lost ──────┘
///
/// A method that takes one request runs when the request is complete; one that takes a stream runs
/// at once. The status is chosen once: by the handler, the deadline, the peer's input or its loss.
///
/// A stream made anew cost a call 1,600 instructions, an allocation and 41 counts of references: one that
/// is closed, and that nobody holds any more, serves another call of its connection.
final class ServerStream: CallStream, TimerTarget {
  private enum State { case receiving, running, answered }

  private(set) var call: ServerCall
  /// Whose task runs while it serves this call, and so holds it.
  unowned(unsafe) var worker: Worker?
  /// What the client can read.
  var acceptedCompressions = AcceptedCompressions()
  /// Named in the response's headers; every compressed reply is compressed so.
  private var compression: Compression?
  /// The `connection`, known for what it is: a cast at each call asks the runtime.
  private let home: ServerConnection
  private let server: ServerCore
  private let observer: any ServerObserver
  private let timers: TimerWheel
  private let workers: WorkerPool
  private(set) var served = MethodTable.Method.none
  private(set) var deadline: Deadline?
  private var started = NIODeadline.distantPast
  private var state = State.receiving
  private var timer: TimerWheel.Token?
  private var hasStartedResponse = false
  /// Nil is OK and nothing beside it.
  private var trailers: HeaderList?

  init(_ connection: ServerConnection, _ peer: Peer) {
    call = ServerCall(peer: peer)
    home = connection
    server = connection.server
    observer = connection.server.observer
    timers = connection.loop.timers
    workers = connection.loop.workers
    super.init(
      connection: connection, messageBytes: 0, mark: server.options.limits.streamOutgoingBytes)
  }

  /// Makes it the stream of this call. Gives the first field that should be base64 and is not.
  ///
  /// Not inlined: there it would be counted for as long as this takes.
  @inline(never)
  func begin(
    _ id: Int32, _ served: Unmanaged<MethodTable.Method>, _ deadline: Deadline?,
    _ headers: HeaderArena, _ fields: Range<Int>
  ) -> Int? {
    // Mostly it is the one of the call before: to put it there again would count twice.
    if unsafe served.toOpaque() != Unmanaged.passUnretained(self.served).toOpaque() {
      self.served = unsafe served.takeUnretainedValue()
    }
    renew(id: id, messageBytes: unsafe served._withUnsafeGuaranteedRef { $0.sizes.request })
    self.deadline = deadline
    started = connection.received
    return beginCall(headers, fields)
  }

  override func retire() -> Bool {
    call.renew()
    acceptedCompressions = AcceptedCompressions()
    compression = nil
    state = .receiving
    hasStartedResponse = false
    trailers = nil
    return true
  }

  func start() {
    observe { observer.callStarted($0, of: $1) }
    if let deadline { timer = timers.schedule(self, at: deadline.instant) }
    if !served.takesOneRequest { run() }
  }

  // MARK: The request

  override func inputArrived() {
    guard state == .receiving else { return super.inputArrived() }
    guard inputEnded else { return }
    if !messages.isEmpty, !messages.hasOneMessage {
      return answer(
        messages.hasMessage
          ? RPCError(.unimplemented, "The method takes one request message and got several.")
          : RPCError(.internalError, "The last message is incomplete."))
    }
    run()
  }

  override func inputFailed(_ error: RPCError) { end(error) }

  override func streamClosed(_ closing: Closing) {
    // Nearly every call has its answer by now: to make the error for nothing costs 450 instructions.
    if state != .answered { end(RPCError(.cancelled, "The client has gone.")) }
  }

  func timerFired() {
    timer = nil
    end(RPCError(.deadlineExceeded, "The deadline has passed."))
  }

  private func run() {
    state = .running
    if server.isOpen, takesPlain, let handle = served.handler.runInPlace {
      return serveInPlace(handle)
    }
    home.handlers += 1
    workers.run(self)
  }

  /// Nothing needs to be unpacked: the peer named no encoding.
  var takesPlain: Bool { messages.compression == nil }

  /// The bytes of the request of a method that takes exactly one, which are here before it runs; nil
  /// where there is none. Not to be asked of a peer that compresses. `dropOnlyMessage` must follow.
  func takeOnlyRequest() throws(RPCError) -> UnsafeRawBufferPointer? {
    try checkRunning()
    return unsafe takeOnlyMessageInPlace()
  }

  /// Hands over the next request; calls nobody when it is not here yet. Not to be asked of a peer that
  /// compresses.
  func takeRequest(
    _ body: (UnsafeRawBufferPointer) throws(RPCError) -> Void
  ) throws(RPCError) {
    try checkRunning()
    if try unsafe !takeMessage(body), inputEnded, !messages.isEmpty {
      throw RPCError(.internalError, "The last message is incomplete.")
    }
  }

  func checkRunning() throws(RPCError) {
    guard state == .running else { throw RPCError(.cancelled, "The call is over.") }
  }

  // MARK: The handler

  /// What a worker is to run: nil when the call has ended, else whether nothing stands between it and
  /// its handler.
  var isDirect: Bool? { state == .running ? server.isOpen : nil }

  /// A worker's handler has ended.
  func handled(_ thrown: (any Error)?) {
    answer(thrown.map { RPCError(thrown: $0, deadline: deadline) })
    home.handlers -= 1
  }

  /// Without a task.
  private func serveInPlace(_ handle: (ServerExchange) throws -> Void) {
    do {
      try handle(ServerExchange(self))
      answer(nil)
    } catch {
      answer(RPCError(thrown: error, deadline: deadline))
    }
  }

  /// Not a part of `Worker.work`, whose calls mostly have no interceptor: they would pay for one more
  /// look at where their task is to run.
  @inline(never)
  func intercepted() async throws { try await intercepted(call, 0) }

  private func intercepted(_ call: ServerCall, _ index: Int) async throws {
    let interceptors = server.options.interceptors
    guard index < interceptors.count else { return try await authenticatedRun(call) }
    try await interceptors[index].intercept(call) { call in
      try await self.intercepted(call, index + 1)
    }
  }

  private func authenticatedRun(_ call: ServerCall) async throws {
    let principal = try await server.options.authenticate?(call)
    guard self.call.admit(principal) else {
      throw RPCError(.internalError, "An interceptor has let the call on twice.")
    }
    guard state == .running else { return }
    try await served.handler.run(ServerExchange(self))
  }

  // MARK: The replies

  /// Sends the replies that `write` writes, `count` of them or more, until the writer should wait, which is
  /// what this says. What `write` throws is thrown when those before are sent.
  func send(
    _ count: Int, _ write: (inout FramedOutput) throws(RPCError) -> Void
  ) throws(RPCError) -> Bool {
    try checkRunning()
    let before = outgoing.readableBytes
    let limit = served.sizes.reply
    var failure: RPCError?
    let mustWait = append { output in
      do throws(RPCError) {
        try output.writeFramed(count: count, mark: mark, limit: limit, write)
      } catch {
        failure = error
      }
    }
    try countOutgoing(orKeep: before)
    if outgoing.readableBytes > before { startResponse() }
    if let failure { throw failure }
    return mustWait
  }

  func mustWait() throws(RPCError) -> Bool {
    try checkRunning()
    return outgoing.readableBytes >= mark
  }

  /// How the next reply is compressed; the choice is made with the first.
  func replyCompression() -> Compression? {
    if !hasStartedResponse, compression == nil, !acceptedCompressions.isEmpty,
      let chosen = call.compression, acceptedCompressions.contains(chosen)
    {
      compression = chosen
    }
    return compression
  }

  func startResponse() {
    guard !hasStartedResponse else { return }
    hasStartedResponse = true
    if !hasInitialMetadata, compression == nil { return session.respond(self, .response) }
    var list = HeaderList()
    list.addResponse()
    if let compression { list.add("grpc-encoding", compression.rawValue.utf8) }
    call.initialMetadata.write(to: &list)
    session.respond(self, list, hasBody: true)
  }

  override func bodySent() {
    if let trailers {
      session.sendTrailers(id, trailers)
    } else {
      session.sendTrailers(id, .okTrailers)
    }
  }

  // MARK: The status

  /// Ends the call from outside its handler, which is cancelled.
  func end(_ error: RPCError) {
    guard state != .answered else { return }
    let worker = unsafe worker
    answer(error)
    worker?.cancel()
    wake(.reader)
    wake(.writer)
  }

  private func answer(_ error: RPCError?) {
    guard state != .answered else { return }
    state = .answered
    if let timer { timers.cancel(timer) }
    timer = nil
    ignoresInput = true
    discardInput()
    if !isClosed { sendStatus(error) }
    let outcome = CallOutcome(
      error: error, nanoseconds: (NIODeadline.now() - started).nanoseconds,
      requestBytes: receivedBytes, replyBytes: sentBytes)
    observe { observer.callEnded($0, of: $1, outcome) }
  }

  private func sendStatus(_ error: RPCError?) {
    if error != nil || hasTrailingMetadata {
      var trailers = HeaderList()
      if !hasStartedResponse, !hasInitialMetadata { trailers.addResponse() }
      trailers.addStatus(error)
      call.trailingMetadata.write(to: &trailers)
      self.trailers = trailers
      if !hasStartedResponse, !hasInitialMetadata {
        session.respond(self, trailers, hasBody: false)
        return connection.needsFlush()
      }
    }
    startResponse()
    if error?.code == .deadlineExceeded || error?.code == .cancelled, outgoing.readableBytes > 0 {
      // The peer does not read and its status would wait behind what it does not read.
      session.reset(id, .cancel)
      return connection.needsFlush()
    }
    end = .trailers
    outputChanged()
  }
}
