import NIOCore

/// A streaming call in its caller's hands. When the last copy of its ends is gone, the call is
/// cancelled: nobody can read it any more.
final class ClientCall: Sendable {
  private let executor: LoopExecutor
  private let attempts: NIOLoopBound<CallAttempts>

  /// On the call's event loop.
  init(_ attempts: CallAttempts) {
    executor = attempts.executor
    self.attempts = NIOLoopBound(attempts, eventLoop: executor.loop)
  }

  deinit {
    let attempts = attempts
    executor.loop.execute { attempts.value.abandon() }
  }

  @concurrent
  func onLoop<T: Sendable>(
    _ body: @concurrent @Sendable (CallAttempts) async throws(RPCError) -> T
  ) async throws(RPCError) -> T {
    try await withTaskExecutorPreference(executor) { () async throws(RPCError) -> T in
      try await body(attempts.value)
    }
  }

  /// Waits for the call's end without keeping the call from ending.
  var end: @Sendable () async throws -> CallEnd {
    let (executor, attempts) = (executor, attempts)
    return {
      try await withTaskExecutorPreference(executor) { try await attempts.value.ended() }
    }
  }

  /// Nil while no attempt is the call's, or when none became it.
  func onChosen<T: Sendable>(_ body: @Sendable (ClientStream) -> T) async -> T? {
    let value = try? await onLoop { call throws(RPCError) in call.stream.map(body) }
    return value ?? nil
  }

  var isRunning: Bool {
    get async {
      let running = try? await onLoop { call throws(RPCError) in call.isRunning }
      return running ?? false
    }
  }

  func endRequests() async {
    try? await onLoop { call throws(RPCError) in call.endRequests() }
  }

  func cancel() async {
    try? await onLoop { call throws(RPCError) in call.cancel() }
  }
}
