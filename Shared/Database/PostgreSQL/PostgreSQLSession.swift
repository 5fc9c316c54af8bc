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
      pool.assumeIsolated {
        $0.send(sql, values, transaction: transaction, .one(continuation))
      }
    }.get()
  }

  func run(
    _ sql: String, each values: [[SQLValue]]
  ) async throws(DatabaseError) -> [StatementResult] {
    try await withCheckedContinuation { continuation in
      pool.assumeIsolated { pool in
        let several = PostgreSQLSeveral(values.count, continuation)
        for (place, values) in values.enumerated() {
          pool.send(sql, values, transaction: transaction, .oneOf(several, place))
        }
      }
    }.get()
  }
}

/// What waits for the result of a statement.
enum PostgreSQLWaiter {
  case one(CheckedContinuation<Result<StatementResult, DatabaseError>, Never>)
  case oneOf(PostgreSQLSeveral, Int)

  func resume(_ result: Result<StatementResult, DatabaseError>) {
    switch self {
    case .one(let continuation): continuation.resume(returning: result)
    case .oneOf(let several, let place): several.take(result, at: place)
    }
  }
}

/// Waits for several statements that were sent together. It belongs to the polling thread.
final class PostgreSQLSeveral {
  private var results: [StatementResult]
  private var missing: Int
  private var failure: DatabaseError?
  private let continuation: CheckedContinuation<Result<[StatementResult], DatabaseError>, Never>

  init(
    _ count: Int,
    _ continuation: CheckedContinuation<Result<[StatementResult], DatabaseError>, Never>
  ) {
    results = Array(repeating: StatementResult(), count: count)
    missing = count
    self.continuation = continuation
  }

  func take(_ result: Result<StatementResult, DatabaseError>, at place: Int) {
    switch result {
    case .success(let result): results[place] = result
    // The first tells what was wrong; those after it, that the transaction is over.
    case .failure(let error): failure = failure ?? error
    }
    missing -= 1
    guard missing == 0 else { return }
    continuation.resume(returning: failure.map { .failure($0) } ?? .success(results))
  }
}
