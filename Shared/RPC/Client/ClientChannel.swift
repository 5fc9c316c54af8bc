import NIOCore

/// A channel on its event loop: the addresses of its target, the balancer over them, and the calls
/// that wait for a connection.
///
///     idle ──call──▶ active ──no call for the idle timeout──▶ idle
///       └───────────────┴──close──▶ shutDown
final class ClientChannel {
  private enum Phase {
    case idle
    case active(any LoadBalancer)
    case shutDown
  }

  let executor: LoopExecutor
  private let target: ChannelTarget
  let options: ChannelOptions
  let throttle: RetryThrottle?
  private let connector: Connector
  private let resolver: Resolver
  private var phase = Phase.idle
  private var hasAddresses = false
  /// Why there are no addresses.
  private var resolutionFailure: (any Error)?
  private(set) var waiting = CircularBuffer<PickWait>()
  private var isSettling = false
  /// Whether a call was made since the idle timeout was last looked at.
  private var wasUsed = false
  private var idleCheck: Scheduled<Void>?

  init(_ target: ChannelTarget, _ options: ChannelOptions, _ executor: LoopExecutor) {
    self.target = target
    self.options = options
    self.executor = executor
    throttle = (options.serviceConfig?.throttling).map(RetryThrottle.init)
    connector = Connector(target, options, executor)
    resolver = Resolver(target, options, loop: executor.loop)
  }

  var loop: any EventLoop { executor.loop }

  var state: ConnectivityState {
    switch phase {
    case .idle: .idle
    case .active where resolutionFailure != nil: .transientFailure
    case .active(let balancer): balancer.state
    case .shutDown: .shutdown
    }
  }

  // MARK: Calls

  /// Puts an attempt of a call on its way.
  func open(
    _ terms: CallTerms, previousAttempts: Int = 0, _ prepare: (ClientStream) -> Void
  ) async throws(RPCError) -> ClientStream {
    while true {
      if terms.deadline?.isPast == true {
        throw RPCError(.deadlineExceeded, "The deadline has passed.")
      }
      let connection = try await connection(
        deadline: terms.deadline, waitForReady: terms.waitsForReady)
      if let opened = connection.open(
        connector.headers, terms, previousAttempts: previousAttempts, prepare)
      {
        return opened
      }
    }
  }

  /// Puts a call on its way where a connection has room at once. An idle channel stays so until there
  /// is a call that waits, or it could be idle again before there is.
  func openNow(_ terms: CallTerms, _ prepare: (ClientStream) -> Void) -> ClientStream? {
    wasUsed = true
    guard case .active = phase, case .connection(let connection) = pick() else { return nil }
    return connection.open(connector.headers, terms, prepare)
  }

  /// A connection that takes a call, when there is one.
  private func connection(
    deadline: Deadline?, waitForReady: Bool
  ) async throws(RPCError) -> ClientConnection {
    wasUsed = true
    while true {
      switch pick() {
      case .connection(let connection): return connection
      case .fail(let error): if !waitForReady { throw unavailable(error) }
      case .wait: break
      }
      let wait = PickWait(executor.context, deadline, waitsForReady: waitForReady)
      waiting.append(wait)
      await wait.suspend()
      switch wait.outcome {
      case .waiting: break
      case .promised(let connection):
        connection.release()
        if !connection.isDraining { return connection }
      case .failed(let error):
        if let index = waiting.firstIndex(where: { $0 === wait }) { waiting.remove(at: index) }
        throw error
      }
    }
  }

  private func pick() -> Pick {
    switch phase {
    case .active(let balancer):
      if let resolutionFailure { return .fail(resolutionFailure) }
      return balancer.pick()
    case .idle:
      leaveIdle()
      return pick()
    case .shutDown: return .fail(ChannelClosed())
    }
  }

  /// What waits goes on where it can, in order.
  private func settleWaiting() {
    while let wait = waiting.first {
      switch pick() {
      case .wait: return
      case .connection(let connection):
        waiting.removeFirst()
        wait.finish(.promised(connection))
      case .fail(let error):
        for wait in waiting where !wait.waitsForReady { wait.finish(.failed(unavailable(error))) }
        waiting.removeAll { !$0.waitsForReady }
        return
      }
    }
  }

  private func unavailable(_ error: any Error) -> RPCError {
    error is ChannelClosed
      ? RPCError(.unavailable, "The channel is closed.")
      : RPCError(.unavailable, "There is no connection to \(target).", cause: error)
  }

  // MARK: For the balancer

  func subchannel(_ address: Endpoint, changed: @escaping (Subchannel) -> Void) -> Subchannel {
    Subchannel(address, connector, changed: changed)
  }

  func resolveAgain() { resolver.again() }

  /// Calls that wait look again, once for all that happens in this turn of the loop.
  func connectivityChanged() {
    guard !waiting.isEmpty, !isSettling else { return }
    isSettling = true
    let bound = NIOLoopBound(self, eventLoop: loop)
    loop.execute {
      bound.value.isSettling = false
      bound.value.settleWaiting()
    }
  }

  // MARK: Idle and closed

  private func leaveIdle() {
    phase = .active(makeBalancer())
    resolutionFailure = nil
    resolver.start { [unowned self] in resolved($0) }
    lookAfterIdleTimeout()
  }

  private func makeBalancer() -> any LoadBalancer {
    switch options.loadBalancing {
    case .pickFirst(let shuffled): PickFirst(self, shuffled: shuffled)
    case .roundRobin: RoundRobin(self)
    }
  }

  private func resolved(_ result: Result<[Endpoint], any Error>) {
    guard case .active(let balancer) = phase else { return }
    switch result {
    case .success(let addresses) where !addresses.isEmpty:
      hasAddresses = true
      resolutionFailure = nil
      balancer.update(addresses)
    case .success:
      if !hasAddresses { resolutionFailure = NoAddresses() }
    case .failure(let error):
      if !hasAddresses { resolutionFailure = error }
    }
    connectivityChanged()
  }

  private func enterIdle() {
    guard case .active(let balancer) = phase else { return }
    phase = .idle
    hasAddresses = false
    resolver.stop()
    balancer.shutDown()
  }

  /// Idle begins between one and two timeouts after the last call: a call costs a flag and no timer.
  private func lookAfterIdleTimeout() {
    guard let timeout = options.idleTimeout else { return }
    wasUsed = true
    let bound = NIOLoopBound(self, eventLoop: loop)
    idleCheck = loop.scheduleTask(in: TimeAmount(timeout)) { bound.value.checkIdle() }
  }

  private func checkIdle() {
    if !wasUsed, waiting.isEmpty, !connector.hasCalls { return enterIdle() }
    lookAfterIdleTimeout()
    wasUsed = false
  }

  /// Takes no further calls; those that still run after the grace end with UNAVAILABLE. Succeeds
  /// when every connection is closed.
  func shutDown(grace: TimeAmount) -> EventLoopFuture<Void> {
    enterIdle()
    phase = .shutDown
    idleCheck?.cancel()
    for wait in waiting { wait.finish(.failed(unavailable(ChannelClosed()))) }
    waiting.removeAll()
    return connector.shutDown(grace: grace)
  }
}

struct ChannelClosed: Error {}

/// The name exists and has no address.
struct NoAddresses: Error {}
