import Database
import EInvoice
import Identity
import LinkGrants
import RPC
import Records
import StatusRules

/// Which earlier documents of a client a firm takes over: by their day of issue; one without a day of
/// issue comes with a range that is open on both sides.
struct TakeOver: Sendable {
  /// Documents taken over in one transaction.
  static let piece: Int64 = 500

  let business: String
  let from: CalendarDate?
  let to: CalendarDate?
  /// The client as the request named it.
  let parent: String
}

/// What a firm does with its side of a document. Every event asks first, in the same transaction,
/// whether the firm and the user may act for the client.
///
/// The history of a firm's own status is kept in the firm's space: neither the business nor another
/// firm reads it.
struct AccountingEvents: Sendable {
  private let user: User
  private let access: PartnerAccess
  private let store = AccountingStore()
  private let documents = DocumentStore()
  private let history = HistoryStore()

  init(by user: User, access: PartnerAccess) {
    self.user = user
    self.access = access
  }

  /// The question whether the firm and the user may act for a client, to be asked in a transaction.
  func permission(
    _ business: String, for name: String
  ) -> @Sendable (isolated Transaction) async throws -> Void {
    { tx in try await self.require(business, for: name, in: tx) }
  }

  /// The grant under which the firm and the user may act for the client.
  ///
  /// - Parameter name: The resource as the request named it.
  @discardableResult
  func require(
    _ business: String, for name: String, in tx: isolated Transaction
  ) async throws -> LinkGrant {
    try await access.require(user, business: business, for: name, in: tx)
  }

  /// Sets the mark, or takes it back.
  func mark(
    _ event: AccountingEvent, _ name: AccountingName, etag: String, in tx: isolated Transaction
  ) async throws -> AccountingView {
    let grant = try await require(name.document.business, for: name.description, in: tx)
    guard let document = try await documents.document(name.document, in: tx) else {
      throw RPCError.notFound(name.description)
    }
    let row = try await store.row(name, in: tx)
    let outcome = try AccountingMachine.decide(
      event, in: row?.status, by: actor, given: facts(of: document.status, under: grant))
    guard !outcome.isRepeat, let status = outcome.status else {
      return AccountingView(name: name, document: document, row: row)
    }
    // Only now: a repeated call finds its own change, and not what its etag was taken from.
    try ETag.check(etag, version: row?.version ?? 0)
    let moved = try await store(status, over: row, as: name, event, in: tx)
    return AccountingView(name: name, document: document, row: moved)
  }

  /// Gives the firm rows of the next piece of earlier documents. Answers how many stand in a tab now
  /// that did not before: fewer than a piece when none is left.
  func takeOver(_ range: TakeOver, in tx: isolated Transaction) async throws -> Int64 {
    let grant = try await require(range.business, for: range.parent, in: tx)
    let found = try await store.documentsWithoutRow(of: grant.partner, in: range, tx)
    for (document, documentStatus) in found {
      let outcome = try AccountingMachine.decide(
        .takeOver, in: nil, by: actor, given: facts(of: documentStatus, under: grant))
      guard let status = outcome.status else { continue }
      let name = AccountingName(partner: grant.partner, document: document)
      _ = try await store(status, over: nil, as: name, .takeOver, in: tx)
    }
    return Int64(found.count)
  }

  private func store(
    _ status: AccountingStatus, over row: AccountingRow?, as name: AccountingName,
    _ event: AccountingEvent, in tx: isolated Transaction
  ) async throws -> AccountingRow {
    let moved = AccountingRow(name: name, status: status, version: (row?.version ?? 0) + 1)
    if row == nil {
      try await store.insert(moved, in: tx)
    } else {
      try await store.update(moved, in: tx)
    }
    try await history.append(
      HistoryRow(
        thing: name.description, author: Author(user), event: event.rawValue,
        statusBefore: row?.status.rawValue ?? "", statusAfter: status.rawValue, audience: .partner),
      space: name.partner, in: tx)
    return moved
  }

  /// An administrator acts as one also where they are an accountant too.
  private var actor: Actor {
    user.roles.contains(.partner(.administrator))
      ? .partner(.administrator) : .partner(.accountant)
  }

  private func facts(of document: DocumentStatus, under grant: LinkGrant) -> AccountingFacts {
    var facts = AccountingFacts(document: document)
    facts.linkIsActive = grant.active
    facts.isAssigned = grant.accountants.contains(user.subject.description)
    return facts
  }
}
