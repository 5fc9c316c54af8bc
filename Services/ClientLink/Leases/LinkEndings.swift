import Database

/// The guarantee of an ended link: whoever ended it hears so only when no read of the partner can
/// succeed any more, because each receiver has confirmed the end or holds no lease from before it.
struct LinkEndings: Sendable {
  let database: Database
  let leases: LeaseBook
  /// Raised when a receiver has confirmed something.
  let confirmations = Signal()
  private let store = LinkEndStore()
  /// A confirmation that came to another replica is seen within this time, one's own at once.
  private let pollInterval = Duration.milliseconds(200)

  init(database: Database, leases: LeaseBook) {
    self.database = database
    self.leases = leases
  }

  /// Returns when the client's ended link gives nobody access. To be called after the end is
  /// committed: a lease that is handed out later names the end, so it needs no waiting for.
  func settle(_ client: ClientName) async throws {
    let runOut = try await leases.runOut()
    while true {
      try Task.checkCancellation()
      let seen = confirmations.count
      let open = try await database.read { [store] tx in
        try await store.receivers(of: client, in: tx)
      }
      let now = ContinuousClock.now
      guard let last = open.compactMap({ runOut[$0] }).max(), now < last else { return }
      await confirmations.wait(since: seen, atMost: min(now.duration(to: last), pollInterval))
    }
  }

  /// Keeps that a receiver has taken a change of a link in.
  func confirmed(_ change: EndedLink, by receiver: LinkReceiver) async throws {
    try await database.write { [store, confirmations] tx in
      try await store.confirm(
        partner: change.partner, business: change.business, receiver: receiver,
        epoch: change.epoch, in: tx)
      tx.afterCommit { confirmations.raise() }
    }
  }
}
