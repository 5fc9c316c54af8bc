extension RPCHandler {
  /// The same handler with `around` about each of its runs, in the call's own task: the place to
  /// set task-locals. `around` must run its body exactly once and rethrow what it throws.
  package func around(
    _ around: @escaping @Sendable (ServerCall, () async throws -> Void) async throws -> Void
  ) -> RPCHandler {
    let run = run
    return RPCHandler(method: method) { exchange in
      try await around(exchange.call) { try await run(exchange) }
    }
  }
}
