/// A transaction that is being run, handed to the body of `Database.write` or `Database.read`.
///
/// The body is isolated to it and so runs on the transaction's own executor. It awaits statements of
/// this transaction only: a body that waits for anything else is rolled back and fails with
/// `misuse`, since the one writer must never stand still for a clock or a peer. It may be run again
/// (a batch that was lost, a serialisation failure), so it has no other effect; what must happen once
/// and only after the commit goes into `afterCommit`. After its end every statement is refused.
///
/// A statement that the engine refuses ends a transaction on PostgreSQL: the body is to let its error
/// through, and one that does not fails with it. So a body says ON CONFLICT rather than catch `unique`.
package actor Transaction {
  /// The transaction's time, microseconds since 1970 UTC, fixed once: the same in all that it writes,
  /// and never less than an earlier transaction's of this process.
  package nonisolated let now: Int64
  package nonisolated let dialect: Dialect
  package nonisolated let access: Access

  private nonisolated let executor: any SerialExecutor
  /// Where the body's task goes on after a statement that it had to wait for: without it that is a
  /// thread of Swift's pool, from which it comes back to the executor only later.
  nonisolated let taskExecutor: (any TaskExecutor)?
  private var session: (any Session)?
  private var hooks: [@Sendable () -> Void] = []

  init(
    on executor: any SerialExecutor, taskExecutor: (any TaskExecutor)? = nil,
    session: any Session, dialect: Dialect, access: Access, now: Int64
  ) {
    self.executor = executor
    self.taskExecutor = taskExecutor
    self.session = session
    self.dialect = dialect
    self.access = access
    self.now = now
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Runs a statement and returns all its rows. Parameters are `$1`, `$2`, …, first appearing in that
  /// order, and bound from `values`.
  package func query(
    _ sql: String, _ values: [SQLValue] = []
  ) async throws(DatabaseError) -> [Row] {
    try await run(sql, values).rows
  }

  /// Runs a statement for each list of values and returns the rows of each, in their order. On
  /// PostgreSQL all are sent before the first is answered: one round trip, however many they are.
  package func query(
    _ sql: String, each values: [[SQLValue]]
  ) async throws(DatabaseError) -> [[Row]] {
    guard let session else { throw DatabaseError(.misuse, "the transaction has ended") }
    guard !values.isEmpty else { return [] }
    return try await session.run(sql, each: values).map(\.rows)
  }

  /// The first row, if there is one. All rows are computed: name a key or say LIMIT 1.
  package func first(
    _ sql: String, _ values: [SQLValue] = []
  ) async throws(DatabaseError) -> Row? {
    try await run(sql, values).rows.first
  }

  /// Runs a statement and returns how many rows it inserted, updated or deleted.
  @discardableResult
  package func execute(
    _ sql: String, _ values: [SQLValue] = []
  ) async throws(DatabaseError) -> Int {
    try await run(sql, values).changes
  }

  /// Runs `hook` once, after the commit and before the caller is answered, on the engine's thread: to
  /// wake something, not to work. A transaction that is rolled back runs none.
  package func afterCommit(_ hook: @escaping @Sendable () -> Void) {
    hooks.append(hook)
  }

  private func run(
    _ sql: String, _ values: [SQLValue]
  ) async throws(DatabaseError) -> StatementResult {
    guard let session else { throw DatabaseError(.misuse, "the transaction has ended") }
    return try await session.run(sql, values)
  }

  /// Called by the engine when the body has returned, or was given up. Returns the hooks.
  func end() -> [@Sendable () -> Void] {
    session = nil
    defer { hooks = [] }
    return hooks
  }
}
