import NIOCore

/// One address of a channel's target and the connections to it.
///
///     idle ──connect──▶ connecting ──SETTINGS──▶ ready ──the last one is lost──▶ idle
///       ▲                  │ failed                             any ──retire──▶ shutdown
///       └──pause is over── transientFailure
///
/// There is one attempt at a time and one series of pauses, however many connections there are. A
/// further connection is made when calls wait and every other is at its peer's limit of streams
/// (gRFC A105); what counts for the state is then whether there is any.
final class Subchannel {
  private enum Attempt {
    case none
    case running(ClientConnection, since: NIODeadline)
    case pausing(Scheduled<Void>)
  }

  let address: Endpoint
  private(set) var state = ConnectivityState.idle
  /// Why the last attempt failed; nil again once one succeeds.
  private(set) var failure: (any Error)?
  private let connector: Connector
  private let options: ChannelOptions
  /// Those that take calls, the oldest first.
  private var connections: [ClientConnection] = []
  /// Those whose servers are asked whether they serve; they take calls while the answer is yes.
  private var watches: [HealthWatch] = []
  private var attempt = Attempt.none
  private var failures = 0
  private var changed: ((Subchannel) -> Void)?

  init(
    _ address: Endpoint, _ connector: Connector, changed: @escaping (Subchannel) -> Void
  ) {
    self.address = address
    self.connector = connector
    options = connector.options
    self.changed = changed
  }

  /// A connection that has room for a call. Where there is none a further one is begun.
  func pick() -> ClientConnection? {
    for connection in connections where connection.hasRoom { return connection }
    if state == .ready, connections.count < options.connectionsPerAddress { connect() }
    return nil
  }

  /// Begins an attempt, unless there is one or its pause is not over.
  func connect() {
    guard case .none = attempt, state != .shutdown else { return }
    do {
      let connection = try connector.connect(to: address) { [weak self] connection, change in
        self?.connectionChanged(connection, change)
      }
      attempt = .running(connection, since: .now())
    } catch {
      pause(error, since: .now())
    }
    update()
  }

  /// No further calls; those that run finish.
  func retire() {
    changed = nil
    switch attempt {
    case .running(let connection, _): connection.giveUp()
    case .pausing(let pause): pause.cancel()
    case .none: break
    }
    attempt = .none
    let ending = connections + watches.map(\.connection)
    for watch in watches { watch.stop() }
    watches = []
    connections = []
    for connection in ending { connection.drain() }
    state = .shutdown
  }

  private func connectionChanged(_ connection: ClientConnection, _ change: ClientConnection.Change)
  {
    switch change {
    case .ready:
      guard case .running(let current, _) = attempt, current === connection else { return }
      attempt = .none
      failures = 0
      failure = nil
      begin(connection)
      update()
    case .room:
      changed?(self)
    case .draining, .closed:
      if case .running(let current, let start) = attempt, current === connection {
        pause(connection.failure ?? ConnectionRefused(), since: start)
      }
      connections.removeAll { $0 === connection }
      for watch in watches where watch.connection === connection { watch.stop() }
      watches.removeAll { $0.connection === connection }
      update()
    }
  }

  // MARK: Health

  private func begin(_ connection: ClientConnection) {
    guard let service = options.healthService else { return connections.append(connection) }
    let watch = HealthWatch(connection, connector, service: service) { [weak self] in
      self?.healthChanged()
    }
    watches.append(watch)
    watch.start()
  }

  private func healthChanged() {
    connections = watches.compactMap { watch in
      switch watch.health {
      case .serving: return watch.connection
      case .failing(let error): failure = error
      case .unknown: break
      }
      return nil
    }
    if !connections.isEmpty { failure = nil }
    update()
  }

  private var isHealthUnknown: Bool {
    watches.contains { if case .unknown = $0.health { true } else { false } }
  }

  // MARK: Attempts

  /// The pause counts from the start of the attempt, so one that took long is followed at once.
  private func pause(_ error: any Error, since start: NIODeadline) {
    failure = error
    let end = start + TimeAmount(options.backoff.pause(after: failures))
    failures += 1
    let bound = NIOLoopBound(self, eventLoop: connector.loop)
    attempt = .pausing(
      connector.loop.scheduleTask(deadline: end) {
        bound.value.attempt = .none
        bound.value.update()
      })
  }

  private func update() {
    let old = state
    guard old != .shutdown else { return }
    state =
      switch attempt {
      case _ where !connections.isEmpty: .ready
      case .running: .connecting
      case _ where isHealthUnknown: .connecting
      case .none where !watches.isEmpty: .transientFailure
      case .pausing: .transientFailure
      case .none: .idle
      }
    // A further connection is room for the calls that wait.
    if state != old || state == .ready { changed?(self) }
  }
}

/// The server closed the connection before it was one, without a word.
struct ConnectionRefused: Error {}
