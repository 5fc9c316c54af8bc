import Database

/// Until when leases that were handed out may run, beyond a restart.
struct LeaseTermStore: Sendable {
  /// Keeps how long each lease may run from now on, and returns how much longer one of any time before
  /// may still run: one handed out at the very end of the last time, or a longer one from before that.
  /// By the wall clock, the only one that goes on over a restart.
  func replace(
    _ receiver: LinkReceiver, term: Duration, in tx: isolated Transaction
  ) async throws -> Duration {
    let before = try await tx.first(
      "SELECT term, end_time FROM lease_term WHERE receiver = $1", [.text(receiver.rawValue)])
    let end =
      try before.map { max(tx.now + (try $0.int("term")), try $0.int("end_time")) } ?? tx.now
    try await tx.execute(
      """
      INSERT INTO lease_term (receiver, term, end_time) VALUES ($1, $2, $3)
      ON CONFLICT (receiver) DO UPDATE SET term = excluded.term, end_time = excluded.end_time
      """, [.text(receiver.rawValue), .int(term.microseconds), .int(end)])
    return .microseconds(end - tx.now)
  }
}
