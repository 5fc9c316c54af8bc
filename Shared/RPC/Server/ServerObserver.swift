/// Sees calls come and go, for logs and metrics. Called on the call's event loop: it must not block.
package protocol ServerObserver: Sendable {
  func callStarted(_ call: ServerCall)
  /// `error` is nil when the call ended OK; its `cause` is for the log only.
  func callEnded(
    _ call: ServerCall, code: RPCError.Code, error: RPCError?, duration: Duration)
  /// A connection ends because of this: a failed TLS handshake, a reset, bytes that are no HTTP/2.
  func connectionFailed(_ address: String, _ error: any Error)
}

extension ServerObserver {
  package func connectionFailed(_ address: String, _ error: any Error) {}
}

package struct SilentObserver: ServerObserver {
  package init() {}
  package func callStarted(_ call: ServerCall) {}
  package func callEnded(
    _ call: ServerCall, code: RPCError.Code, error: RPCError?, duration: Duration
  ) {}
}
