import Database
import RPC
import Synchronization

/// Until when each receiver may still answer partners on a lease that was handed out, by this replica
/// or another, in this process's time or before.
///
/// A lease is counted in the database before it is given. Whoever sees a count knows that every lease
/// up to it was asked for before, and so has run out one term after it was first seen: by the clock of
/// whoever looks, and by no other. A count that was not seen before may be from just now.
final class LeaseBook: Sendable {
  let duration: Duration
  private let database: Database
  private let store = LeaseCountStore()
  private let seen = Mutex<[Kind: Sighting]>([:])

  private struct Kind: Hashable {
    let receiver: LinkReceiver
    let term: Duration
  }

  private struct Sighting {
    let leases: Int64
    let runOut: ContinuousClock.Instant
  }

  private init(duration: Duration, database: Database) {
    self.duration = duration
    self.database = database
  }

  /// - Parameter duration: Of every lease that this process hands out.
  static func open(duration: Duration, in database: Database) async throws -> LeaseBook {
    let book = LeaseBook(duration: duration, database: database)
    try await book.look()
    return book
  }

  /// Counts a lease, which may be given when this has returned.
  func handOut(to receiver: LinkReceiver) async throws {
    // The receiver counts from before we do, so its lease is over first if its clock runs as ours does;
    // the hundredth more is for one that runs slower (quartz stays below a ten-thousandth).
    let term = duration + duration / 100
    try await database.write { [store] tx in
      try await store.countOne(to: receiver, term: term, in: tx)
    }
  }

  /// When the last lease handed out to each receiver until now has run out everywhere.
  func runOut() async throws -> [LinkReceiver: ContinuousClock.Instant] {
    try await look()
    return seen.withLock { seen in
      seen.reduce(into: [:]) { ends, entry in
        let end = entry.value.runOut
        ends[entry.key.receiver] = max(ends[entry.key.receiver] ?? end, end)
      }
    }
  }

  /// Notes the counts as they are now. To be called now and then: a lease that nobody looked for is
  /// taken to be from the moment of the next look.
  func look() async throws {
    let counts = try await database.read { [store] tx in try await store.all(in: tx) }
    // After the read: none of these was counted later.
    let now = ContinuousClock.now
    seen.withLock { seen in
      for count in counts {
        let kind = Kind(receiver: count.receiver, term: count.term)
        if let before = seen[kind], before.leases >= count.leases { continue }
        seen[kind] = Sighting(leases: count.leases, runOut: now + count.term)
      }
    }
  }
}
