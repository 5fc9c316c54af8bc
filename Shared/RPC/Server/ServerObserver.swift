/// Sees calls come and go, for logs and metrics. Called on the call's event loop: it must not block.
///
/// Calls that no handler gets to see are among them. One of a method that the server does not have
/// is unary and named as its caller named it: a label must not be made of that.
///
/// The `method` is the call's own, at hand.
package protocol ServerObserver: AnyObject, Sendable {
  func callStarted(_ call: ServerCall, of method: RPCMethod)
  func callEnded(_ call: ServerCall, of method: RPCMethod, _ outcome: CallOutcome)
  /// A connection ends because of this: a failed TLS handshake, a reset, bytes that are no HTTP/2.
  func connectionFailed(_ address: String, _ error: any Error)
}

extension ServerObserver {
  package func connectionFailed(_ address: String, _ error: any Error) {}
}

package final class SilentObserver: ServerObserver {
  package init() {}
  package func callStarted(_ call: ServerCall, of method: RPCMethod) {}
  package func callEnded(_ call: ServerCall, of method: RPCMethod, _ outcome: CallOutcome) {}
}

/// How a call went.
package struct CallOutcome: Sendable {
  package let code: RPCError.Code
  /// Nil when the call ended OK; its `cause` is for the log only.
  package let error: RPCError?
  /// From its headers to its status.
  package var duration: Duration { .nanoseconds(nanoseconds) }
  package let nanoseconds: Int64
  /// Bytes of messages with their prefixes, as they travelled; of a reply, what was given to be sent.
  package let requestBytes: Int
  package let replyBytes: Int

  package init(
    error: RPCError?, nanoseconds: Int64, requestBytes: Int = 0, replyBytes: Int = 0
  ) {
    code = error?.code ?? .ok
    self.error = error
    self.nanoseconds = nanoseconds
    self.requestBytes = requestBytes
    self.replyBytes = replyBytes
  }
}
