import Assembly
import Database
import Identity
import RPC
import StatusRules

/// What the back office decides after an identity (KYC) check.
extension ClientEvents {
  /// Ends what there is between the partner and the business; the rejection stands until it is lifted.
  func reject(
    _ name: ClientName, reason: String, internalReason: String, by cause: Cause,
    in tx: isolated Transaction
  ) async throws -> ClientRecord {
    var client = try await client(name, in: tx)
    client.checkPassed = false
    var facts = try await facts(of: client, in: tx)
    facts.hasReason = !reason.isEmpty
    var change = ClientChange(.rejectAccess, of: client, by: cause)
    change.reason = reason
    change.internalReason = internalReason
    return try await happen(change, given: facts, in: tx)
  }

  /// Ends a rejection: the client is a draft. An entry that was deleted meanwhile is made again.
  func lift(
    _ name: ClientName, reason: String, internalReason: String, by cause: Cause,
    in tx: isolated Transaction
  ) async throws -> ClientRecord {
    let client = try await rejectedClient(name, in: tx)
    var facts = try await facts(of: client, in: tx)
    facts.hasReason = !reason.isEmpty
    var change = ClientChange(.liftRejection, of: client, by: cause)
    change.reason = reason
    change.internalReason = internalReason
    return try await happen(change, given: facts, in: tx)
  }

  /// Keeps that the check has passed; a consent that waited for it makes the link now.
  func passCheck(
    _ name: ClientName, by cause: Cause, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    var client = try await client(name, in: tx)
    client.checkPassed = true
    let facts = try await facts(of: client, in: tx)
    return try await happen(
      ClientChange(.passCheck, of: client, by: cause), given: facts, in: tx)
  }

  private func rejectedClient(
    _ name: ClientName, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    if let client = try await clients.client(name, in: tx) { return client }
    guard let rejection = try await rejections.rejection(of: name, in: tx) else {
      throw RPCError.notFound(name.description)
    }
    let draft = ClientDraft(
      displayName: rejection.displayName, enterpriseNumber: rejection.enterpriseNumber,
      contactEmail: "", languageCode: rejection.languageCode)
    var client = draft.record(name, now: tx.now)
    client.status = .accessRejected
    try await clients.insert(client, in: tx)
    return client
  }
}
