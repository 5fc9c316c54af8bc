import Database
import Records
import StatusRules

/// An integration that a firm prepared before its client was linked.
struct PreparedSetUp: Sendable {
  let connector: String
  let displayName: String
}

/// What a link's begin and end do to the firm's integrations for that client, in the transaction that
/// takes the grant in.
struct LinkEvents: Sendable {
  let connectors: ConnectorTable
  let keys: KeyRing

  /// The link is made: what was prepared is set up, inactive. The caller sees to it that a repeated
  /// change does not come here again. What a firm that was linked before has no more room for is left
  /// out: no link waits for that.
  func begin(
    _ side: Side, prepared: [PreparedSetUp], by author: Author, in tx: isolated Transaction
  ) async throws {
    let room = try await IntegrationEvents.room(on: side, in: tx)
    for integration in prepared.prefix(room) {
      _ = try await events(by: author).create(
        IntegrationDraft(
          connector: integration.connector, displayName: integration.displayName, settings: nil),
        on: side, in: tx)
    }
  }

  /// The link has ended: the firm's integrations for this client are switched off and nothing of them
  /// that waits is sent.
  func end(_ side: Side, by author: Author, in tx: isolated Transaction) async throws {
    for integration in try await IntegrationStore().integrations(of: side, in: tx) {
      try await events(by: author).endLink(of: integration, in: tx)
    }
  }

  private func events(by author: Author) -> IntegrationEvents {
    IntegrationEvents(connectors: connectors, keys: keys, author: author, actor: .service)
  }
}

extension Author {
  /// This service on nobody's behalf.
  static let dispatch = Author(
    subject: "integration-dispatch", space: "", role: "service", displayName: "")
  /// client-link, where a link's end came with the lease and before its change.
  static let clientLink = Author(
    subject: "client-link", space: "", role: "service", displayName: "")
}
