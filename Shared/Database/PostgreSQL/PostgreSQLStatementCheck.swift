/// What is wrong with a statement before the server sees it. It belongs to the polling thread.
final class PostgreSQLStatementCheck {
  /// A service has a few hundred statements: each is read once.
  private var parameterCounts: [String: Int] = [:]

  func check(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) {
    let count: Int
    if let known = parameterCounts[sql] {
      count = known
    } else {
      try StatementText.refuseReserved(sql)
      count = try StatementText.parameters(sql)
      if parameterCounts.count > 1_000 { parameterCounts = [:] }
      parameterCounts[sql] = count
    }
    guard count == values.count else {
      throw DatabaseError(.misuse, "\(values.count) values for \(count) parameters in: \(sql)")
    }
  }
}
