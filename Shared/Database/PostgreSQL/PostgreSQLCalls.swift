/// How calls come into a pool and wait for their answers; from any thread.
extension PostgreSQLPool {
  nonisolated func transact<Answer: Sendable>(
    _ access: Access,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    try await TransactionCall(access, body).value { call in
      if let refusal = inbox.calls(access).append(call) { return refusal }
      thread.wake()
      return nil
    }
  }

  nonisolated func point(_ sql: String, _ values: [SQLValue]) async throws -> Row? {
    try await withCheckedThrowingContinuation { continuation in
      let point = PostgreSQLPoint(sql: sql, values: values, continuation: continuation)
      if let refusal = inbox.points.append(point) {
        continuation.resume(throwing: refusal)
      } else {
        thread.wake()
      }
    }
  }

  /// How far the server's log is synced, every answered commit in it; nil where it does not write one.
  nonisolated func endOfLog() async throws -> String? {
    do {
      return try await point("SELECT CAST(pg_current_wal_flush_lsn() AS TEXT) AS place", [])?.text(
        "place")
    } catch let error as DatabaseError where error.kind == .other { return nil }
  }

  /// Refuses what comes later.
  nonisolated func abandon() {
    inbox.close()
    thread.wake()
  }
}
