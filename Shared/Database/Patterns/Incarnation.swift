import Synchronization

/// Which data this is. A restore from a backup gives the data a new incarnation: what was written
/// after the backup is lost here and known elsewhere, so the other services must not take the one for
/// the other. It travels in the calls between services.
///
/// A new incarnation is not reconciled until someone has compared it with what the others know.
package final class Incarnation: Sendable {
  /// 32 hexadecimal digits.
  package let id: String
  /// When it began, in microseconds since 1970: what is older was in the backup.
  package let startTime: Int64
  private let isReconciled: Atomic<Bool>

  private init(id: String, startTime: Int64, isReconciled: Bool) {
    self.id = id
    self.startTime = startTime
    self.isReconciled = Atomic(isReconciled)
  }

  /// The incarnation of a database; the first one is made here and needs no reconciling.
  package static func open(in database: Database) async throws -> Incarnation {
    try await database.write { tx in
      if let current = try await current(in: tx) { return current }
      return try await begin(1, "first", isReconciled: true, in: tx)
    }
  }

  /// Makes the data those of a new incarnation, because they were restored from a backup.
  package static func beginRestored(in tx: isolated Transaction) async throws -> Incarnation {
    let last = try await tx.first("SELECT MAX(number) AS number FROM incarnation", [])
    let number = try last?.optionalInt("number") ?? 0
    return try await begin(number + 1, "restored", isReconciled: false, in: tx)
  }

  /// Whether the data have been compared since they were restored. Asked of the database until it is
  /// so: another process may have done it.
  package func isReconciled(in database: Database) async throws -> Bool {
    if isReconciled.load(ordering: .relaxed) { return true }
    let row = try await database.point(
      "SELECT reconciled_at FROM incarnation WHERE id = $1", [.text(id)])
    guard try row?.optionalInt("reconciled_at") != nil else { return false }
    isReconciled.store(true, ordering: .relaxed)
    return true
  }

  /// Waits for that comparison: for what must not begin before it. Ends early in a cancelled task.
  package func waitUntilReconciled(in database: Database) async {
    while !Task.isCancelled {
      if (try? await isReconciled(in: database)) == true { return }
      try? await Task.sleep(for: .milliseconds(250))
    }
  }

  /// Keeps that the data have been compared.
  package func markReconciled(in tx: isolated Transaction) async throws(DatabaseError) {
    try await tx.execute(
      "UPDATE incarnation SET reconciled_at = $1 WHERE id = $2 AND reconciled_at IS NULL",
      [.int(tx.now), .text(id)])
  }

  /// Where events come from, as `Inbox` keeps it: sequences begin anew with an incarnation.
  ///
  /// - Parameter incarnation: As the event carries it; empty from a service that knows none.
  package static func source(_ service: String, _ incarnation: String) -> String {
    incarnation.isEmpty ? service : "\(service)#\(incarnation)"
  }

  private static func current(in tx: isolated Transaction) async throws -> Incarnation? {
    let row = try await tx.first(
      "SELECT id, started_at, reconciled_at FROM incarnation ORDER BY number DESC LIMIT 1", [])
    return try row.map { row in
      Incarnation(
        id: try row.text("id"), startTime: try row.int("started_at"),
        isReconciled: try row.optionalInt("reconciled_at") != nil)
    }
  }

  private static func begin(
    _ number: Int64, _ origin: String, isReconciled: Bool, in tx: isolated Transaction
  ) async throws -> Incarnation {
    let id = (0..<2).map { _ in
      let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    try await tx.execute(
      """
      INSERT INTO incarnation (number, id, origin, started_at, reconciled_at)
      VALUES ($1, $2, $3, $4, $5) ON CONFLICT (number) DO NOTHING
      """,
      [
        .int(number), .text(id), .text(origin), .int(tx.now), .int(isReconciled ? tx.now : nil),
      ])
    // Another replica may have been first.
    guard let current = try await current(in: tx) else {
      throw DatabaseError(.other, "an incarnation was begun and is not there")
    }
    return current
  }
}

extension MigrationSet {
  /// The table of `Incarnation`. Included by every service that exchanges events with others.
  package static let incarnation = MigrationSet(
    name: "incarnation",
    migrations: [
      Migration(number: 1, name: "incarnations") { words in
        """
        CREATE TABLE incarnation (
          number \(words.int) NOT NULL PRIMARY KEY,
          id \(words.text) NOT NULL,
          origin \(words.text) NOT NULL,
          started_at \(words.int) NOT NULL,
          reconciled_at \(words.int)
        ) \(words.table);
        """
      }
    ])
}
