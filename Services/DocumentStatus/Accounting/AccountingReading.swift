import Database
import Identity
import LinkGrants
import RPC
import StatusRules

/// Which documents of a firm's clients to list.
struct AccountingQuery: Sendable {
  /// The partner's space id.
  let partner: String
  /// Nil is every client that the user may see.
  let business: String?
  /// Nil is every document that may be read, in a tab or not.
  let status: AccountingStatus?
  /// Nil is all.
  let type: DocumentType?
  let limit: Int
}

/// What a firm reads. Permission is asked in the transaction of every read, so that an answer and the
/// right to it are one snapshot.
struct AccountingReading: Sendable {
  let user: User
  let access: PartnerAccess
  private let store = AccountingStore()
  private let documents = DocumentStore()

  init(by user: User, access: PartnerAccess) {
    self.user = user
    self.access = access
  }

  func view(
    _ name: AccountingName, in tx: isolated Transaction
  ) async throws -> AccountingView {
    _ = try await access.require(
      user, business: name.document.business, for: name.description, in: tx)
    return try await permittedView(name, in: tx)
  }

  /// Newest first over all clients, from after `position` on. Only keys are read of each client; the
  /// documents themselves are those of the page.
  func views(
    _ query: AccountingQuery, after position: [SQLValue]?, for parent: String,
    in tx: isolated Transaction
  ) async throws -> [AccountingView] {
    var found: [DocumentName] = []
    for business in try await businesses(query, for: parent, in: tx) {
      found += try await store.documents(query, of: business, after: position, in: tx)
    }
    found.sort { ($0.document, $0.business) > ($1.document, $1.business) }
    var views: [AccountingView] = []
    for name in found.prefix(query.limit) {
      let name = AccountingName(partner: query.partner, document: name)
      views.append(try await permittedView(name, in: tx))
    }
    return views
  }

  /// Where a document stands in the list.
  static func position(of view: AccountingView) -> [SQLValue] {
    [.text(view.name.document.document), .text(view.name.document.business)]
  }

  /// The counts of the clients that the user may see.
  func tallies(of partner: String, in tx: isolated Transaction) async throws -> [AccountingTally] {
    let seen = Set(try await access.clients(of: user, in: tx).map(\.business))
    return try await store.tallies(of: partner, in: tx).filter { seen.contains($0.business) }
  }

  private func businesses(
    _ query: AccountingQuery, for parent: String, in tx: isolated Transaction
  ) async throws -> [String] {
    guard let business = query.business else {
      return try await access.clients(of: user, in: tx).map(\.business)
    }
    return [try await access.require(user, business: business, for: parent, in: tx).business]
  }

  private func permittedView(
    _ name: AccountingName, in tx: isolated Transaction
  ) async throws -> AccountingView {
    guard let document = try await documents.document(name.document, in: tx) else {
      throw RPCError.notFound(name.description)
    }
    return AccountingView(
      name: name, document: document, row: try await store.row(name, in: tx))
  }
}
