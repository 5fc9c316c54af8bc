import NIOCore

/// A unary call that is made once. Its caller encodes the request, waits and decodes the reply; what
/// lies between happens on the channel's event loop without a task.
///
///     made ──await──▶ begun ──a connection has room──▶ open ──the stream ends──▶ answered
///                       └───────────none has──────────────────────▲
///
/// A caller is suspended once and goes on where it was; to go through the stream in asynchronous
/// functions on its loop was half of what a call cost.
final class UnaryCall: Sendable {
  enum Answer {
    case none
    case reply(ByteBuffer)
    case packed(PackedMessage)
    case failed(RPCError)
    /// No connection had room: nothing was sent.
    case unplaced
    /// No handler saw it.
    case unprocessed
  }

  @safe private struct State {
    var request: ByteBuffer
    var answer = Answer.none
    var caller: UnsafeContinuation<Void, Never>?
    var stream: ClientStream?
    var isCancelled = false
    var initialMetadata = Metadata()
    var trailingMetadata = Metadata()
    var sentBytes = 0
    var receivedBytes = 0
  }

  let terms: CallTerms
  let observation: CallObservation?
  private let channel: RPCChannel
  /// Its caller's until that waits and from when it goes on, its loop's meanwhile; `stream` and
  /// `isCancelled` are its loop's throughout, as a cancellation may come when the caller has gone on.
  private nonisolated(unsafe) var state: State

  init(_ channel: RPCChannel, _ terms: CallTerms, request: ByteBuffer) {
    self.channel = channel
    self.terms = terms
    observation = channel.options.observer.map { CallObservation($0, terms.method) }
    unsafe state = State(request: request)
  }

  /// Returns when there is an answer.
  func answered() async {
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { continuation in
        unsafe state.caller = continuation
        channel.begin(self)
      }
    } onCancel: {
      channel.cancel(self)
    }
  }

  // MARK: On the loop

  func begin(on channel: ClientChannel) {
    if unsafe state.isCancelled {
      return answer(.failed(RPCError(.cancelled, "The caller cancelled the call.")))
    }
    if terms.deadline?.isPast == true {
      return answer(.failed(RPCError(.deadlineExceeded, "The deadline has passed.")))
    }
    let opened = channel.openNow(terms) { stream in
      unsafe stream.begin(with: state.request, isWhole: true)
      unsafe state.request = ByteBuffer()
    }
    guard let opened else { return answer(.unplaced) }
    opened.unary = self
    unsafe state.stream = opened
  }

  func cancel() {
    unsafe state.isCancelled = true
    unsafe state.stream?.cancel()
  }

  /// The stream has its outcome.
  func ended(_ stream: ClientStream, _ error: RPCError?) {
    unsafe state.sentBytes = stream.sentBytes
    unsafe state.receivedBytes = stream.receivedBytes
    if let error {
      stream.discardInput()
      answer(stream.isUnprocessed ? .unprocessed : .failed(error))
    } else {
      unsafe state.initialMetadata = stream.initialMetadata ?? Metadata()
      unsafe state.trailingMetadata = stream.trailingMetadata
      channel.succeeded()
      answer(stream.takeOnlyReply())
    }
  }

  private func answer(_ answer: Answer) {
    unsafe state.answer = answer
    unsafe state.stream = nil
    let caller = unsafe state.caller
    unsafe state.caller = nil
    unsafe caller?.resume()
  }
}

// MARK: The caller

extension UnaryCall {
  var isUnprocessed: Bool { if case .unprocessed = unsafe state.answer { true } else { false } }
  var packed: PackedMessage? {
    if case .packed(let packed) = unsafe state.answer { packed } else { nil }
  }
  var initialMetadata: Metadata { unsafe state.initialMetadata }
  var trailingMetadata: Metadata { unsafe state.trailingMetadata }

  /// There is a status, and a reply that can be decoded in place.
  var isOver: Bool {
    switch unsafe state.answer {
    case .reply, .failed: true
    case .none, .packed, .unplaced, .unprocessed: false
    }
  }

  /// The reply of a call that is over.
  @inline(never)
  func reply<R: WireMessage>(_ type: R.Type) throws(RPCError) -> R {
    do throws(RPCError) {
      let reply = try decoded(type)
      ended(nil)
      return reply
    } catch {
      ended(error)
      throw error
    }
  }

  private func decoded<R: WireMessage>(_ type: R.Type) throws(RPCError) -> R {
    guard case .reply(var bytes) = unsafe state.answer else {
      if case .failed(let error) = unsafe state.answer { throw error }
      throw RPCError(.internalError, "The call has no answer.")
    }
    unsafe state.answer = .none
    defer { channel.keep(&bytes) }
    do throws(RPCError) {
      return try unsafe bytes.withUnsafeReadableBytes { bytes throws(RPCError) in
        try unsafe R(wireBytes: bytes)
      }
    } catch {
      throw error.ofReply
    }
  }

  func ended(_ error: RPCError?) {
    unsafe observation?.ended(error, state.sentBytes, state.receivedBytes)
  }
}
