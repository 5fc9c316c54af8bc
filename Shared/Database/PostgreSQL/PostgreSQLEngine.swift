internal import Dispatch

/// PostgreSQL behind the engine's interface: a pool of connections on one polling thread.
final class PostgreSQLEngine: Engine {
  private let pool: PostgreSQLPool
  private let plan: MigrationPlan

  /// Opens the database on a thread that may wait for the server, and for another replica's migrations.
  static func open(
    url: String, migrations: [MigrationSet], options: DatabaseOptions
  ) async throws(DatabaseError) -> PostgreSQLEngine {
    let engine: Result<PostgreSQLEngine, DatabaseError> = await withCheckedContinuation { waiting in
      DispatchQueue.global().async {
        waiting.resume(
          returning: Result { () throws(DatabaseError) in
            try PostgreSQLEngine(url: url, migrations: migrations, options: options)
          })
      }
    }
    return try engine.get()
  }

  private init(
    url: String, migrations: [MigrationSet], options: DatabaseOptions
  ) throws(DatabaseError) {
    plan = MigrationPlan(sets: migrations, dialect: .postgresql)
    let address = try PostgreSQLAddress(url: url, options: options)
    try PostgreSQLMigrator(plan: plan, now: options.clock).run(at: address)
    pool = try PostgreSQLPool(address: address, options: options)
    pool.thread.start(pool)
  }

  func transact<Answer: Sendable>(
    _ access: Access,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    let pool = pool
    return try await TransactionCall(access, body).value { call in
      if let refusal = pool.inbox.calls(access).append(call) { return refusal }
      pool.thread.wake()
      return nil
    }
  }

  func point(_ sql: String, _ values: [SQLValue]) async throws -> Row? {
    try await withCheckedThrowingContinuation { continuation in
      let point = PostgreSQLPoint(sql: sql, values: values, continuation: continuation)
      if let refusal = pool.inbox.points.append(point) {
        continuation.resume(throwing: refusal)
      } else {
        pool.thread.wake()
      }
    }
  }

  func migrationStatus() async throws -> [MigrationStatus] {
    let plan = plan
    return try await transact(.read) { transaction in
      plan.status(try AppliedMigration.read(try await transaction.query(AppliedMigration.query)))
    }
  }

  var statistics: DatabaseStatistics { pool.statistics }

  func abandon() {
    pool.inbox.close()
    pool.thread.wake()
  }

  func close() async {
    abandon()
    await pool.thread.ended()
  }
}
