import Synchronization
import Threads

#if DAYBOOK_FAULTS
  import Glibc
#endif

/// The one thread that changes the file. It takes all calls that wait, runs them in one transaction,
/// commits once, and only then answers: to those that changed something and to those that refused,
/// since a refusal may rest on what another call of the batch has written.
///
///     BEGIN IMMEDIATE · body · body … · COMMIT   one fsync
///     answer all
///
/// A body that throws has written nothing, most often: a rule has refused it. Where it has written, the
/// batch is rolled back and run again with a savepoint for each call, so that it is rolled back alone.
/// To run all in savepoints from the beginning would have SQLite keep a copy of each page that a call
/// changes.
///
///     BEGIN IMMEDIATE
///       SAVEPOINT call · body · RELEASE          a body that returned
///       SAVEPOINT call · body · ROLLBACK TO      a body that threw
///     COMMIT
///
/// SQLite may roll the whole transaction back by itself in the middle of a statement (no space, I/O
/// error, no memory). The call that met it gets the error, the others run again in a new batch. When
/// it is the COMMIT that fails nobody knows whose fault it is, and each call runs again alone.
final class SQLiteWriter: Sendable {
  private enum BatchEnd {
    case committed
    /// A call threw after it had written: only a savepoint takes that back alone.
    case spoilt
    /// The engine gave the transaction up during this call.
    case lost(during: any Call)
    case failed(DatabaseError)
  }

  let queue: CallQueue
  private let connection: SQLiteConnection
  private let thread = SQLiteThread()
  private let options: DatabaseOptions
  private let checkpointer: SQLiteCheckpointer?
  private let counts = Mutex(DatabaseStatistics())
  private let latest = Atomic<Int64>(0)
  private let commits: SQLiteCommits

  init(
    _ connection: SQLiteConnection, checkpointer: SQLiteCheckpointer?, commits: SQLiteCommits,
    options: DatabaseOptions
  ) {
    self.commits = commits
    self.connection = connection
    self.checkpointer = checkpointer
    self.options = options
    queue = CallQueue(limit: options.maximumWaiting)
  }

  var statistics: DatabaseStatistics {
    var statistics = counts.withLock { $0 }
    statistics.waiting = queue.count
    return statistics
  }

  func start() {
    thread.start("database writer") { [self] in
      while let calls = queue.take(options.maximumBatch) {
        run(calls)
        checkpointer?.note(logPages: connection.logPages, writer: connection)
      }
    }
  }

  func join() { thread.join() }

  /// After `join`, and after the other connections: the last to close writes the log back whole and
  /// removes it, which two that close at once both leave to the other.
  func close() { connection.close() }

  private func run(_ calls: [any Call]) {
    var batches = [(calls, inSavepoints: false)]
    while let (batch, inSavepoints) = batches.popLast() {
      var claimed: [any Call] = []
      var hooks: [@Sendable () -> Void] = []
      switch commit(batch, inSavepoints: inSavepoints, claimed: &claimed, hooks: &hooks) {
      case .committed:
        for hook in hooks { hook() }
        answer(claimed)
      case .spoilt:
        batches.append((batch, inSavepoints: true))
      case .lost(let culprit):
        counts.withLock { $0.lostBatches += 1 }
        answer([culprit])
        batches.append((batch.filter { $0 !== culprit }, inSavepoints: inSavepoints))
      case .failed(let error) where batch.count == 1:
        for call in claimed { call.fail(error) }
        answer(claimed)
      case .failed:
        counts.withLock { $0.lostBatches += 1 }
        batches += batch.reversed().map { ([$0], inSavepoints: false) }
      }
    }
  }

  /// Runs a batch up to its commit. `claimed` are the calls that were not cancelled before.
  private func commit(
    _ batch: [any Call], inSavepoints: Bool, claimed: inout [any Call],
    hooks: inout [@Sendable () -> Void]
  ) -> BatchEnd {
    do {
      try connection.control("BEGIN IMMEDIATE")
    } catch {
      claimed = batch.filter { $0.claim() }
      for call in claimed { call.fail(error) }
      return .committed
    }
    for call in batch where call.claim() {
      claimed.append(call)
      if inSavepoints {
        guard let more = runInSavepoint(call) else { return .lost(during: call) }
        hooks += more
        continue
      }
      let before = connection.totalChanges
      let more = thread.run(call, on: connection, now: now())
      guard isStillThere(after: call) else { return .lost(during: call) }
      if call.succeeded == true {
        hooks += more
      } else if connection.totalChanges != before {
        rollBack()
        return .spoilt
      }
    }
    #if DAYBOOK_FAULTS
      if Fault.active == .answerEarly {
        answer(claimed)
        // As long as a writer that commits now and then would wait for more.
        usleep(20_000)
      }
    #endif
    do {
      // Also where it fails, as then nobody knows.
      defer { commits.add() }
      try connection.control("COMMIT")
      counts.withLock { $0.commits += 1 }
      return .committed
    } catch {
      rollBack()
      return .failed(error)
    }
  }

  /// Runs a call alone within the batch. Returns its hooks, or nil when the batch is gone.
  private func runInSavepoint(_ call: any Call) -> [@Sendable () -> Void]? {
    do {
      try connection.control("SAVEPOINT call")
      var hooks = thread.run(call, on: connection, now: now())
      guard isStillThere(after: call) else { return nil }
      if call.succeeded == true {
        try connection.control("RELEASE call")
      } else {
        hooks = []
        try connection.control("ROLLBACK TO call")
        try connection.control("RELEASE call")
      }
      return hooks
    } catch {
      // Without its savepoint the call cannot be taken out of the batch: the batch is given up.
      if call.succeeded != false { call.fail(error) }
      rollBack()
      return nil
    }
  }

  /// Whether the batch is; SQLite may have given it up.
  private func isStillThere(after call: any Call) -> Bool {
    guard !connection.inTransaction else { return true }
    // A body that passed over the engine's error must not be told that it succeeded.
    if call.succeeded != false {
      call.fail(DatabaseError(.other, "the engine rolled the transaction back in this call"))
    }
    return false
  }

  private func rollBack() {
    guard connection.inTransaction else { return }
    // Were even this to fail, the next BEGIN would fail too and every call be told so.
    try? connection.control("ROLLBACK")
  }

  /// The clock, but never running backwards from one transaction to the next.
  private func now() -> Int64 {
    let now = max(options.clock(), latest.load(ordering: .relaxed))
    latest.store(now, ordering: .relaxed)
    return now
  }

  private func answer(_ calls: [any Call]) {
    counts.withLock { $0.calls += calls.count { $0.access == .write } }
    // Each event loop is woken once, for all of its callers.
    Wakes.gather()
    for call in calls { call.answer() }
    Wakes.deliver()
  }
}
