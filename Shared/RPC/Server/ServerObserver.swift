/// Sees calls come and go, for logs and metrics. Called on the call's event loop: it must not block.
package protocol ServerObserver: Sendable {
  func callStarted(_ call: ServerCall)
  /// `error` is nil when the call ended OK; its `cause` is for the log only.
  func callEnded(
    _ call: ServerCall, code: RPCError.Code, error: RPCError?, duration: Duration)
}

package struct SilentObserver: ServerObserver {
  package init() {}
  package func callStarted(_ call: ServerCall) {}
  package func callEnded(
    _ call: ServerCall, code: RPCError.Code, error: RPCError?, duration: Duration
  ) {}
}
