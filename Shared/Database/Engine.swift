/// What a statement gave back.
struct StatementResult: Sendable {
  var rows: [Row] = []
  /// Rows inserted, updated or deleted by this statement alone.
  var changes = 0
}

/// One connection inside one transaction, as an engine offers it.
protocol Session: Sendable {
  func run(_ sql: String, _ values: [SQLValue]) async throws(DatabaseError) -> StatementResult

  /// The same statement for each list of values; the results in their order.
  func run(_ sql: String, each values: [[SQLValue]]) async throws(DatabaseError)
    -> [StatementResult]
}

package enum Access: Sendable {
  case read
  case write
}

/// The SQL that differs between the engines although queries are shared.
package enum Dialect: Sendable {
  case sqlite
  case postgresql

  /// Ends a SELECT whose rows this transaction is about to change: PostgreSQL passes over rows that
  /// another replica holds; SQLite has one writer and no such rows.
  package var lockSkipping: String {
    switch self {
    case .sqlite: ""
    case .postgresql: "FOR UPDATE SKIP LOCKED"
    }
  }

  /// Ends a SELECT in a transaction that writes, on whose row a right rests: whoever takes the right
  /// away waits for this transaction, and so commits after it. Serializable order alone would let this
  /// one commit later and count as earlier.
  package var lockShared: String {
    switch self {
    case .sqlite: ""
    case .postgresql: "FOR SHARE"
    }
  }
}

/// A database engine. It runs bodies of transactions on executors of its own, may run one again, and
/// answers only what is durable.
protocol Engine: Sendable {
  func transact<Answer: Sendable>(
    _ access: Access,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer

  func point(_ sql: String, _ values: [SQLValue]) async throws -> Row?

  func readByKey<Answer: Sendable>(
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer

  func migrationStatus() async throws -> [MigrationStatus]

  var statistics: DatabaseStatistics { get }

  /// Refuses what comes later and lets the threads end when they have answered what they hold.
  func abandon()

  /// `abandon`, and waits until all is answered and closed.
  func close() async
}
