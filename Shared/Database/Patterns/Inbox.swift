/// The receiving side of an outbox: remembers, for each key of a source, the highest sequence that was
/// accepted. That is one row for a key however many events there are, and it never expires.
package enum Inbox {
  /// True: the event is new, and its effect belongs into this same transaction. False: it was accepted
  /// before, and the sender is to be told yes again.
  ///
  /// - Parameter source: the sending service, with its incarnation (`Incarnation.source`).
  package static func accept(
    _ tx: isolated Transaction, source: String, space: String, key: String, sequence: Int64
  ) async throws(DatabaseError) -> Bool {
    #if DAYBOOK_FAULTS
      if Fault.active == .noDeduplication { return true }
    #endif
    return try await tx.execute(
      """
      INSERT INTO inbox_mark (space, source, key, sequence, accepted_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (space, source, key)
      DO UPDATE SET sequence = excluded.sequence, accepted_at = excluded.accepted_at
      WHERE excluded.sequence > inbox_mark.sequence
      """, [.text(space), .text(source), .text(key), .int(sequence), .int(tx.now)]) == 1
  }
}
