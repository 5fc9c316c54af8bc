import Assembly
import Database
import Records
import StatusRules

/// Makes and ends links, and tells the services that hold grants, in the transaction of what happens
/// to the client.
struct LinkEvents: Sendable {
  let outboxes: Outboxes
  private let store = LinkStore()
  private let ends = LinkEndStore()

  init(outboxes: Outboxes) { self.outboxes = outboxes }

  /// Makes the link of a client with a business, of the next epoch.
  func open(
    _ client: ClientName, with business: String, in tx: isolated Transaction
  ) async throws -> LinkRecord {
    let last = try await store.link(partner: client.partner, business: business, in: tx)
    let link = LinkRecord(
      business: business, client: client, epoch: (last?.epoch ?? 0) + 1, active: true,
      startTime: tx.now, endTime: nil)
    try await store.save(link, in: tx)
    try await store.beginPeriod(link, in: tx)
    return link
  }

  /// Ends the link, with the next epoch, and waits for each receiver's confirmation from here on.
  func end(
    _ client: ClientName, with business: String, in tx: isolated Transaction
  ) async throws -> LinkRecord {
    guard let last = try await store.link(partner: client.partner, business: business, in: tx)
    else { throw DatabaseError(.corrupt, "an active client without a link") }
    let link = LinkRecord(
      business: business, client: client, epoch: last.epoch + 1, active: false,
      startTime: last.startTime, endTime: tx.now)
    try await store.save(link, in: tx)
    try await store.endPeriod(link, in: tx)
    for receiver in LinkReceiver.allCases {
      try await ends.insert(link, receiver: receiver, in: tx)
    }
    return link
  }

  /// Tells every receiver how the link is now.
  func announce(
    _ link: LinkRecord, of client: ClientRecord, prepared: [PreparedIntegration] = [],
    by cause: Cause, in tx: isolated Transaction
  ) async throws {
    let change = LinkChange(
      link: link, displayName: client.displayName,
      accountants: link.active ? client.accountants : [], preparedIntegrations: prepared,
      author: cause.author, time: tx.now)
    let payload = try change.payload()
    for receiver in LinkReceiver.allCases {
      try await outboxes.links(to: receiver).append(
        tx, space: link.partner, key: "\(link.partner)/\(link.business)",
        kind: link.active ? "link.active" : "link.ended", payload: payload,
        actor: cause.author.subject, trace: cause.trace)
    }
  }

  /// Tells the receivers of an active client's new name or accountants; others hold no grant.
  func announceChange(
    of client: ClientRecord, by cause: Cause, in tx: isolated Transaction
  ) async throws {
    guard let business = client.business,
      let link = try await store.link(partner: client.name.partner, business: business, in: tx)
    else { return }
    try await announce(link, of: client, by: cause, in: tx)
  }
}

/// What leaves this service, one outbox a destination: a relay is woken by the very outbox that was
/// written to.
struct Outboxes: Sendable {
  let mail = Outbox(to: "smtp")
  private let documentStatus = Outbox(to: LinkReceiver.documentStatus.rawValue)
  private let integrationDispatch = Outbox(to: LinkReceiver.integrationDispatch.rawValue)

  func links(to receiver: LinkReceiver) -> Outbox {
    switch receiver {
    case .documentStatus: documentStatus
    case .integrationDispatch: integrationDispatch
    }
  }

  var all: [Outbox] { [mail] + LinkReceiver.allCases.map(links) }
}
