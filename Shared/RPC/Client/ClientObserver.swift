import NIOCore

/// Sees a channel's calls come and go, for metrics. Called on the channel's event loop or in the
/// caller's task: it must not block.
package protocol ClientObserver: Sendable {
  func callStarted(_ method: RPCMethod)
  /// All attempts of a call are one; the bytes are those of the attempt that the caller got.
  func callEnded(_ method: RPCMethod, _ outcome: CallOutcome)
}

/// One call under observation: an object, as to copy an observer costs a call 180 instructions also
/// where it has none.
final class CallObservation: Sendable {
  private let observer: any ClientObserver
  private let method: RPCMethod
  private let start = NIODeadline.now()

  init(_ observer: any ClientObserver, _ method: RPCMethod) {
    self.observer = observer
    self.method = method
    observer.callStarted(method)
  }

  func ended(_ error: RPCError?, _ stream: ClientStream?) {
    ended(error, stream?.sentBytes ?? 0, stream?.receivedBytes ?? 0)
  }

  func ended(_ error: RPCError?, _ requestBytes: Int, _ replyBytes: Int) {
    observer.callEnded(
      method,
      CallOutcome(
        error: error, nanoseconds: (NIODeadline.now() - start).nanoseconds,
        requestBytes: requestBytes, replyBytes: replyBytes))
  }
}
