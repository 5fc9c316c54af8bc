internal import CPostgreSQL

/// What was sent up to one synchronisation point, and what came back for it.
struct PostgreSQLOperation {
  enum Purpose {
    case setUp
    /// A statement of the body of a transaction, which waits for it.
    case statement(transaction: Int, PostgreSQLWaiter)
    case commit(transaction: Int)
    case rollback(transaction: Int)
    case point(PostgreSQLPoint)
  }

  enum Part {
    case prepare(PostgreSQLStatement)
    case execute(PostgreSQLStatement)
  }

  let purpose: Purpose
  let sql: String
  var parts: [Part] = []
  /// Of the last part.
  private(set) var result = StatementResult()
  /// The server's word that the transaction was committed, and not rolled back instead.
  private(set) var didCommit = false
  /// A result that this library cannot read, although the server did its part.
  private(set) var unreadable: DatabaseError?
  var failure: PostgreSQLFailure?
  private var received = 0

  init(purpose: Purpose, sql: String) {
    self.purpose = purpose
    self.sql = sql
  }

  var answer: Result<StatementResult, DatabaseError> {
    if let error = failure?.error ?? unreadable { return .failure(error) }
    return .success(result)
  }

  /// Statements whose preparation the server refused or never came to.
  var unprepared: [PostgreSQLStatement] {
    guard failure != nil else { return [] }
    return parts.dropFirst(received).compactMap {
      if case .prepare(let statement) = $0 { statement } else { nil }
    }
  }

  /// Takes the next result. True when it was the last one, the synchronisation point.
  mutating func take(_ result: PostgreSQLResult) -> Bool {
    switch unsafe PQresultStatus(result.pointer) {
    case PGRES_PIPELINE_SYNC:
      return true
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
      if received < parts.count, case .execute(let statement) = parts[received] {
        read(result, of: statement)
      }
      received += 1
    case PGRES_PIPELINE_ABORTED:
      break
    default:
      if failure == nil { failure = unsafe PostgreSQLFailure(result: result.pointer, doing: sql) }
    }
    return false
  }

  private mutating func read(_ result: PostgreSQLResult, of statement: PostgreSQLStatement) {
    didCommit = unsafe String(cString: PQcmdStatus(result.pointer)) == "COMMIT"
    do throws(DatabaseError) {
      self.result = try unsafe PostgreSQLRows.read(result.pointer, columns: &statement.columns)
    } catch { unreadable = error }
  }
}
