package import RPC

/// Runs each call, its authentication included, with its request context as
/// `RequestContext.current`. The observer made the context when the call started, so that its line
/// at the end carries the same ids.
package struct RequestContextInterceptor: ServerInterceptor {
  package init() {}

  package func intercept(
    _ call: ServerCall, _ next: (ServerCall) async throws -> Void
  ) async throws {
    let context = call.context as? RequestContext ?? RequestContext(of: call.metadata)
    try await context.run { try await next(call) }
  }
}
