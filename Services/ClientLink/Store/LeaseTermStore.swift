import Database

/// For how long leases were handed out, beyond a restart: one of the time before may still run.
struct LeaseTermStore: Sendable {
  /// Keeps the duration that counts from now on, and returns the one before; nil at the first start.
  func replace(
    _ receiver: LinkReceiver, duration: Duration, in tx: isolated Transaction
  ) async throws -> Duration? {
    let before = try await tx.first(
      "SELECT duration FROM lease_term WHERE receiver = $1", [.text(receiver.rawValue)])
    try await tx.execute(
      """
      INSERT INTO lease_term (receiver, duration) VALUES ($1, $2)
      ON CONFLICT (receiver) DO UPDATE SET duration = excluded.duration
      """, [.text(receiver.rawValue), .int(duration.microseconds)])
    return try before.map { .microseconds(try $0.int("duration")) }
  }
}
