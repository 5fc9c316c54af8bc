/// What a reconciliation does with an outbox.
extension Outbox {
  /// Drops the events of before a time, microseconds since 1970: the state that they told of is told
  /// anew. Only for events that each tell the whole state of their key.
  package func discard(before time: Int64, _ tx: isolated Transaction) async throws(DatabaseError) {
    try await tx.execute(
      "DELETE FROM outbox_event WHERE destination = $1 AND created_at < $2",
      [.text(destination), .int(time)])
  }

  /// Whether an event of a key is still to be delivered.
  package func hasUndone(
    _ tx: isolated Transaction, space: String, key: String
  ) async throws(DatabaseError) -> Bool {
    try await tx.first(
      """
      SELECT 1 AS found FROM outbox_event WHERE space = $1 AND destination = $2 AND key = $3
      LIMIT 1
      """, [.text(space), .text(destination), .text(key)]) != nil
  }
}
