import Database

/// Whether what a receiver holds is known to agree with the links: not after either was restored from
/// a backup, until the two have been compared (`LinkReconciliation`).
struct Standing: Sendable {
  let database: Database
  let incarnation: Incarnation
  private let receivers = ReceiverStore()

  init(database: Database, incarnation: Incarnation) {
    self.database = database
    self.incarnation = incarnation
  }

  /// Whether these links have been compared since they were restored.
  var isReconciled: Bool {
    get async throws { try await incarnation.isReconciled(in: database) }
  }

  /// - Parameter theirs: The incarnation of the receiver's data; empty from one that knows none.
  func mayAnswer(_ receiver: LinkReceiver, _ theirs: String) async throws -> Bool {
    guard try await isReconciled else { return false }
    if theirs.isEmpty { return true }
    let known = try await database.read { [receivers] tx in
      try await receivers.incarnation(of: receiver, in: tx)
    }
    if let known { return known == theirs }
    // The first one to come began with what these links told it.
    return try await database.write { [receivers] tx in
      if let known = try await receivers.incarnation(of: receiver, in: tx) {
        return known == theirs
      }
      try await receivers.set(receiver, to: theirs, in: tx)
      return true
    }
  }
}
