import Database

/// How many leases of one length were handed out to a receiver, by all replicas together.
struct LeaseCount: Sendable {
  let receiver: LinkReceiver
  /// For how long each of them may run.
  let term: Duration
  let leases: Int64
}

/// The leases that were handed out: a row for each receiver and length. What was counted runs out; a
/// row of a length that is no longer in use stays as it is.
struct LeaseCountStore: Sendable {
  func countOne(
    to receiver: LinkReceiver, term: Duration, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      INSERT INTO lease_count (receiver, term, leases) VALUES ($1, $2, 1)
      ON CONFLICT (receiver, term) DO UPDATE SET leases = lease_count.leases + 1
      """, [.text(receiver.rawValue), .int(term.microseconds)])
  }

  func all(in tx: isolated Transaction) async throws -> [LeaseCount] {
    try await tx.query("SELECT receiver, term, leases FROM lease_count ORDER BY receiver, term")
      .map {
        LeaseCount(
          receiver: try $0.word("receiver"), term: .microseconds(try $0.int("term")),
          leases: try $0.int("leases"))
      }
  }
}
