/// What a change must cause in another service, written in the change's own transaction. A relay
/// (`OutboxRelay`) carries it there, in order for each key, until the other service says yes; nothing
/// is ever given up. The receiver tells repetitions by `Inbox`.
package struct Outbox: Sendable {
  /// The service that events go to. Each destination has its own order and its own waiting.
  package let destination: String
  /// The queue of keys with undone events. The lease is on the key and not on the event: otherwise
  /// two relays would carry two events of one key at once, and the later might overtake.
  let keys: LeasedWork

  package init(to destination: String) {
    self.destination = destination
    keys = LeasedWork(queue: "outbox:\(destination)")
  }

  /// Appends an event in the caller's transaction, and wakes the relay after the commit.
  ///
  /// - Parameters:
  ///   - key: what the order is kept for, e.g. `links/42`.
  ///   - actor: who caused the change in the first place, as data; the relay calls as the service.
  ///   - trace: the trace context that the receiver goes on with, or empty.
  /// - Returns: the event's sequence: higher than that of every earlier event of its key.
  @discardableResult
  package func append(
    _ tx: isolated Transaction, space: String, key: String, kind: String, payload: [UInt8],
    actor: String, trace: String = ""
  ) async throws(DatabaseError) -> Int64 {
    // The key's row first: on PostgreSQL its lock puts the events of one key in line.
    try await keys.schedule(tx, space: space, id: key, at: tx.now, ifPresent: .keep)
    let row = try await tx.first(
      """
      INSERT INTO outbox_event (space, destination, key, kind, payload, actor, trace, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING sequence
      """,
      [
        .text(space), .text(destination), .text(key), .text(kind), .bytes(payload), .text(actor),
        .text(trace), .int(tx.now),
      ])
    guard let row else { throw DatabaseError(.other, "an event was inserted without a sequence") }
    return try row.int("sequence")
  }

  /// Removes what was delivered, and returns the key's oldest undone event. Where there is none, the
  /// key leaves the queue; otherwise its lease is renewed.
  func next(
    _ tx: isolated Transaction, _ key: LeasedWork.Item, delivered: OutboxEvent?, lease: Duration
  ) async throws -> OutboxEvent? {
    if let delivered {
      try await tx.execute(
        """
        DELETE FROM outbox_event
        WHERE space = $1 AND destination = $2 AND key = $3 AND sequence = $4
        """, [.text(key.space), .text(destination), .text(key.id), .int(delivered.sequence)])
    }
    guard let event = try await oldest(tx, key) else {
      try await keys.finish(tx, key)
      return nil
    }
    if delivered != nil { try await keys.progress(tx, key, for: lease) }
    return event
  }

  private func oldest(
    _ tx: isolated Transaction, _ key: LeasedWork.Item
  ) async throws(DatabaseError) -> OutboxEvent? {
    let row = try await tx.first(
      """
      SELECT sequence, kind, payload, actor, trace, created_at FROM outbox_event
      WHERE space = $1 AND destination = $2 AND key = $3 ORDER BY sequence LIMIT 1
      """, [.text(key.space), .text(destination), .text(key.id)])
    guard let row else { return nil }
    return OutboxEvent(
      space: key.space, key: key.id, sequence: try row.int("sequence"),
      kind: try row.text("kind"), payload: try row.bytes("payload"),
      actor: try row.text("actor"), trace: try row.text("trace"),
      createdAt: try row.int("created_at"), attempt: key.attempts)
  }
}

/// An event on its way to another service.
package struct OutboxEvent: Sendable, Equatable {
  package let space: String
  package let key: String
  package let sequence: Int64
  package let kind: String
  package let payload: [UInt8]
  package let actor: String
  package let trace: String
  /// Microseconds since 1970 UTC.
  package let createdAt: Int64
  /// From 1: how often the key was taken up since it last moved.
  package let attempt: Int
}

/// What operators see of an outbox.
extension Outbox {
  /// For metrics: the undone events, and when the oldest was written (nil: there is none).
  package func depth(
    _ tx: isolated Transaction
  ) async throws(DatabaseError) -> (events: Int, oldestAt: Int64?) {
    let row = try await tx.first(
      """
      SELECT COUNT(*) AS events, MIN(created_at) AS oldest_at FROM outbox_event
      WHERE destination = $1
      """, [.text(destination)])
    return (Int(try row?.int("events") ?? 0), try row?.optionalInt("oldest_at"))
  }

  /// The keys that have been tried `attempts` times or more without moving, with their last error.
  package func stuck(
    _ tx: isolated Transaction, attempts: Int = 5, after: (space: String, id: String)? = nil,
    limit: Int = 100
  ) async throws(DatabaseError) -> [LeasedWork.Waiting] {
    try await keys.waiting(tx, attempts: attempts, after: after, limit: limit)
  }
}
