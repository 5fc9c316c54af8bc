internal import Dispatch
internal import Glibc

/// The connections of a database and the transactions on them. Everything here happens on the polling
/// thread, which calls `settle`, `prepareToWait` and `receive` in turn.
actor PostgreSQLPool {
  nonisolated let thread: PostgreSQLThread
  nonisolated let inbox: PostgreSQLInbox
  private nonisolated let counts = PostgreSQLCounts()
  private let address: PostgreSQLAddress
  private let options: DatabaseOptions
  private let groups: [PostgreSQLGroup]
  private let transactions: PostgreSQLTransactions
  private let statements = PostgreSQLStatementCheck()
  private var lastConnection = 0

  init(address: PostgreSQLAddress, options: DatabaseOptions) throws(DatabaseError) {
    thread = try PostgreSQLThread()
    inbox = PostgreSQLInbox(limit: options.maximumWaiting)
    self.address = address
    self.options = options
    groups = PostgreSQLRole.allCases.map { PostgreSQLGroup(role: $0, options: options) }
    transactions = PostgreSQLTransactions(
      on: thread, statements: statements, counts: counts, options: options)
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe thread.asUnownedSerialExecutor()
  }

  nonisolated var statistics: DatabaseStatistics {
    var statistics = counts.value
    statistics.waiting = inbox.count(.writer)
    return statistics
  }

  // MARK: The turn

  /// Ends transactions whose bodies have come to something, and starts others. Called when no body can
  /// go on: one that waits for none of its statements waits for something else.
  func settle() {
    transactions.conclude()
    let now = Clock.monotonicNanoseconds()
    for group in groups {
      if group.role == .points { startPoints(group) } else { startCalls(group, now) }
      while group.shouldOpen(waiting: waiting(group.role), now: now) { open(group, now) }
    }
  }

  /// Sends what is unsent. Nil: closed, and all is answered.
  func prepareToWait() -> PostgreSQLWait? {
    let now = Clock.monotonicNanoseconds()
    var wait = PostgreSQLWait()
    var isUsed = !transactions.isEmpty
    for group in groups {
      expire(group, now)
      isUsed = isUsed || waiting(group.role) > 0
      for connection in group.connections {
        connection.flush()
        isUsed = isUsed || connection.isReady && connection.pending > 0
        if let descriptor = connection.poll { wait.descriptors.append(descriptor) }
      }
    }
    if inbox.isClosed, !isUsed {
      for group in groups { group.closeAll() }
      return nil
    }
    wait.milliseconds = patience(now)
    return wait
  }

  /// How long nothing needs to be done unless something arrives, in milliseconds.
  private func patience(_ now: UInt64) -> Int32 {
    if groups.contains(where: { $0.connections.contains { $0.isBroken } }) { return 0 }
    if let next = transactions.repetitions.next {
      return Int32(next > now ? min(50, (next - now) / 1_000_000 + 1) : 50)
    }
    let isConnecting = groups.contains {
      $0.opening > 0 || (waiting($0.role) > 0 && $0.failures > 0)
    }
    if isConnecting { return 20 }
    return transactions.isEmpty ? -1 : 1_000
  }

  /// Takes what has come on the descriptors.
  func receive(from ready: Set<Int32>) {
    let now = Clock.monotonicNanoseconds()
    transactions.giveUp(at: now)
    for group in groups {
      for connection in group.connections {
        if !connection.wasReady, now > connection.connectBy {
          connection.lose(.lost("no connection in time"))
        }
        let isReady = connection.poll.map { ready.contains($0.fd) } ?? false
        guard isReady || connection.isBroken else { continue }
        let wasReady = connection.wasReady
        for operation in connection.receive() { complete(operation) }
        if connection.wasReady, !wasReady { group.noteReady() }
        if connection.isBroken { group.remove(connection, now: now) }
      }
    }
    let open = groups.reduce(0) { $0 + $1.connections.count { $0.isReady } }
    counts.change { $0.connections = open }
  }

  // MARK: Connections

  private func waiting(_ role: PostgreSQLRole) -> Int {
    inbox.count(role) + transactions.repetitions.count(role)
  }

  private func open(_ group: PostgreSQLGroup, _ now: UInt64) {
    lastConnection += 1
    let (id, address) = (lastConnection, address)
    let patience = UInt64(options.connectTimeout.microseconds) * 1_000
    group.add(
      PostgreSQLConnection(id: id, setUp: group.role.setUp(options), connectBy: now + patience))
    DispatchQueue.global().async {
      let parameters = Result { () throws(DatabaseError) in try address.resolved() }
      Task { await self.connect(id, parameters) }
    }
  }

  private func connect(_ id: Int, _ parameters: Result<[String: String], DatabaseError>) {
    let connection = groups.lazy.flatMap(\.connections).first { $0.id == id }
    switch parameters {
    case .success(let parameters): connection?.connect(parameters)
    case .failure(let error): connection?.lose(PostgreSQLFailure(error: error, isLost: true))
    }
  }

  /// Answers what has waited long enough for a server that cannot be reached.
  private func expire(_ group: PostgreSQLGroup, _ now: UInt64) {
    let patience = UInt64(options.connectTimeout.microseconds) * 1_000
    guard group.isUnreachable, let error = group.lastFailure, now > patience else { return }
    inbox.expire(group.role, before: now - patience, error)
    transactions.expireRepetitions(group.role, before: now - patience, error)
  }

  // MARK: Point reads

  private func startPoints(_ group: PostgreSQLGroup) {
    while let connection = group.leastLoaded, let point = inbox.points.take() {
      do throws(DatabaseError) {
        try statements.check(point.sql, point.values)
        try connection.send(point.sql, point.values, for: .point(point))
      } catch { point.continuation.resume(throwing: error) }
    }
  }

  private func complete(_ point: PostgreSQLPoint, _ operation: PostgreSQLOperation) {
    if let failure = operation.failure, failure.isLost || failure.isStale || failure.isConflict,
      point.losses < 2
    {
      var point = point
      point.losses += 1
      if let refusal = inbox.points.append(point) { point.continuation.resume(throwing: refusal) }
      return
    }
    point.continuation.resume(with: operation.answer.map(\.rows.first).mapError { $0 })
  }

  // MARK: Transactions

  private func startCalls(_ group: PostgreSQLGroup, _ now: UInt64) {
    let access: Access = group.role == .writer ? .write : .read
    while let connection = group.idle {
      guard let attempt = transactions.repetitions.take(access, now) ?? takeFresh(access) else {
        return
      }
      transactions.start(attempt, on: connection, in: self, at: now)
    }
  }

  private func takeFresh(_ access: Access) -> PostgreSQLAttempt? {
    while let call = inbox.calls(access).take() {
      if call.claim() { return PostgreSQLAttempt(call: call) }
    }
    return nil
  }

  /// Sends a statement of a body. The body is answered in any case.
  func send(
    _ sql: String, _ values: [SQLValue], transaction id: Int, _ waiter: PostgreSQLWaiter
  ) {
    transactions.send(sql, values, transaction: id, waiter)
  }

  private func complete(_ operation: PostgreSQLOperation) {
    if case .point(let point) = operation.purpose {
      complete(point, operation)
    } else {
      transactions.complete(operation)
    }
  }
}
