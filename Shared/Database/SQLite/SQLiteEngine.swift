/// SQLite behind the engine's interface: one writer, some readers, one thread for checkpoints. A
/// database in memory has one connection only, so its reads stand in the writer's queue too.
final class SQLiteEngine: Engine {
  private let writer: SQLiteWriter
  private let readers: SQLiteReaders?
  private let checkpointer: SQLiteCheckpointer?
  private let plan: MigrationPlan

  init(
    location: DatabaseURL.SQLiteLocation, migrations: [MigrationSet], options: DatabaseOptions
  ) throws(DatabaseError) {
    plan = MigrationPlan(sets: migrations, dialect: .sqlite)
    let connection = try SQLiteConnection(location, role: .writer, options: options)
    try SQLiteMigrator(connection: connection, plan: plan).run(now: options.clock)
    let commits = SQLiteCommits()
    switch location {
    case .file:
      let checkpointer = try SQLiteCheckpointer(location, options: options)
      let readers = SQLiteReaders(location, commits: commits, options: options)
      try readers.start()
      checkpointer.start()
      self.checkpointer = checkpointer
      self.readers = readers
    case .memory:
      checkpointer = nil
      readers = nil
    }
    writer = SQLiteWriter(
      connection, checkpointer: checkpointer, commits: commits, options: options)
    writer.start()
  }

  func transact<Answer: Sendable>(
    _ access: Access,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    let queue = access == .read ? readers?.queue ?? writer.queue : writer.queue
    return try await TransactionCall(access, body).value { queue.append($0) }
  }

  func point(_ sql: String, _ values: [SQLValue]) async throws -> Row? {
    guard let readers else {
      return try await transact(.read) { try await $0.first(sql, values) }
    }
    return try readers.point(sql, values)
  }

  func readByKey<Answer: Sendable>(
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    guard let readers else { return try await transact(.read, body) }
    try Task.checkCancellation()
    return try readers.runHere(TransactionCall(.read, body))
  }

  func migrationStatus() async throws -> [MigrationStatus] {
    let plan = plan
    return try await transact(.read) { transaction in
      plan.status(try AppliedMigration.read(try await transaction.query(AppliedMigration.query)))
    }
  }

  var statistics: DatabaseStatistics { writer.statistics }

  func abandon() {
    writer.queue.close()
    readers?.queue.close()
    checkpointer?.close()
  }

  /// The threads are waited for on one of their own kind, not on the caller's.
  func close() async {
    abandon()
    await withCheckedContinuation { continuation in
      SQLiteThread().start("database close") { [self] in
        writer.join()
        readers?.join()
        checkpointer?.join()
        writer.close()
        continuation.resume()
      }
    }
  }
}
