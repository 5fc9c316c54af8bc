/// A connection inside the transaction of one call.
struct SQLiteSession: Session {
  let connection: SQLiteConnection
  let access: Access

  func run(
    _ sql: String, _ values: [SQLValue]
  ) async throws(DatabaseError) -> StatementResult {
    try connection.run(sql, values, access: access)
  }

  func run(
    _ sql: String, each values: [[SQLValue]]
  ) async throws(DatabaseError) -> [StatementResult] {
    var results: [StatementResult] = []
    for values in values { results.append(try connection.run(sql, values, access: access)) }
    return results
  }
}
