import Contracts
import Database
import RPC

/// Compares every link with what the receivers hold of it, after a restore from a backup, and closes
/// what is not proven open. Both lists are walked in the order of their keys, a page at a time.
///
/// Until it has ended no receiver has a lease, and so no partner is answered anywhere. It ends when
/// the receivers have taken in what it told them, and may be run again at any time.
struct LinkReconciliation: Sendable {
  private static let page = 500
  /// How long receivers may take to take everything in.
  private static let patience = Duration.seconds(60)

  let database: Database
  let events: ClientEvents
  let standing: Standing
  let receivers: LinkReceivers

  /// - Parameter tell: Called for each finding, when what follows from it is durable here.
  func run(isDryRun: Bool, tell: (LinkFinding) async throws -> Void) async throws {
    let isRestored = try await !standing.isReconciled
    if isRestored, !isDryRun { try await dropOldNews() }
    var told: [(receiver: LinkReceiver, pair: LinkPair)] = []
    var incarnations: [(receiver: LinkReceiver, id: String)] = []
    for receiver in LinkReceiver.allCases {
      let correction = LinkCorrection(
        receiver: receiver, database: database, events: events, isRestored: isRestored,
        isDryRun: isDryRun)
      let id = try await walk(receiver) { pair, held in
        let outcome = try await correction.settle(pair, held)
        if outcome.isToBeTold { told.append((receiver, pair)) }
        if let finding = outcome.finding { try await tell(finding) }
      }
      incarnations.append((receiver, id))
    }
    if isDryRun { return }
    if isRestored { try await letNewsGo() }
    for (receiver, pair) in told { try await waitUntilTaken(pair, by: receiver) }
    try await database.write { [incarnations] tx in
      for (receiver, id) in incarnations {
        try await ReceiverStore().set(receiver, to: id, in: tx)
      }
    }
  }

  /// What waited to be told when the backup was made was told since, or is told anew here.
  private func dropOldNews() async throws {
    let outboxes = events.effects.links.outboxes
    let start = standing.incarnation.startTime
    try await database.write { tx in
      for receiver in LinkReceiver.allCases {
        try await outboxes.links(to: receiver).discard(before: start, tx)
      }
    }
  }

  /// The relays go on; leases wait until the receivers are known to agree.
  private func letNewsGo() async throws {
    try await database.write { [standing] tx in
      for receiver in LinkReceiver.allCases {
        try await ReceiverStore().set(receiver, to: "", in: tx)
      }
      try await standing.incarnation.markReconciled(in: tx)
    }
  }

  private func waitUntilTaken(_ pair: LinkPair, by receiver: LinkReceiver) async throws {
    let outbox = events.effects.links.outboxes.links(to: receiver)
    let end = ContinuousClock.now + Self.patience
    while try await database.read({ tx in
      try await outbox.hasUndone(tx, space: pair.partner, key: pair.key)
    }) {
      guard ContinuousClock.now < end else {
        throw RPCError(
          .unavailable, "\(receiver.rawValue) has not taken everything in yet: run it again")
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Visits every pair that is known here or to the receiver; answers the receiver's incarnation.
  private func walk(
    _ receiver: LinkReceiver, _ visit: (LinkPair, HeldLink?) async throws -> Void
  ) async throws -> String {
    var after: LinkPair?
    var incarnation: String?
    while true {
      let answer = try await receivers.client(of: receiver).listLinkGrants(
        ListLinkGrantsRequest(
          afterPartner: after.map { "partners/\($0.partner)" } ?? "",
          afterBusiness: after.map { "businesses/\($0.business)" } ?? "",
          pageSize: Int32(Self.page)), CallOptions(timeout: .seconds(20), waitForReady: true))
      guard incarnation == nil || incarnation == answer.incarnation else {
        throw RPCError(.aborted, "\(receiver.rawValue) was restored meanwhile: run it again")
      }
      incarnation = answer.incarnation
      let held = try answer.grants.map { try HeldLink($0) }
      let last = held.count == Self.page ? held.last?.pair : nil
      try await visitPage(held, after: after, upTo: last, visit)
      guard let last else { return answer.incarnation }
      after = last
    }
  }

  private func visitPage(
    _ page: [HeldLink], after: LinkPair?, upTo last: LinkPair?,
    _ visit: (LinkPair, HeldLink?) async throws -> Void
  ) async throws {
    var held = Dictionary(page.map { ($0.pair, $0) }) { first, _ in first }
    var position = after
    while true {
      let pairs = try await database.read { [position] tx in
        try await LinkRangeStore().links(after: position, upTo: last, limit: Self.page, in: tx)
      }
      for pair in pairs { try await visit(pair, held.removeValue(forKey: pair)) }
      guard pairs.count == Self.page else { break }
      position = pairs.last
    }
    for (pair, link) in held.sorted(by: { $0.key < $1.key }) { try await visit(pair, link) }
  }
}
