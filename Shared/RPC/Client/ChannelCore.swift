import NIOCore
import NIOPosix
import NIOSSL

/// A channel's connection, over time; on one event loop.
///
///     idle ──call──▶ connecting ──SETTINGS──▶ ready ──GOAWAY, loss──▶ idle
///       ▲                └──failed──▶ backoff ──pause is over──┘
///       └──────────────────────────────┘                 any ──close──▶ shutDown
final class ChannelCore {
  private enum State {
    case idle
    case connecting(ClientConnection?)
    case ready(ClientConnection)
    case backoff(RPCError)
    case shutDown
  }

  private let target: ChannelTarget
  private let options: ChannelOptions
  private let executor: LoopExecutor
  private let unread: UnreadBudget
  private var state = State.idle
  private var waiting: [ReadyWait] = []
  private var failures = 0
  /// Connections that finish their calls after the server's GOAWAY.
  private var draining: [ClientConnection] = []

  init(_ target: ChannelTarget, _ options: ChannelOptions, _ executor: LoopExecutor) {
    self.target = target
    self.options = options
    self.executor = executor
    unread = UnreadBudget(bytes: options.unreadBytes)
  }

  /// A connection that takes calls, when there is one.
  func connection(
    deadline: Deadline?, waitForReady: Bool
  ) async throws(RPCError) -> ClientConnection {
    while true {
      switch state {
      case .ready(let connection) where !connection.isDraining: return connection
      case .ready, .idle: connect()
      case .connecting: break
      case .backoff(let error): if !waitForReady { throw error }
      case .shutDown: throw RPCError(.unavailable, "The channel is closed.")
      }
      let wait = ReadyWait(executor.context, deadline)
      waiting.append(wait)
      await wait.suspend()
      if Task.isCancelled { throw RPCError(.cancelled, "The caller cancelled the call.") }
      if deadline?.isPast == true {
        throw RPCError(.deadlineExceeded, "The deadline passed before there was a connection.")
      }
    }
  }

  func shutDown() -> (any Channel)? {
    let closing: ClientConnection? =
      switch state {
      case .connecting(let connection): connection
      case .ready(let connection): connection
      case .idle, .backoff, .shutDown: nil
      }
    enter(.shutDown)
    closing?.shutDown()
    for connection in draining { connection.shutDown() }
    return closing?.channel
  }

  private func enter(_ state: State) {
    self.state = state
    let woken = waiting
    waiting = []
    for wait in woken { wait.wake() }
  }

  // MARK: Connecting

  private func connect() {
    state = .connecting(nil)
    do {
      let connection = try ClientConnection(options, unread, executor: executor)
      state = .connecting(connection)
      let bound = NIOLoopBound(self, eventLoop: executor.loop)
      connection.changed = { connection, change in bound.value.changed(connection, change) }
      let handlers = NIOLoopBound(connection, eventLoop: executor.loop)
      let tls = try options.tls.map { tls in
        try NIOSSLClientHandler(
          context: tls.clientContext(), serverHostname: target.tlsName(tls))
      }
      let tlsHandler = NIOLoopBound(tls, eventLoop: executor.loop)
      target.connect(bootstrap(handlers, tlsHandler)).whenComplete { result in
        guard case .failure(let error) = result else { return }
        bound.eventLoop.execute { bound.value.failed(handlers.value, error) }
      }
      // Covers the TLS handshake and the server's SETTINGS too.
      executor.loop.scheduleTask(in: TimeAmount(options.connectTimeout)) {
        if !handlers.value.isReady { handlers.value.closeNow() }
      }
    } catch {
      backOff(error)
    }
  }

  private func bootstrap(
    _ connection: NIOLoopBound<ClientConnection>, _ tls: NIOLoopBound<NIOSSLClientHandler?>
  ) -> ClientBootstrap {
    ClientBootstrap(group: executor.loop)
      .connectTimeout(TimeAmount(options.connectTimeout))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(.writeBufferWaterMark, value: .init(low: 64 << 10, high: 128 << 10))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls = tls.value { try channel.pipeline.syncOperations.addHandler(tls) }
          try channel.pipeline.syncOperations.addHandler(connection.value)
        }
      }
  }

  private func changed(_ connection: ClientConnection, _ change: ClientConnection.Change) {
    switch change {
    case .ready:
      guard case .connecting(let current?) = state, current === connection else { return }
      failures = 0
      enter(.ready(connection))
    case .draining:
      draining.append(connection)
      if case .ready(let current) = state, current === connection { enter(.idle) }
    case .closed:
      draining.removeAll { $0 === connection }
      connection.changed = nil
      if case .ready(let current) = state, current === connection { enter(.idle) }
      failed(connection, connection.failure)
    }
  }

  /// An attempt that did not become ready.
  private func failed(_ connection: ClientConnection, _ error: (any Error)?) {
    guard case .connecting(let current?) = state, current === connection else { return }
    backOff(error)
  }

  private func backOff(_ error: (any Error)?) {
    let pause = options.backoff.pause(after: failures)
    failures += 1
    enter(.backoff(RPCError(.unavailable, "There is no connection to \(target).", cause: error)))
    let bound = NIOLoopBound(self, eventLoop: executor.loop)
    executor.loop.scheduleTask(in: TimeAmount(pause)) { bound.value.backoffIsOver() }
  }

  /// Calls that wait for ready look again and connect.
  private func backoffIsOver() {
    if case .backoff = state { enter(.idle) }
  }
}

/// A call that waits for a connection, its deadline or its cancellation.
private final class ReadyWait: TimerTarget {
  private let context: LoopContext
  private let deadline: Deadline?
  private var waiter = Waiter()

  init(_ context: LoopContext, _ deadline: Deadline?) {
    self.context = context
    self.deadline = deadline
  }

  func suspend() async {
    let timer = deadline.map { context.timers.schedule(self, at: $0.instant) }
    let bound = NIOLoopBound(self, eventLoop: context.loop)
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { unsafe waiter.suspend($0) }
    } onCancel: {
      bound.eventLoop.execute { bound.value.wake() }
    }
    if let timer { context.timers.cancel(timer) }
  }

  func wake() { waiter.wake() }
  func timerFired() { wake() }
}
