/// Stands around each call's authentication and handler, in the handler's task: the place to set
/// task-local values such as a trace context. Interceptors run in the order of
/// `ServerOptions.interceptors`, the first outermost.
package protocol ServerInterceptor: Sendable {
  /// Calls `next` once, or throws the status that the call shall have instead. The call has no
  /// `principal` until `next` has let it in.
  func intercept(
    _ call: ServerCall, _ next: (ServerCall) async throws -> Void
  ) async throws
}
