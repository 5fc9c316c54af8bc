import NIOCore

/// A streaming call in its caller's hands. When the last copy of its ends is gone, the call is
/// cancelled: nobody can read it any more.
final class ClientCall: Sendable {
  private let executor: LoopExecutor
  private let stream: NIOLoopBound<ClientStream>

  /// On the call's event loop.
  init(_ stream: ClientStream) {
    executor = stream.connection.executor
    self.stream = NIOLoopBound(stream, eventLoop: executor.loop)
  }

  deinit {
    let stream = stream
    executor.loop.execute { stream.value.abandon() }
  }

  @concurrent
  func onLoop<T: Sendable>(
    _ body: @concurrent @Sendable (ClientStream) async throws(RPCError) -> T
  ) async throws(RPCError) -> T {
    try await withTaskExecutorPreference(executor) { () async throws(RPCError) -> T in
      try await body(stream.value)
    }
  }

  var isRunning: Bool {
    get async {
      let running = try? await onLoop { stream throws(RPCError) in
        if case .running = stream.outcome { true } else { false }
      }
      return running ?? false
    }
  }

  func endRequests() async {
    try? await onLoop { stream throws(RPCError) in stream.endRequests() }
  }

  func cancel() async {
    try? await onLoop { stream throws(RPCError) in stream.cancel() }
  }
}
