/// The transactions of a pool that run, and what becomes of each. It belongs to the polling thread.
final class PostgreSQLTransactions {
  private let thread: PostgreSQLThread
  private let statements: PostgreSQLStatementCheck
  private let counts: PostgreSQLCounts
  private let options: DatabaseOptions
  var repetitions = PostgreSQLRepetitions()
  private var running: [Int: PostgreSQLTransaction] = [:]
  private var lastID = 0
  private var latest: Int64 = 0

  init(
    on thread: PostgreSQLThread, statements: PostgreSQLStatementCheck, counts: PostgreSQLCounts,
    options: DatabaseOptions
  ) {
    self.thread = thread
    self.statements = statements
    self.counts = counts
    self.options = options
  }

  var isEmpty: Bool { running.isEmpty }

  func start(
    _ attempt: PostgreSQLAttempt, on connection: PostgreSQLConnection, in pool: PostgreSQLPool,
    at started: UInt64
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
      on: thread, taskExecutor: thread, session: PostgreSQLSession(pool: pool, transaction: lastID),
      dialect: .postgresql, access: access, now: now)
    running[lastID] = PostgreSQLTransaction(
      id: lastID, attempt: attempt, transaction: transaction, connection: connection,
      deadline: started + UInt64(limit.microseconds) * 1_000)
    connection.isTaken = true
    repetitions.noteStart(attempt, as: lastID)
    transaction.assumeIsolated { call.start($0) }
  }

  /// Sends a statement of a body. The body is answered in any case.
  func send(
    _ sql: String, _ values: [SQLValue], transaction id: Int, _ waiter: PostgreSQLWaiter
  ) {
    guard let transaction = running[id], transaction.phase == .running else {
      let error = DatabaseError(.misuse, "the transaction has ended")
      waiter.resume(.failure(error))
      return
    }
    if Clock.monotonicNanoseconds() > transaction.deadline, transaction.failure == nil {
      transaction.failure = PostgreSQLFailure(
        error: DatabaseError(.timeLimit, "the transaction took too long; refused: \(sql)"))
    }
    if let failure = transaction.failure {
      waiter.resume(.failure(failure.error))
      return
    }
    do throws(DatabaseError) {
      try statements.check(sql, values)
      try transaction.connection.send(
        sql, values, begin: !transaction.hasBegun,
        for: .statement(transaction: id, waiter))
      transaction.hasBegun = true
      transaction.awaited += 1
    } catch {
      waiter.resume(.failure(error))
    }
  }

  func complete(_ operation: PostgreSQLOperation) {
    switch operation.purpose {
    case .setUp, .point: break
    case .statement(let id, let waiter):
      if let transaction = running[id] {
        transaction.awaited -= 1
        transaction.failure = transaction.failure ?? operation.failure
      }
      waiter.resume(operation.answer)
    case .commit(let id):
      if let transaction = running[id] { completeCommit(transaction, operation) }
    case .rollback(let id):
      if let transaction = running[id] { finish(transaction) }
    }
  }

  /// Ends those whose bodies have come to something. Called when no body can go on: one that waits for
  /// none of its statements waits for something else.
  func conclude() {
    for transaction in running.values
    where transaction.phase == .running && transaction.awaited == 0 {
      conclude(transaction)
    }
  }

  /// Ends the connections of those that a vanished server does not answer. Statements stop before, by
  /// the server's own limit.
  func giveUp(at now: UInt64) {
    for transaction in running.values {
      let limit = PostgreSQLRole(transaction.attempt.call.access).timeLimit(options)
      guard now > transaction.deadline + UInt64(limit.microseconds) * 1_000 + 5_000_000_000
      else { continue }
      transaction.connection.lose(.lost("the server did not answer in time"))
    }
  }

  /// Answers what has waited since before `time` to be run again.
  func expireRepetitions(_ role: PostgreSQLRole, before time: UInt64, _ error: DatabaseError) {
    for attempt in repetitions.take(role, before: time) {
      attempt.call.fail(error)
      answer(attempt.call)
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
      if call.access == .write { counts.change { $0.commits += 1 } }
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
    running[transaction.id] = nil
    let connection = transaction.connection
    connection.isTaken = false
    if connection.isWorn { connection.lose(.lost("replaced, as it holds too many statements")) }
    repetitions.noteEnd(of: transaction.id)
    if let repetition = transaction.repetition {
      counts.change { $0.repetitions += 1 }
      repetitions.append(repetition)
      return
    }
    if transaction.attempt.call.succeeded == true { for hook in transaction.hooks { hook() } }
    answer(transaction.attempt.call)
  }

  private func answer(_ call: any Call) {
    if call.access == .write { counts.change { $0.calls += 1 } }
    call.answer()
  }
}
