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
    for partner in try await grants.activePartners(ofBusiness: document.name.business, in: tx) {
      try await open(document.name, document.status, for: partner, in: tx)
    }
  }

  /// Gives a firm its rows of what came in since its link began, but before this service heard of the
  /// link: client-link's news and the business's documents travel on different ways. Of an earlier link
  /// it may have heard when that had ended, so those periods are looked through too.
  ///
  /// - Parameter time: Of the change that told of the grant: only the one that began the present period
  ///   has anything to catch up with.
  func catchUp(
    with grant: LinkGrant, changedAt time: Int64, in tx: isolated Transaction
  ) async throws {
    let periods = try await grants.periods(
      partner: grant.partner, business: grant.business, in: tx)
    guard grant.active, let start = periods.last?.lowerBound, start == time else { return }
    for period in periods {
      let missed = try await store.documentsWithoutRow(
        of: grant.partner, business: grant.business, during: period, in: tx)
      for (document, status) in missed {
        try await open(document, status, for: grant.partner, in: tx)
      }
    }
  }

  private func open(
    _ document: DocumentName, _ documentStatus: DocumentStatus, for partner: String,
    in tx: isolated Transaction
  ) async throws {
    var facts = AccountingFacts(document: documentStatus)
    facts.linkIsActive = true
    let outcome = try AccountingMachine.decide(.arrive, in: nil, by: .service, given: facts)
    guard let status = outcome.status else { return }
    let name = AccountingName(partner: partner, document: document)
    try await store.insert(AccountingRow(name: name, status: status, version: 1), in: tx)
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
