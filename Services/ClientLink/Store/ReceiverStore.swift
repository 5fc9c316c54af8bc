import Database

/// Which incarnation of each receiver's data is known to agree with the links.
struct ReceiverStore: Sendable {
  /// Nil for a receiver that never came; empty while none agrees.
  func incarnation(
    of receiver: LinkReceiver, in tx: isolated Transaction
  ) async throws -> String? {
    try await tx.first(
      "SELECT incarnation FROM receiver WHERE receiver = $1", [.text(receiver.rawValue)]
    ).map { try $0.text("incarnation") }
  }

  func set(
    _ receiver: LinkReceiver, to incarnation: String, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      """
      INSERT INTO receiver (receiver, incarnation) VALUES ($1, $2)
      ON CONFLICT (receiver) DO UPDATE SET incarnation = excluded.incarnation
      """, [.text(receiver.rawValue), .text(incarnation)])
  }
}
