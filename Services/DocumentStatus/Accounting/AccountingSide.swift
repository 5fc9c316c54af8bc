import Database
import LinkGrants
import StatusRules

/// What the firms' rows do by themselves when a document moves: the other half of every document
/// event, in its transaction.
struct AccountingSide: Sendable {
  private let store = AccountingStore()
  private let grants = LinkGrantStore()

  /// Gives each linked firm its row of a document that came in.
  func open(for document: DocumentRecord, in tx: isolated Transaction) async throws {
    var facts = AccountingFacts(document: document.status)
    facts.linkIsActive = true
    for partner in try await grants.activePartners(ofBusiness: document.name.business, in: tx) {
      let outcome = try AccountingMachine.decide(.arrive, in: nil, by: .service, given: facts)
      guard let status = outcome.status else { continue }
      let name = AccountingName(partner: partner, document: document.name)
      try await store.insert(AccountingRow(name: name, status: status, version: 1), in: tx)
    }
  }

  /// Moves every firm's row along, also those of links that have ended: a firm that returns finds no
  /// row that contradicts its document.
  func follow(
    _ event: AccountingEvent, _ document: DocumentRecord, in tx: isolated Transaction
  ) async throws {
    let facts = AccountingFacts(document: document.status)
    for var row in try await store.rows(of: document.name, in: tx) {
      let outcome = try AccountingMachine.decide(event, in: row.status, by: .service, given: facts)
      guard !outcome.isRepeat else { continue }
      guard let status = outcome.status else {
        try await store.delete(row.name, in: tx)
        continue
      }
      row.status = status
      row.version += 1
      try await store.update(row, in: tx)
    }
  }
}
