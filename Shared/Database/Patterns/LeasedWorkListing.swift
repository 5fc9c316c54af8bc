/// What operators see of a queue.
extension LeasedWork {
  package struct Depth: Sendable, Equatable {
    /// Items, leased ones included.
    package let items: Int
    package let leased: Int
    /// When the oldest of them was scheduled, microseconds since 1970 UTC; nil when there is none.
    package let oldestAt: Int64?
  }

  /// An item that has failed.
  package struct Waiting: Sendable, Equatable {
    package let space: String
    package let id: String
    package let attempts: Int
    package let lastError: String?
    package let dueAt: Int64
    package let createdAt: Int64
  }

  /// For metrics; walks the queue, so ask now and then.
  package func depth(_ tx: isolated Transaction) async throws(DatabaseError) -> Depth {
    let row = try await tx.first(
      """
      SELECT COUNT(*) AS items, COUNT(lease) AS leased, MIN(created_at) AS oldest_at
      FROM leased_work WHERE queue = $1
      """, [.text(queue)])
    return Depth(
      items: Int(try row?.int("items") ?? 0), leased: Int(try row?.int("leased") ?? 0),
      oldestAt: try row?.optionalInt("oldest_at"))
  }

  /// Items with at least `attempts` attempts since their last progress, in the order of (space, id),
  /// after the given one.
  package func waiting(
    _ tx: isolated Transaction, attempts: Int, after: (space: String, id: String)? = nil,
    limit: Int = 100
  ) async throws(DatabaseError) -> [Waiting] {
    let rows = try await tx.query(
      """
      SELECT space, id, attempts, last_error, due_at, created_at FROM leased_work
      WHERE queue = $1 AND attempts >= $2 AND (space, id) > ($3, $4)
      ORDER BY space, id LIMIT $5
      """,
      [
        .text(queue), .int(Int64(attempts)), .text(after?.space ?? ""), .text(after?.id ?? ""),
        .int(Int64(limit)),
      ])
    var waiting: [Waiting] = []
    for row in rows {
      waiting.append(
        Waiting(
          space: try row.text("space"), id: try row.text("id"),
          attempts: Int(try row.int("attempts")), lastError: try row.optionalText("last_error"),
          dueAt: try row.int("due_at"), createdAt: try row.int("created_at")))
    }
    return waiting
  }
}
