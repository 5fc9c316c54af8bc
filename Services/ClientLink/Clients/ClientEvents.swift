import Database
import Identity
import RPC
import Records
import StatusRules

/// What happens to clients: reads the facts, asks the rules, and carries their effects out, all in
/// the caller's transaction.
struct ClientEvents: Sendable {
  private let user: User
  private let store = ClientStore()
  private let history = HistoryStore()

  init(by user: User) { self.user = user }

  /// Adds a business to the partner's client list.
  func add(
    _ draft: ClientDraft, to partner: String, in tx: isolated Transaction
  ) async throws -> ClientRecord {
    guard case .partner(let kind) = user.spaceKind else { throw RPCError.notFound(partner) }
    var facts = ClientFacts(partnerKind: kind.rule)
    facts.isNewToPartner = try await !store.hasClient(
      numbered: draft.enterpriseNumber, of: partner, in: tx)
    facts.hasNoStandingRejection = try await !store.isRejected(
      draft.enterpriseNumber, for: partner, in: tx)
    guard facts.isNewToPartner else {
      throw RPCError(
        .alreadyExists, "the client list has a client with this enterprise or VAT number already")
    }
    let outcome = try ClientMachine.decide(.add, in: nil, by: user.clientActor, given: facts)
    let client = ClientRecord(
      name: ClientName(
        partner: partner, client: ResourceID.timeOrdered(in: user.space, now: tx.now).part),
      displayName: draft.displayName, enterpriseNumber: draft.enterpriseNumber,
      contactEmail: draft.contactEmail, languageCode: draft.languageCode,
      status: outcome.status ?? .draft, accountants: [], createTime: tx.now, updateTime: tx.now,
      version: 1)
    try await store.insert(client, in: tx)
    try await history.append(
      HistoryRow(
        thing: client.name.description, author: Author(user), event: ClientEvent.add.rawValue,
        statusAfter: client.status.rawValue, audience: .partner),
      space: partner, in: tx)
    return client
  }
}
