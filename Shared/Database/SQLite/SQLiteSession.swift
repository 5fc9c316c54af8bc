/// A connection inside the transaction of one call.
struct SQLiteSession: Session {
  let connection: SQLiteConnection
  let access: Access

  func run(
    _ sql: String, _ values: [SQLValue]
  ) async throws(DatabaseError) -> StatementResult {
    try connection.run(sql, values, access: access)
  }
}
