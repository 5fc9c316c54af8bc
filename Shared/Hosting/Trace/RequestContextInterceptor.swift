package import RPC

/// Runs each call, its authentication included, with its request context as
/// `RequestContext.current`.
package struct RequestContextInterceptor: ServerInterceptor {
  package init() {}

  package func intercept(
    _ call: ServerCall, _ next: (ServerCall) async throws -> Void
  ) async throws {
    try await RequestContext.run(of: call) { try await next(call) }
  }
}
