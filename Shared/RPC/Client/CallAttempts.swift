import NIOCore

/// The attempts of one call, of which one is chosen; on the channel's event loop.
///
///     undecided ──a response begins, too much to keep, nothing left to try──▶ chosen
///         ├──an attempt fails──▶ (pause) ──▶ another attempt
///         └──no connection, deadline, cancellation──▶ failed
///
/// Until then what the caller writes is kept, to be said again to the next attempt; afterwards
/// everything goes straight to the chosen stream.
final class CallAttempts {
  private enum State {
    case undecided
    case chosen(ClientStream)
    case failed(RPCError)
  }

  private let channel: ClientChannel
  private let terms: CallTerms
  private var state = State.undecided
  private var plan: AttemptPlan
  private var running: [ClientStream] = []
  /// Framed requests, as long as the call may be made again.
  private var requests: ByteBuffer
  private var hasEnded: Bool
  private var next: Scheduled<Void>?
  private var opening: [Int: Task<Void, Never>] = [:]
  private var nextOpening = 0
  private var reader = Waiter()
  private var writer = Waiter()
  private var ending = Waiter()
  private var isOver = false
  private let observation: CallObservation?

  /// `requests` given is the whole request.
  init(_ channel: ClientChannel, _ terms: CallTerms, requests: ByteBuffer?) {
    self.channel = channel
    self.terms = terms
    self.requests = requests ?? ByteBuffer()
    hasEnded = requests != nil
    observation = channel.options.observer.map { CallObservation($0, terms.method) }
    let isKept = self.requests.readableBytes <= channel.options.replayBytes
    plan = AttemptPlan(
      retry: isKept ? terms.retry : nil, hedging: isKept ? terms.hedging : nil)
  }

  var executor: LoopExecutor { channel.executor }

  // MARK: Attempts

  /// Returns when the first attempt is on its way.
  func start() async throws(RPCError) {
    await attempt(nil)
    if case .failed(let error) = state { throw error }
  }

  private func attempt(_ number: Int?) async {
    let before = plan.made
    plan.begin()
    do throws(RPCError) {
      let stream = try await channel.open(terms, previousAttempts: before) { stream in
        stream.begin(with: self.requests, isWhole: self.hasEnded)
        stream.progress = { [weak self] stream in self?.progressed(stream) }
      }
      if let number { opening[number] = nil }
      guard case .undecided = state else { return stream.abandon() }
      running.append(stream)
      writer.wake()
      if let delay = plan.hedge(channel.throttle) { schedule(after: delay) }
    } catch {
      if let number { opening[number] = nil }
      guard case .undecided = state else { return }
      if error.code == .unavailable, channel.state != .shutdown {
        ended(AttemptEnd(code: .unavailable), nil, error)
      } else {
        fail(error)
      }
    }
  }

  private func progressed(_ stream: ClientStream) {
    guard case .undecided = state else { return settled(stream) }
    guard case .ended(let error) = stream.outcome, stream.initialMetadata == nil,
      terms.deadline?.isPast != true
    else { return choose(stream) }
    running.removeAll { $0 === stream }
    let end = AttemptEnd(
      code: error?.code ?? .ok, isUnprocessed: stream.isUnprocessed, pushback: stream.pushback)
    ended(end, stream, error)
  }

  /// What a call ends with after its response began counts for the throttle all the same.
  private func settled(_ stream: ClientStream) {
    guard case .chosen(let chosen) = state, chosen === stream,
      case .ended(let error) = stream.outcome, !isOver
    else { return }
    if stream.initialMetadata != nil {
      plan.count(AttemptEnd(code: error?.code ?? .ok, pushback: stream.pushback), channel.throttle)
    }
    over(error, stream)
  }

  private func over(_ error: RPCError?, _ stream: ClientStream?) {
    isOver = true
    observation?.ended(error, stream)
    ending.wake()
  }

  private func ended(_ end: AttemptEnd, _ stream: ClientStream?, _ error: RPCError?) {
    let othersRun = !running.isEmpty || !opening.isEmpty
    switch plan.judge(end, othersRun: othersRun, channel.throttle) {
    case .again(let pause): schedule(after: pause)
    case .wait: break
    case .surface:
      if let stream { choose(stream) } else if let error { fail(error) }
    }
  }

  /// The next attempt takes the place of one that was to come later.
  private func schedule(after pause: Duration) {
    next?.cancel()
    let bound = NIOLoopBound(self, eventLoop: channel.loop)
    let pause = min(pause, terms.deadline?.remaining ?? pause)
    next = channel.loop.scheduleTask(in: TimeAmount(pause)) { bound.value.attemptNow() }
  }

  private func attemptNow() {
    next = nil
    guard case .undecided = state else { return }
    if terms.deadline?.isPast == true {
      if running.isEmpty { fail(RPCError(.deadlineExceeded, "The deadline has passed.")) }
      return
    }
    nextOpening += 1
    let (number, bound) = (nextOpening, NIOLoopBound(self, eventLoop: channel.loop))
    opening[number] = Task(executorPreference: executor) {
      await bound.value.attempt(number)
    }
  }

  // MARK: The decision

  private func choose(_ stream: ClientStream) {
    decide(.chosen(stream), keeping: stream)
    settled(stream)
  }

  private func fail(_ error: RPCError) {
    guard case .undecided = state else { return }
    decide(.failed(error), keeping: nil)
    over(error, nil)
  }

  private func decide(_ decision: State, keeping kept: ClientStream?) {
    guard case .undecided = state else { return }
    state = decision
    next?.cancel()
    for task in opening.values { task.cancel() }
    for stream in running where stream !== kept { stream.abandon() }
    running = []
    requests = ByteBuffer()
    reader.wake()
    writer.wake()
  }

  /// The attempt that the call has become, nil as long as it has not.
  var stream: ClientStream? {
    if case .chosen(let stream) = state { stream } else { nil }
  }

  /// The attempt that the call becomes.
  func chosen() async throws(RPCError) -> ClientStream {
    while true {
      switch state {
      case .chosen(let stream): return stream
      case .failed(let error): throw error
      case .undecided: try await wait(for: .reader)
      }
    }
  }

  /// Returns when the call has ended, whoever reads it.
  func ended() async throws(RPCError) -> CallEnd {
    // Not cancelled with its task: a call ends with its readers or by itself.
    while !isOver { await unsafe withUnsafeContinuation { unsafe ending.suspend($0) } }
    let stream = try await chosen()
    if case .ended(let error?) = stream.outcome { throw error }
    return CallEnd(
      initialMetadata: stream.initialMetadata ?? [:], trailingMetadata: stream.trailingMetadata)
  }

  private func wait(for side: CallStream.Side) async throws(RPCError) {
    let ticket = side == .reader ? reader.nextTicket() : writer.nextTicket()
    let bound = NIOLoopBound(self, eventLoop: channel.loop)
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { continuation in
        switch side {
        case .reader: unsafe reader.suspend(continuation)
        case .writer: unsafe writer.suspend(continuation)
        }
      }
    } onCancel: {
      bound.eventLoop.execute { bound.value.cancelWait(side, ticket) }
    }
    guard Task.isCancelled else { return }
    cancel()
    throw RPCError(.cancelled, "The caller cancelled the call.")
  }

  private func cancelWait(_ side: CallStream.Side, _ ticket: Int) {
    switch side {
    case .reader: reader.wake(ticket: ticket)
    case .writer: writer.wake(ticket: ticket)
    }
  }

  // MARK: What the caller does

  func next<R: WireMessage>(_ type: R.Type) async throws(RPCError) -> R? {
    if case .chosen(let stream) = state { return try await stream.next(type) }
    return try await chosen().next(type)
  }

  func write(_ message: some WireMessage, compressed: Bool) async throws(RPCError) {
    guard case .undecided = state else {
      return try await chosen().write(message, terms, compressed: compressed)
    }
    let framed = try await terms.framed(message, compressed: compressed)
    while case .undecided = state {
      if requests.readableBytes + framed.readableBytes <= channel.options.replayBytes {
        requests.writeImmutableBuffer(framed)
        for stream in running { _ = stream.append(framed: framed) }
        return
      }
      // More than is kept: the call becomes the attempt that has come furthest.
      if let furthest = running.min(by: { $0.outgoing.readableBytes < $1.outgoing.readableBytes }) {
        choose(furthest)
      } else {
        try await wait(for: .writer)
      }
    }
    try await chosen().write(framed: framed)
  }

  func endRequests() {
    hasEnded = true
    for stream in running { stream.endRequests() }
    if case .chosen(let stream) = state { stream.endRequests() }
  }

  /// Whether there is no status yet.
  var isRunning: Bool {
    switch state {
    case .undecided: true
    case .failed: false
    case .chosen(let stream): stream.isRunning
    }
  }

  func cancel() {
    fail(RPCError(.cancelled, "The caller cancelled the call."))
    if case .chosen(let stream) = state { stream.cancel() }
  }

  /// Nobody will read what is still here.
  func abandon() {
    cancel()
    if case .chosen(let stream) = state { stream.abandon() }
  }
}
