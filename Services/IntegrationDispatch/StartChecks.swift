import Database
import Hosting
import StatusRules

/// What is looked at before the first call: the key file fits the stored secrets, and every integration
/// is held against what the operator allows now.
struct StartChecks: Sendable {
  /// Integrations checked in one transaction.
  private static let batch = 500

  let database: Database
  let connectors: ConnectorTable
  let keys: KeyRing

  func run() async throws {
    let used = try await database.read { try await IntegrationStore().sealingKeys(in: $0) }
    let missing = used.filter { !keys.has($0) }
    guard missing.isEmpty else {
      throw StartFailure(
        .usage,
        """
        the key file has not the keys \(missing.joined(separator: ", ")) that stored secrets are \
        sealed with: put it back, or secrets.key-file names another one
        """)
    }
    try await checkReplicas()
    var last: IntegrationName?
    repeat { last = try await check(after: last) } while last != nil
  }

  /// The key that a replica seals with must be one that all others have.
  private func checkReplicas() async throws {
    guard let newest = keys.newestID else { return }
    let kept = try await database.write { [keys] tx in
      let kept = try await LibrarySecret.keep(Array(newest.utf8), as: "sealing key", in: tx)
      let id = String(decoding: kept, as: UTF8.self)
      // A key was added to the file: from now on the others need it too.
      if id != newest, keys.has(id) {
        try await LibrarySecret.replace(with: Array(newest.utf8), as: "sealing key", in: tx)
      }
      return id
    }
    guard keys.has(kept) else {
      throw StartFailure(
        .usage,
        """
        the key file has not the key \(kept) that another replica seals secrets with: give all the \
        same file (secrets.key-file)
        """)
    }
  }

  /// Answers the last integration that was checked; nil after all.
  private func check(after last: IntegrationName?) async throws -> IntegrationName? {
    let events = IntegrationEvents(
      connectors: connectors, keys: keys, author: .dispatch, actor: .service)
    return try await database.write { tx in
      let records = try await IntegrationStore().all(after: last, limit: Self.batch, in: tx)
      for record in records { _ = try await events.check(record, in: tx) }
      return records.last?.name
    }
  }
}
