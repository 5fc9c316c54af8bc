import NIOCore

/// A call at the client, from its request to its status.
///
///     open ──HEADERS──▶ answered ──messages──▶ … ──trailers──▶ ended
///       └──────── RST_STREAM, deadline, cancellation, loss ──────▲
///
/// Messages that came before a status are read before it; a deadline, a cancellation or a lost
/// connection ends the call at once.
///
/// One that is closed, and that nobody holds any more, serves another call of its connection.
final class ClientStream: CallStream, TimerTarget {
  enum Outcome {
    case running
    case ended(RPCError?)
  }

  private(set) var outcome = Outcome.running
  /// Told when the response has begun and when the call has ended.
  var progress: ((ClientStream) -> Void)?
  /// The unary call that this is all of.
  var unary: UnaryCall?
  /// Whether and when the server wants the call again.
  private(set) var pushback: Pushback?
  /// The server never acted on the call, so it may be made again whatever it does.
  private(set) var isUnprocessed = false
  private(set) var initialMetadata: Metadata?
  private(set) var trailingMetadata = Metadata()
  private var deadline: TimerWheel.Token?
  private var hasResponse = false

  init(_ connection: ClientConnection, mark: Int) {
    super.init(connection: connection, messageBytes: 0, mark: mark)
  }

  /// Makes it the stream of this call, which has no id yet.
  func begin(_ terms: CallTerms) {
    renew(id: 0, messageBytes: terms.replyBytes)
    deadline = terms.deadline.map { loop.timers.schedule(self, at: $0.instant) }
  }

  override func retire() -> Bool {
    // What nobody has read must not count as long as the connection lasts.
    discardInput()
    outcome = .running
    progress = nil
    pushback = nil
    isUnprocessed = false
    initialMetadata = nil
    trailingMetadata = Metadata()
    hasResponse = false
    return true
  }

  // MARK: The response

  override func receivedHeaders(_ fields: Range<Int>, endStream: Bool, oversized: Bool) {
    guard case .running = outcome else { return }
    if oversized { return fail(RPCError(.resourceExhausted, "The header list is too large.")) }
    let head = ResponseHead(session.headers, fields)
    if let status = head.httpStatus, (100..<200).contains(status), !endStream { return }
    do throws(RPCError) {
      if !hasResponse {
        hasResponse = true
        if let error = head.httpError { throw error }
        messages.compression = try head.compression()
        if !endStream { initialMetadata = try Metadata(session.headers, fields) }
      }
      if endStream {
        trailingMetadata = try Metadata(session.headers, fields)
        pushback = head.pushback
        finish(head.status(trailingMetadata))
      } else {
        progress?(self)
        wake(.reader)
      }
    } catch {
      fail(error)
    }
  }

  override func inputArrived() {
    if inputEnded, case .running = outcome {
      fail(RPCError(.internalError, "The server ended the call without a status."))
    }
    if unary != nil, messages.hasMessage, !messages.hasOneMessage { fail(Self.severalReplies) }
    super.inputArrived()
  }

  override func inputFailed(_ error: RPCError) { fail(error) }

  override func streamClosed(_ closing: Closing) {
    guard case .running = outcome else { return }
    switch closing {
    case .unprocessed:
      isUnprocessed = true
      finish(RPCError(.unavailable, "The server refused the call."))
    case .connectionLost:
      finish(RPCError(.unavailable, "The connection was lost."))
    case .stream(let code):
      finish(RPCError(reset: code))
    }
  }

  func timerFired() {
    deadline = nil
    fail(RPCError(.deadlineExceeded, "The deadline has passed."))
  }

  // MARK: Reading

  func next<R: WireMessage>(_ type: R.Type) async throws(RPCError) -> R? {
    while true {
      if let reply = try await take(type) { return reply }
      if case .ended(let error) = outcome {
        if let error { throw error }
        guard messages.isEmpty else { throw Self.incomplete }
        return nil
      }
      try await waitOrCancel(.reader)
    }
  }

  /// The reply of a method that gives exactly one.
  func onlyReply<R: WireMessage>(_ type: R.Type) async throws(RPCError) -> R {
    guard let reply = try await next(type) else { throw Self.noReply }
    guard try await next(type) == nil else {
      fail(Self.severalReplies)
      throw Self.severalReplies
    }
    return reply
  }

  /// The same of a call that has ended OK, as it came: for an empty buffer, or compressed.
  func takeOnlyReply(for buffer: inout ByteBuffer) throws(RPCError) -> PackedMessage? {
    if messages.isEmpty { throw Self.noReply }
    guard messages.hasOneMessage else {
      throw messages.hasMessage ? Self.severalReplies : Self.incomplete
    }
    do throws(RPCError) {
      if let packed = try takePackedAway() { return packed }
    } catch {
      throw error.ofReply
    }
    guard takeOnlyMessage(for: &buffer) else { throw Self.noReply }
    return nil
  }

  private static let noReply = RPCError(
    .unimplemented, "The server gave no reply message and status OK.")
  private static let severalReplies = RPCError(
    .unimplemented, "The server gave several replies to a call that takes one.")
  private static let incomplete = RPCError(.internalError, "The last message is incomplete.")

  /// Returns when the response has begun, with what came before its first message.
  func awaitInitialMetadata() async throws(RPCError) -> Metadata {
    while true {
      if let initialMetadata { return initialMetadata }
      if case .ended(let error) = outcome {
        if let error { throw error }
        return Metadata()
      }
      try await waitOrCancel(.reader)
    }
  }

  private func take<R: WireMessage>(_ type: R.Type) async throws(RPCError) -> R? {
    do throws(RPCError) {
      if let packed = try takePacked() { return try await unpack(packed, type) }
      return try takeMessage(type)
    } catch {
      let error = error.ofReply
      fail(error)
      throw error
    }
  }

  // MARK: Writing

  func write(
    _ message: some WireMessage, _ terms: CallTerms, compressed: Bool
  ) async throws(RPCError) {
    try checkRunning()
    do throws(RPCError) {
      if compressed, terms.compression != nil {
        return try await write(framed: terms.framed(message))
      }
      try await waitForDrain(append(message, limit: terms.requestBytes))
    } catch {
      fail(error)
      throw error
    }
  }

  /// A request that has its prefix.
  func write(framed message: ByteBuffer) async throws(RPCError) {
    try checkRunning()
    try await waitForDrain(append(framed: message))
  }

  private func waitForDrain(_ mustWait: Bool) async throws(RPCError) {
    var mustWait = mustWait
    while mustWait {
      writerWaits = true
      try await waitOrCancel(.writer)
      try checkRunning()
      mustWait = outgoing.readableBytes >= mark
    }
  }

  /// The requests so far, of a stream that is not open yet.
  func begin(with requests: ByteBuffer, isWhole: Bool) {
    outgoing = requests
    sentBytes = requests.readableBytes
    if isWhole { end = .endStream }
  }

  /// The same with the whole request of a call that leaves its memory to it, for an empty buffer.
  func begin(taking request: inout ByteBuffer) {
    swap(&outgoing, &request)
    sentBytes = outgoing.readableBytes
    end = .endStream
  }

  func endRequests() {
    guard end == .open else { return }
    end = .endStream
    outputChanged()
  }

  var isRunning: Bool {
    if case .running = outcome { true } else { false }
  }

  private func checkRunning() throws(RPCError) {
    if case .ended(let error) = outcome {
      throw error ?? RPCError(.cancelled, "The call has ended.")
    }
  }

  private func waitOrCancel(_ side: Side) async throws(RPCError) {
    await wait(for: side)
    if Task.isCancelled {
      cancel()
      throw RPCError(.cancelled, "The caller cancelled the call.")
    }
  }

  // MARK: Ending

  /// Nobody will read what is still here.
  func abandon() {
    cancel()
    discardInput()
  }

  func cancel() { fail(RPCError(.cancelled, "The caller cancelled the call.")) }

  /// Ends the call from this side.
  func fail(_ error: RPCError) {
    guard case .running = outcome else { return }
    discardInput()
    finish(error)
  }

  private func finish(_ error: RPCError?) {
    guard case .running = outcome else { return }
    outcome = .ended(error)
    if let deadline { loop.timers.cancel(deadline) }
    deadline = nil
    if !isClosed, id > 0, !isOver { stopStream() }
    wake(.reader)
    wake(.writer)
    progress?(self)
    unary?.ended(self, error)
    unary = nil
  }

  /// Both sides have said all. To reset such a stream would count against us: servers end
  /// connections that reset many (CVE-2023-44487).
  private var isOver: Bool { inputEnded && end == .endStream && outgoing.readableBytes == 0 }

  /// What the server still sends is dropped, what we still have is not sent.
  private func stopStream() {
    ignoresInput = true
    session.reset(id, .cancel)
    connection.needsFlush()
  }
}

extension RPCError {
  /// What a caller is told of a reply that cannot be decoded: INTERNAL, but what is too large stays
  /// RESOURCE_EXHAUSTED.
  var ofReply: RPCError {
    code == .resourceExhausted
      ? self : RPCError(.internalError, "A reply cannot be read.", cause: self)
  }
}
