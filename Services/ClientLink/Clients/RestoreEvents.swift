import Database
import Records
import StatusRules

/// What happens to clients because the links were restored from a backup.
extension ClientEvents {
  private static let reason = "not confirmed after a restore from a backup"

  /// Ends a link of which more is known elsewhere than here.
  func closeUnproven(_ name: ClientName, in tx: isolated Transaction) async throws {
    let client = try await client(name, in: tx)
    var change = ClientChange(.closeUnproven, of: client, by: .clientLink)
    change.reason = Self.reason
    _ = try await happen(change, given: try await facts(of: client, in: tx), in: tx)
  }

  /// Takes those accountants off who are not known everywhere.
  func narrow(
    _ name: ClientName, to accountants: [String], in tx: isolated Transaction
  ) async throws {
    var client = try await client(name, in: tx)
    client.accountants = accountants
    client.updateTime = tx.now
    client.version += 1
    try await clients.update(client, in: tx)
    try await append(
      "narrow_accountants", to: name, by: .clientLink, reason: Self.reason, audience: .partner,
      in: tx)
    try await effects.links.announceChange(of: client, by: .clientLink, in: tx)
  }
}
