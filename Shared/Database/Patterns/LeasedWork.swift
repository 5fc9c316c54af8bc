/// A queue of work that several processes share: deliveries, and the keys of an outbox. An item is
/// due at a time; whoever leases it owns it until the lease ends, renews the lease while working, and
/// then removes the item or releases it for later. The work of a process that died is due again when
/// its lease has run out, so each attempt may be repeated: the work itself must bear that.
///
/// A leased item's `due_at` is the end of its lease. So one index finds what is due, and a lost lease
/// needs no sweep.
package struct LeasedWork: Sendable {
  package let queue: String
  /// Raised when an item was scheduled in this process; the loop that works on the queue waits for it.
  package let signal = Signal()

  package init(queue: String) { self.queue = queue }

  /// An item leased to the holder.
  package struct Item: Sendable, Equatable {
    package let space: String
    package let id: String
    /// Leases since it was scheduled or last made progress, this one among them: from 1.
    package let attempts: Int
    /// Proves the lease: every one has another number.
    let lease: Int64
  }

  package enum IfPresent: Sendable {
    /// An item that waits keeps its time.
    case keep
    /// An item that waits for later is due at the new time, and its attempts are counted anew.
    case hasten
  }

  /// Makes an item due. One that is leased already is left to its holder.
  package func schedule(
    _ tx: isolated Transaction, space: String, id: String, at dueAt: Int64,
    ifPresent: IfPresent = .hasten
  ) async throws(DatabaseError) {
    // The row is written in any case. On PostgreSQL a lock alone would not do: a holder that finishes
    // the item at this moment would wait for it, and then remove the item without having seen what
    // this transaction adds. A row that was written makes it run again.
    let update =
      switch ifPresent {
      case .keep: "queue = excluded.queue"
      case .hasten:
        """
        due_at = CASE WHEN leased_work.lease IS NULL THEN excluded.due_at
          ELSE leased_work.due_at END,
        attempts = CASE WHEN leased_work.lease IS NULL THEN 0 ELSE leased_work.attempts END
        """
      }
    try await tx.execute(
      """
      INSERT INTO leased_work (space, queue, id, due_at, attempts, created_at)
      VALUES ($1, $2, $3, $4, 0, $5)
      ON CONFLICT (space, queue, id) DO UPDATE SET \(update)
      """, [.text(space), .text(queue), .text(id), .int(dueAt), .int(tx.now)])
    let signal = signal
    tx.afterCommit { signal.raise() }
  }

  /// Leases up to `limit` items that are due, those that wait longest first.
  ///
  /// - Parameter held: What the caller still works on. It is left as it is, also when its lease has
  ///   run out: then another process may have it, and until one does its holder may finish it.
  package func lease(
    _ tx: isolated Transaction, owner: String, limit: Int, for duration: Duration,
    except held: [Item] = []
  ) async throws(DatabaseError) -> [Item] {
    let lease = Int64.random(in: 1...(.max))
    // Parameters first appear in the order of their numbers.
    let others = others(than: held, from: 3)
    let last = (3...6).map { "$\($0 + others.values.count)" }
    // MATERIALIZED: a subquery that PostgreSQL ran twice would pass over more than `limit` rows.
    let rows = try await tx.query(
      """
      WITH due AS MATERIALIZED (
        SELECT space, id FROM leased_work WHERE queue = $1 AND due_at <= $2 \(others.condition)
        ORDER BY due_at LIMIT \(last[0]) \(tx.dialect.lockSkipping))
      UPDATE leased_work SET due_at = \(last[1]), lease = \(last[2]), owner = \(last[3]),
        attempts = attempts + 1
      WHERE queue = $1 AND (space, id) IN (SELECT space, id FROM due)
      RETURNING space, id, attempts
      """,
      [.text(queue), .int(tx.now)] + others.values + [
        .int(Int64(limit)), .int(tx.now + duration.microseconds), .int(lease), .text(owner),
      ])
    var items: [Item] = []
    for row in rows {
      items.append(
        Item(
          space: try row.text("space"), id: try row.text("id"),
          attempts: Int(try row.int("attempts")), lease: lease))
    }
    return items
  }

  /// Makes due at once what a process that died had leased under the name `owner`. Two processes that
  /// run must never share a name.
  package func reclaim(_ tx: isolated Transaction, owner: String) async throws(DatabaseError) {
    try await tx.execute(
      """
      UPDATE leased_work SET due_at = $1, lease = NULL, owner = NULL
      WHERE queue = $2 AND owner = $3
      """, [.int(tx.now), .text(queue), .text(owner)])
  }

  /// When the next item that the caller does not hold is due; nil when there is none.
  package func nextDue(
    _ tx: isolated Transaction, except held: [Item] = []
  ) async throws(DatabaseError) -> Int64? {
    let others = others(than: held, from: 2)
    return try await tx.first(
      "SELECT due_at FROM leased_work WHERE queue = $1 \(others.condition) ORDER BY due_at LIMIT 1",
      [.text(queue)] + others.values
    )?.int("due_at")
  }

  /// Renews a lease. `LeaseLost` says that somebody else may have the item now.
  package func heartbeat(
    _ tx: isolated Transaction, _ item: Item, for duration: Duration
  ) async throws {
    try await change(tx, item, "due_at = $1", [.int(tx.now + duration.microseconds)])
  }

  /// Renews a lease after a part of the work is done: attempts are counted anew from here.
  package func progress(
    _ tx: isolated Transaction, _ item: Item, for duration: Duration
  ) async throws {
    try await change(
      tx, item, "due_at = $1, attempts = 1, last_error = NULL",
      [.int(tx.now + duration.microseconds)])
  }

  /// Gives an item back, due again at `dueAt`; `error` is shown to operators.
  package func release(
    _ tx: isolated Transaction, _ item: Item, dueAt: Int64, error: String? = nil
  ) async throws {
    try await change(
      tx, item, "due_at = $1, lease = NULL, owner = NULL, last_error = $2",
      [.int(dueAt), .text(error)])
    let signal = signal
    tx.afterCommit { signal.raise() }
  }

  /// Removes an item whose work is done, together with what the transaction records about it.
  package func finish(_ tx: isolated Transaction, _ item: Item) async throws {
    let removed = try await tx.execute(
      "DELETE FROM leased_work WHERE space = $1 AND queue = $2 AND id = $3 AND lease = $4",
      [.text(item.space), .text(queue), .text(item.id), .int(item.lease)])
    guard removed == 1 else { throw LeaseLost(queue: queue, id: item.id) }
  }

  /// Removes an item whoever holds it; its holder learns of it at its next word. False: it was gone.
  @discardableResult
  package func cancel(
    _ tx: isolated Transaction, space: String, id: String
  ) async throws(DatabaseError) -> Bool {
    try await tx.execute(
      "DELETE FROM leased_work WHERE space = $1 AND queue = $2 AND id = $3",
      [.text(space), .text(queue), .text(id)]) == 1
  }

  private func others(
    than held: [Item], from first: Int
  ) -> (condition: String, values: [SQLValue]) {
    guard !held.isEmpty else { return ("", []) }
    let list = ValueList(pairs: held.map { (.text($0.space), .text($0.id)) }, from: first)
    return ("AND (space, id) NOT IN \(list.text)", list.values)
  }

  private func change(
    _ tx: isolated Transaction, _ item: Item, _ assignments: String, _ values: [SQLValue]
  ) async throws {
    let key = (1...4).map { "$\(values.count + $0)" }
    let changed = try await tx.execute(
      """
      UPDATE leased_work SET \(assignments)
      WHERE space = \(key[0]) AND queue = \(key[1]) AND id = \(key[2]) AND lease = \(key[3])
      """, values + [.text(item.space), .text(queue), .text(item.id), .int(item.lease)])
    guard changed == 1 else { throw LeaseLost(queue: queue, id: item.id) }
  }
}

/// The lease ran out and was given to somebody else, or the work was cancelled. What the holder has
/// done since may be done again by another.
package struct LeaseLost: Error, Equatable {
  package let queue: String
  package let id: String
}
