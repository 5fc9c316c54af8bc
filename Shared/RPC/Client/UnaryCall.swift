import NIOCore
import Synchronization

/// A unary call that is made once. Its caller encodes the request, waits and decodes the reply; what
/// lies between happens on the channel's event loop without a task.
///
///     made ──await──▶ begun ──a connection has room──▶ open ──the stream ends──▶ answered
///                       └───────────none has──────────────────────▲
///
/// A caller is suspended once and goes on where it was; to go through the stream in asynchronous
/// functions on its loop was half of what a call cost.
final class UnaryCall: Sendable {
  private enum Answer {
    case none
    case reply
    case packed
    case failed
    /// No connection had room: nothing was sent.
    case unplaced
    /// No handler saw it.
    case unprocessed
  }

  @safe private struct State {
    var answer = Answer.none
    /// The request until it is sent, then the reply: a call has one buffer of its loop, for which
    /// its stream hands over another.
    var bytes = ByteBuffer()
    var packed: PackedMessage?
    var error: RPCError?
    var caller: UnsafeContinuation<Void, Never>?
    var initialMetadata = Metadata()
    var trailingMetadata = Metadata()
    var sentBytes = 0
    var receivedBytes = 0
    var observation: CallObservation?
  }

  let terms: CallTerms
  private let channel: RPCChannel
  /// Its caller's until that waits and from when it goes on, its loop's meanwhile.
  private nonisolated(unsafe) var state: State
  /// Its loop's throughout: a cancellation may come when the caller has gone on.
  private nonisolated(unsafe) var stream: ClientStream?
  private nonisolated(unsafe) var isCancelled = false
  /// Hands the state back to its caller. So does the continuation, but where the answer is there before the
  /// caller waits, that order is seen by nobody outside the language's runtime.
  private let isAnswered = Atomic<Bool>(false)

  init(_ channel: RPCChannel, _ method: RPCMethod, _ options: borrowing CallOptions) {
    self.channel = channel
    terms = CallTerms(method, options, channel.options)
    unsafe state = State()
  }

  /// The call begins with this.
  func encode(_ request: some WireMessage) throws(RPCError) {
    var bytes = channel.takeBuffer()
    try request.appendFramed(to: &bytes, limit: terms.requestBytes)
    unsafe state.bytes = bytes
    unsafe state.observation = channel.options.observer.map { CallObservation($0, terms.method) }
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
    precondition(isAnswered.load(ordering: .acquiring), "A call goes on without an answer.")
  }

  // MARK: On the loop

  func begin(on channel: ClientChannel) {
    if unsafe isCancelled {
      return fail(RPCError(.cancelled, "The caller cancelled the call."))
    }
    if terms.deadline?.isPast == true {
      return fail(RPCError(.deadlineExceeded, "The deadline has passed."))
    }
    let opened = channel.openNow(terms) { unsafe $0.begin(taking: &state.bytes) }
    guard let opened else { return answer(.unplaced) }
    opened.unary = self
    unsafe stream = opened
  }

  func cancel() {
    unsafe isCancelled = true
    unsafe stream?.cancel()
  }

  /// The stream has its outcome.
  func ended(_ stream: ClientStream, _ error: RPCError?) {
    unsafe state.sentBytes = stream.sentBytes
    unsafe state.receivedBytes = stream.receivedBytes
    if let error {
      stream.discardInput()
      return stream.isUnprocessed ? answer(.unprocessed) : fail(error)
    }
    unsafe state.initialMetadata = stream.initialMetadata ?? Metadata()
    unsafe state.trailingMetadata = stream.trailingMetadata
    channel.succeeded()
    do throws(RPCError) {
      unsafe state.packed = try stream.takeOnlyReply(for: &state.bytes)
      unsafe answer(state.packed == nil ? .reply : .packed)
    } catch {
      fail(error)
    }
  }

  private func fail(_ error: RPCError) {
    unsafe state.error = error
    answer(.failed)
  }

  private func answer(_ answer: Answer) {
    unsafe state.answer = answer
    unsafe stream = nil
    let caller = unsafe state.caller
    unsafe state.caller = nil
    isAnswered.store(true, ordering: .releasing)
    unsafe caller?.resume()
  }
}

// MARK: The caller

extension UnaryCall {
  var isUnprocessed: Bool { unsafe state.answer == .unprocessed }
  var packed: PackedMessage? { unsafe state.packed }
  var observation: CallObservation? { unsafe state.observation }
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
    if let error = unsafe state.error { throw error }
    defer { unsafe channel.keep(&state.bytes) }
    do throws(RPCError) {
      return try unsafe state.bytes.withUnsafeReadableBytes { bytes throws(RPCError) in
        try unsafe R(wireBytes: bytes)
      }
    } catch {
      throw error.ofReply
    }
  }

  func ended(_ error: RPCError?) {
    unsafe state.observation?.ended(error, state.sentBytes, state.receivedBytes)
  }
}
