/// Stands around each call of a channel, in its caller's task: the place to add metadata such as a
/// trace context, to shorten a timeout, to look at how calls end. Interceptors run in the order of
/// `ChannelOptions.interceptors`, the first outermost.
package protocol ClientInterceptor: Sendable {
  /// Calls `next` once, or throws the status that the call shall have instead. `next` returns when
  /// the call has ended OK and throws its status otherwise; the caller of a streaming call has its
  /// replies by then, and what is thrown or returned after `next` reaches only outer interceptors.
  func intercept(
    _ call: OutgoingCall, _ next: (OutgoingCall) async throws -> CallEnd
  ) async throws -> CallEnd
}

/// A call that is about to be made.
package struct OutgoingCall: Sendable {
  package let method: RPCMethod
  package var options: CallOptions
}

/// What came around the replies of a call that ended OK.
package struct CallEnd: Sendable {
  package let initialMetadata: Metadata
  package let trailingMetadata: Metadata
}
