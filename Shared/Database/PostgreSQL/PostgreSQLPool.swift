internal import Dispatch
internal import Glibc
import Synchronization

/// The connections of a database and the transactions on them. Everything here happens on the polling
/// thread, which calls `settle`, `prepareToWait` and `receive` in turn.
actor PostgreSQLPool {
  nonisolated let thread: PostgreSQLThread
  nonisolated let inbox: PostgreSQLInbox
  private nonisolated let counts = Mutex(DatabaseStatistics())
  private let address: PostgreSQLAddress
  private let options: DatabaseOptions
  private let groups: [PostgreSQLGroup]
  private var transactions: [Int: PostgreSQLTransaction] = [:]
  private var repetitions: [PostgreSQLAttempt] = []
  /// Of calls that met a conflict only one is run again at a time: they would meet each other again.
  private var repeating: Int?
  private var parameterCounts: [String: Int] = [:]
  private var lastID = 0
  private var latest: Int64 = 0

  init(address: PostgreSQLAddress, options: DatabaseOptions) throws(DatabaseError) {
    thread = try PostgreSQLThread()
    inbox = PostgreSQLInbox(limit: options.maximumWaiting)
    self.address = address
    self.options = options
    groups = PostgreSQLRole.allCases.map { PostgreSQLGroup(role: $0, options: options) }
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe thread.asUnownedSerialExecutor()
  }

  nonisolated var statistics: DatabaseStatistics {
    var statistics = counts.withLock { $0 }
    statistics.waiting = inbox.count(.writer)
    return statistics
  }

  // MARK: The turn

  /// Ends transactions whose bodies have come to something, and starts others. Called when no body can
  /// go on: one that waits for none of its statements waits for something else.
  func settle() {
    for transaction in transactions.values
    where transaction.phase == .running && transaction.awaited == 0 {
      conclude(transaction)
    }
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
    if let next = repetitions.map(\.notBefore).min(), repeating == nil {
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
    for transaction in transactions.values where now > lastWord(transaction) {
      transaction.connection.lose(.lost("the server did not answer in time"))
    }
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
    counts.withLock { $0.connections = open }
  }

  /// Statements stop by the server's own limit. This is for a server that has vanished.
  private func lastWord(_ transaction: PostgreSQLTransaction) -> UInt64 {
    transaction.deadline + UInt64(
      PostgreSQLRole(transaction.attempt.call.access)
        .timeLimit(options).microseconds) * 1_000 + 5_000_000_000
  }

  // MARK: Connections

  private func waiting(_ role: PostgreSQLRole) -> Int {
    inbox.count(role) + repetitions.count { PostgreSQLRole($0.call.access) == role }
  }

  private func open(_ group: PostgreSQLGroup, _ now: UInt64) {
    lastID += 1
    let (id, address) = (lastID, address)
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
    let isExpired = { (attempt: PostgreSQLAttempt) in
      PostgreSQLRole(attempt.call.access) == group.role && attempt.since < now - patience
    }
    for attempt in repetitions where isExpired(attempt) {
      attempt.call.fail(error)
      answer(attempt.call)
    }
    repetitions.removeAll(where: isExpired)
  }

  // MARK: Point reads

  private func startPoints(_ group: PostgreSQLGroup) {
    while let connection = group.leastLoaded, let point = inbox.points.take() {
      do throws(DatabaseError) {
        try check(point.sql, point.values)
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

  /// What is wrong with a statement before the server sees it.
  private func check(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) {
    let count: Int
    if let known = parameterCounts[sql] {
      count = known
    } else {
      try StatementText.refuseReserved(sql)
      count = try StatementText.parameters(sql)
      if parameterCounts.count > 1_000 { parameterCounts = [:] }
      parameterCounts[sql] = count
    }
    guard count == values.count else {
      throw DatabaseError(.misuse, "\(values.count) values for \(count) parameters in: \(sql)")
    }
  }

  // MARK: Transactions

  private func startCalls(_ group: PostgreSQLGroup, _ now: UInt64) {
    let access: Access = group.role == .writer ? .write : .read
    while let connection = group.idle {
      guard let attempt = takeRepetition(access, now) ?? takeFresh(access) else { return }
      start(attempt, on: connection, now)
    }
  }

  private func takeFresh(_ access: Access) -> PostgreSQLAttempt? {
    while let call = inbox.calls(access).take() {
      if call.claim() { return PostgreSQLAttempt(call: call) }
    }
    return nil
  }

  private func takeRepetition(_ access: Access, _ now: UInt64) -> PostgreSQLAttempt? {
    let index = repetitions.firstIndex {
      $0.call.access == access && $0.notBefore <= now && ($0.conflicts == 0 || repeating == nil)
    }
    return index.map { repetitions.remove(at: $0) }
  }

  private func start(
    _ attempt: PostgreSQLAttempt, on connection: PostgreSQLConnection, _ started: UInt64
  ) {
    let (call, access) = (attempt.call, attempt.call.access)
    lastID += 1
    var now = options.clock()
    if access == .write {
      now = max(now, latest)
      latest = now
    }
    let limit = PostgreSQLRole(access).timeLimit(options)
    let transaction = Transaction(
      on: thread, taskExecutor: thread, session: PostgreSQLSession(pool: self, transaction: lastID),
      dialect: .postgresql, access: access, now: now)
    transactions[lastID] = PostgreSQLTransaction(
      id: lastID, attempt: attempt, transaction: transaction, connection: connection,
      deadline: started + UInt64(limit.microseconds) * 1_000)
    connection.isTaken = true
    if attempt.conflicts > 0 { repeating = lastID }
    transaction.assumeIsolated { call.start($0) }
  }

  /// Sends a statement of a body. The body is answered in any case.
  func send(
    _ sql: String, _ values: [SQLValue], transaction id: Int,
    _ continuation: CheckedContinuation<Result<StatementResult, DatabaseError>, Never>
  ) {
    guard let transaction = transactions[id], transaction.phase == .running else {
      let error = DatabaseError(.misuse, "the transaction has ended")
      continuation.resume(returning: .failure(error))
      return
    }
    if Clock.monotonicNanoseconds() > transaction.deadline, transaction.failure == nil {
      transaction.failure = PostgreSQLFailure(
        error: DatabaseError(.timeLimit, "the transaction took too long; refused: \(sql)"))
    }
    if let failure = transaction.failure {
      continuation.resume(returning: .failure(failure.error))
      return
    }
    do throws(DatabaseError) {
      try check(sql, values)
      try transaction.connection.send(
        sql, values, begin: !transaction.hasBegun,
        for: .statement(transaction: id, continuation))
      transaction.hasBegun = true
      transaction.awaited += 1
    } catch {
      continuation.resume(returning: .failure(error))
    }
  }

  private func complete(_ operation: PostgreSQLOperation) {
    switch operation.purpose {
    case .setUp: break
    case .point(let point): complete(point, operation)
    case .statement(let id, let continuation):
      if let transaction = transactions[id] {
        transaction.awaited -= 1
        transaction.failure = transaction.failure ?? operation.failure
      }
      continuation.resume(returning: operation.answer)
    case .commit(let id):
      if let transaction = transactions[id] { completeCommit(transaction, operation) }
    case .rollback(let id):
      if let transaction = transactions[id] { finish(transaction) }
    }
  }

  /// Decides what becomes of a transaction whose body has returned, has thrown, or is stuck.
  private func conclude(_ transaction: PostgreSQLTransaction) {
    let call = transaction.attempt.call
    transaction.hooks = transaction.transaction.assumeIsolated { $0.end() }
    if call.succeeded == nil {
      call.fail(
        DatabaseError(.misuse, "the body awaits something that is no statement of its transaction"))
    } else if let failure = transaction.failure ?? lossOf(transaction) {
      // Also where the body answered with an error of its own: it may rest on the failed statement.
      transaction.repetition = transaction.attempt.next(
        after: failure, now: Clock.monotonicNanoseconds())
      if call.succeeded == true { call.fail(failure.error) }
    }
    guard transaction.hasBegun, !transaction.connection.isBroken else {
      return finish(transaction)
    }
    let commits = call.succeeded == true
    transaction.phase = commits ? .committing : .rollingBack
    do throws(DatabaseError) {
      try transaction.connection.send(
        commits ? "COMMIT" : "ROLLBACK",
        for: commits ? .commit(transaction: transaction.id) : .rollback(transaction: transaction.id)
      )
    } catch {
      transaction.connection.lose(PostgreSQLFailure(error: error, isLost: true))
      if commits { call.fail(error) }
      finish(transaction)
    }
  }

  private func lossOf(_ transaction: PostgreSQLTransaction) -> PostgreSQLFailure? {
    transaction.hasBegun ? transaction.connection.failure : nil
  }

  private func completeCommit(
    _ transaction: PostgreSQLTransaction, _ operation: PostgreSQLOperation
  ) {
    let call = transaction.attempt.call
    switch operation.failure {
    case nil where operation.didCommit:
      if call.access == .write { counts.withLock { $0.commits += 1 } }
    case nil:
      call.fail(DatabaseError(.other, "the server rolled the transaction back at its commit"))
    case let failure? where failure.isLost:
      // What was read was read. What was written may be there or not, and to write it again is wrong.
      if call.access == .write {
        call.fail(
          DatabaseError(
            .connection, "lost at the commit, which may have happened: \(failure.error.message)"))
      }
    case let failure?:
      transaction.repetition = transaction.attempt.next(
        after: failure, now: Clock.monotonicNanoseconds())
      call.fail(failure.error)
    }
    finish(transaction)
  }

  private func finish(_ transaction: PostgreSQLTransaction) {
    transactions[transaction.id] = nil
    let connection = transaction.connection
    connection.isTaken = false
    if connection.isWorn { connection.lose(.lost("replaced, as it holds too many statements")) }
    if repeating == transaction.id { repeating = nil }
    if let repetition = transaction.repetition {
      counts.withLock { $0.repetitions += 1 }
      repetitions.append(repetition)
      return
    }
    if transaction.attempt.call.succeeded == true { for hook in transaction.hooks { hook() } }
    answer(transaction.attempt.call)
  }

  private func answer(_ call: any Call) {
    if call.access == .write { counts.withLock { $0.calls += 1 } }
    call.answer()
  }
}

/// A connection inside the transaction of one call.
struct PostgreSQLSession: Session {
  let pool: PostgreSQLPool
  /// The transaction's number in the pool.
  let transaction: Int

  func run(
    _ sql: String, _ values: [SQLValue]
  ) async throws(DatabaseError) -> StatementResult {
    // Already on the pool's thread, which is also the transaction's: no hop.
    try await withCheckedContinuation { continuation in
      pool.assumeIsolated { $0.send(sql, values, transaction: transaction, continuation) }
    }.get()
  }
}
