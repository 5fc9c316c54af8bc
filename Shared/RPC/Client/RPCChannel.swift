import NIOCore
import Synchronization

/// A virtual connection to a service: connects when first used and again after a loss.
package final class RPCChannel: Sendable {
  private static let created = Atomic<Int>(0)

  let executor: LoopExecutor
  let core: NIOLoopBoundBox<ClientChannel>
  let arrivals: Arrivals
  let options: ChannelOptions

  /// `target` is "host:port", or one of the other forms that `ChannelTarget` lists.
  package convenience init(target: String, options: ChannelOptions = ChannelOptions()) {
    self.init(ChannelTarget(target), options)
  }

  /// A channel to a server of this process, without a socket: for tests.
  package convenience init(
    inProcess server: RPCServer, options: ChannelOptions = ChannelOptions()
  ) {
    let address = Endpoint.inProcess(InProcessServer(server: server))
    self.init(.addresses([address], authority: "localhost"), options)
  }

  private init(_ target: ChannelTarget, _ options: ChannelOptions) {
    let loops = LoopGroup.shared.loops
    let turn = Self.created.add(1, ordering: .relaxed).oldValue
    executor = loops[turn % loops.count]
    self.options = options.withServiceConfig
    core = .makeBoxSendingValue(
      ClientChannel(target, self.options, executor), eventLoop: executor.loop)
    arrivals = Arrivals(executor, core)
  }

  deinit {
    let core = core
    executor.loop.execute { _ = core.value.shutDown(grace: .zero) }
  }

  /// Takes no further calls; those that still run after the grace end with UNAVAILABLE. Returns when
  /// the connections are closed, at most two seconds after the grace.
  package func close(grace: Duration = .zero) async {
    let core = core
    let grace = TimeAmount(grace)
    try? await executor.loop.flatSubmit { core.value.shutDown(grace: grace) }.get()
  }

  /// The channel's event loop. A task that prefers it makes calls without a change of thread, which
  /// costs a caller of many half as much again; it must not block.
  package var taskExecutor: any TaskExecutor { executor }

  package var state: ConnectivityState {
    get async {
      let core = core
      return (try? await executor.loop.submit { core.value.state }.get()) ?? .shutdown
    }
  }

  /// How many calls wait for a connection or a stream.
  var waitingCalls: Int {
    get async {
      let core = core
      return (try? await executor.loop.submit { core.value.waiting.count }.get()) ?? 0
    }
  }

  // MARK: Calls with streams

  /// Returns once the call is on its way; the replies are read from the result.
  package func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> Replies<R> {
    Replies(
      try await start(method, options) { terms async throws(RPCError) in
        try await terms.framed(request)
      })
  }

  /// Runs `write`, then waits for the reply. When the server answers early, `write` sees its writes
  /// throw and the answer is the result.
  package func clientStreaming<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ options: CallOptions, as reply: R.Type,
    _ write: @Sendable (RequestWriter<Q>) async throws -> Void
  ) async throws(RPCError) -> R {
    let call = try await start(method, options) { _ in nil }
    do {
      try await write(RequestWriter(call))
      await call.endRequests()
    } catch {
      if await call.isRunning {
        await call.cancel()
        throw (error as? RPCError)
          ?? RPCError(.cancelled, "The caller gave the call up.", cause: error)
      }
    }
    return try await call.onLoop { call throws(RPCError) in
      try await call.chosen().onlyReply(reply)
    }
  }

  /// Requests and replies go their ways independently; `finish` the requests to let the call end.
  package func bidirectional<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ options: CallOptions, requests: Q.Type, as reply: R.Type
  ) async throws(RPCError) -> (requests: RequestWriter<Q>, replies: Replies<R>) {
    let call = try await start(method, options) { _ in nil }
    return (RequestWriter(call), Replies(call))
  }

  // MARK: On the loop

  @concurrent
  func onLoop<T: Sendable>(
    _ body: @concurrent @Sendable (RPCChannel) async throws(RPCError) -> T
  ) async throws(RPCError) -> T {
    try await withTaskExecutorPreference(executor) { () async throws(RPCError) -> T in
      try await body(self)
    }
  }

  typealias Body = @concurrent @Sendable (CallTerms) async throws(RPCError) -> ByteBuffer?

  /// Puts a streaming call on its way; a body is the whole request.
  private func start(
    _ method: RPCMethod, _ options: CallOptions, _ body: @escaping Body
  ) async throws(RPCError) -> ClientCall {
    guard !self.options.interceptors.isEmpty else {
      return try await plainStart(method, options, body)
    }
    return try await interceptedStart(OutgoingCall(method: method, options: options), body)
  }

  func plainStart(
    _ method: RPCMethod, _ options: CallOptions, _ body: Body
  ) async throws(RPCError) -> ClientCall {
    try await onLoop { channel throws(RPCError) in
      let terms = CallTerms(method, options, channel.options)
      let call = CallAttempts(channel.core.value, terms, requests: try await body(terms))
      try await call.start()
      return ClientCall(call)
    }
  }
}
