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
  private let ranges = LinkRangeStore()

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
    try await awaitConfirmation(of: link, in: tx)
    return link
  }

  private func awaitConfirmation(of link: LinkRecord, in tx: isolated Transaction) async throws {
    for receiver in LinkReceiver.allCases {
      try await ends.insert(link, receiver: receiver, in: tx)
    }
  }

  /// Keeps an epoch that receivers know and these links do not, so that the next link has a later one.
  ///
  /// - Parameter ends: Whether there may still be a grant, which then ends.
  func adopt(
    _ epoch: Int64, _ client: ClientName, with business: String, ends: Bool,
    in tx: isolated Transaction
  ) async throws {
    let last = try await store.link(partner: client.partner, business: business, in: tx)
    let link = LinkRecord(
      business: business, client: last?.client ?? client, epoch: epoch, active: false,
      startTime: last?.startTime ?? tx.now, endTime: last?.endTime ?? tx.now)
    try await store.save(link, in: tx)
    guard ends else { return }
    try await awaitConfirmation(of: link, in: tx)
    try await announceAgain(link, displayName: "", accountants: [], in: tx)
  }

  /// Lets a link follow on every epoch that receivers know, before it ends.
  func raise(_ link: LinkRecord, to epoch: Int64, in tx: isolated Transaction) async throws {
    try await store.save(
      LinkRecord(
        business: link.business, client: link.client, epoch: max(epoch, link.epoch),
        active: link.active, startTime: link.startTime, endTime: link.endTime), in: tx)
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
    try await announce(change, by: cause, in: tx)
  }

  // Not inlined, and the payload made apart: Swift 6.3.1's optimiser fails where it splits a caller.
  @inline(never)
  private func announce(
    _ change: LinkChange, by cause: Cause, in tx: isolated Transaction
  ) async throws {
    let link = change.link
    let payload = try Self.payload(of: change)
    for receiver in LinkReceiver.allCases {
      try await outboxes.links(to: receiver).append(
        tx, space: link.partner, key: link.key,
        kind: link.active ? "link.active" : "link.ended", payload: payload,
        actor: cause.author.subject, trace: cause.trace)
    }
  }

  @inline(never)
  private static func payload(of change: LinkChange) throws -> [UInt8] { try change.payload() }

  /// Tells every receiver anew how a link is, for those that have an older state of it.
  func announceAgain(
    _ link: LinkRecord, displayName: String, accountants: [String], in tx: isolated Transaction
  ) async throws {
    // Who holds the link of before learns first that it ended, so that its period ends there too.
    if link.active, let ended = try await ranges.lastEnd(of: link, in: tx) {
      let last = LinkRecord(
        business: link.business, client: link.client, epoch: link.epoch - 1, active: false,
        startTime: link.startTime, endTime: ended)
      try await announce(
        LinkChange(
          link: last, displayName: displayName, accountants: [], preparedIntegrations: [],
          author: Cause.clientLink.author, time: ended),
        by: .clientLink, in: tx)
    }
    try await announce(
      LinkChange(
        link: link, displayName: displayName, accountants: link.active ? accountants : [],
        preparedIntegrations: [], author: Cause.clientLink.author,
        time: link.active ? link.startTime : link.endTime ?? tx.now),
      by: .clientLink, in: tx)
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
