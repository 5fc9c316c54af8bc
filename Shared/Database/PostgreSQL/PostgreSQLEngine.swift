internal import Dispatch

/// PostgreSQL behind the engine's interface: a pool of connections on one polling thread.
final class PostgreSQLEngine: Engine {
  private let pool: PostgreSQLPool
  private let replica: PostgreSQLReplica?
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
    let replicaAddress = try Self.replicaAddress(options)
    try PostgreSQLMigrator(plan: plan, now: options.clock).run(at: address)
    pool = try PostgreSQLPool(address: address, options: options)
    if let replicaAddress {
      replica = try PostgreSQLReplica(at: replicaAddress, options: options)
    } else {
      replica = nil
    }
    pool.thread.start(pool)
    replica?.start()
  }

  private static func replicaAddress(
    _ options: DatabaseOptions
  ) throws(DatabaseError) -> PostgreSQLAddress? {
    guard let url = options.replica else { return nil }
    return try PostgreSQLAddress(url: url, options: options)
  }

  func transact<Answer: Sendable>(
    _ access: Access,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    if access == .read, let replica { return try await replica.read(orOn: pool, body) }
    return try await pool.transact(access, body)
  }

  func point(_ sql: String, _ values: [SQLValue]) async throws -> Row? {
    try await pool.point(sql, values)
  }

  func readByKey<Answer: Sendable>(
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    try await transact(.read, body)
  }

  func migrationStatus() async throws -> [MigrationStatus] {
    let plan = plan
    return try await pool.transact(.read) { transaction in
      plan.status(try AppliedMigration.read(try await transaction.query(AppliedMigration.query)))
    }
  }

  var statistics: DatabaseStatistics {
    var statistics = pool.statistics
    statistics.replicaReads = replica?.reads ?? 0
    return statistics
  }

  func abandon() {
    pool.abandon()
    replica?.abandon()
  }

  func close() async {
    abandon()
    await pool.thread.ended()
    await replica?.close()
  }
}
