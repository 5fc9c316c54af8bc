import Database
import Identity
import LinkGrants
import RPC
import StatusRules

/// Which documents of a firm's clients to list.
struct AccountingQuery: Sendable {
  /// The partner's space id.
  let partner: String
  /// Nil is every document that may be read, in a tab or not.
  let status: AccountingStatus?
  /// Nil is all.
  let type: DocumentType?
  let limit: Int
}

/// What a firm reads, under links that were asked for in the same transaction.
struct AccountingReading: Sendable {
  let user: User
  let access: PartnerAccess
  private let store = AccountingStore()
  private let documents = DocumentStore()

  init(by user: User, access: PartnerAccess) {
    self.user = user
    self.access = access
  }

  /// The link to one client, or to every client that the user may see: what they may read under.
  ///
  /// - Parameter name: The resource as the request named it.
  func links(
    to business: String?, for name: String
  ) -> @Sendable (isolated Transaction) async throws -> [LinkGrant] {
    { [access, user] tx in
      guard let business else { return try await access.clients(of: user, in: tx) }
      return [try await access.require(user, business: business, for: name, in: tx)]
    }
  }

  func view(
    _ name: AccountingName, in tx: isolated Transaction
  ) async throws -> AccountingView {
    guard let document = try await documents.document(name.document, in: tx) else {
      throw RPCError.notFound(name.description)
    }
    return AccountingView(
      name: name, document: document, row: try await store.row(name, in: tx))
  }

  /// Newest first over all clients, from after `position` on. Only keys are read of each client; the
  /// documents themselves are those of the page.
  func views(
    _ query: AccountingQuery, of clients: [LinkGrant], after position: [SQLValue]?,
    in tx: isolated Transaction
  ) async throws -> [AccountingView] {
    var found = try await store.documents(
      query, of: clients.map(\.business), after: position, in: tx)
    found.sort(by: Self.isNewer(_:than:))
    let page = Dictionary(grouping: found.prefix(query.limit), by: \.business)
    var views: [AccountingView] = []
    for (business, names) in page {
      views += try await self.views(of: names.map(\.document), business, query.partner, in: tx)
    }
    return views.sorted { Self.isNewer($0.name.document, than: $1.name.document) }
  }

  private static func isNewer(_ one: DocumentName, than other: DocumentName) -> Bool {
    (one.document, one.business) > (other.document, other.business)
  }

  private func views(
    of names: [String], _ business: String, _ partner: String, in tx: isolated Transaction
  ) async throws -> [AccountingView] {
    let rows = try await store.rows(of: partner, for: names, of: business, in: tx)
    return try await documents.documents(names, of: business, in: tx).map { document in
      AccountingView(
        name: AccountingName(partner: partner, document: document.name), document: document,
        row: rows[document.name.document])
    }
  }

  /// Where a document stands in the list.
  static func position(of view: AccountingView) -> [SQLValue] {
    [.text(view.name.document.document), .text(view.name.document.business)]
  }

  /// The counts of the clients.
  func tallies(
    of partner: String, for clients: [LinkGrant], in tx: isolated Transaction
  ) async throws -> [AccountingTally] {
    let seen = Set(clients.map(\.business))
    return try await store.tallies(of: partner, in: tx).filter { seen.contains($0.business) }
  }
}
