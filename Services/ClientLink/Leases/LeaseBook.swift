import Database
import RPC
import Synchronization

/// Until when each receiver may still answer partners on a lease that was handed out. In memory alone:
/// after a restart a lease is assumed to have been handed out just now.
final class LeaseBook: Sendable {
  let duration: Duration
  private let ends: Mutex<[LinkReceiver: ContinuousClock.Instant]>

  /// - Parameters:
  ///   - duration: Of every lease from now on.
  ///   - before: For how long those that earlier processes handed out may still run.
  init(duration: Duration, before: Duration) {
    self.duration = duration
    let end = ContinuousClock.now + max(Self.term(of: duration), before)
    ends = Mutex(Dictionary(uniqueKeysWithValues: LinkReceiver.allCases.map { ($0, end) }))
  }

  static func open(duration: Duration, in database: Database) async throws -> LeaseBook {
    let before = try await database.write { tx in
      var longest = Duration.zero
      for receiver in LinkReceiver.allCases {
        longest = max(
          longest,
          try await LeaseTermStore().replace(receiver, term: term(of: duration), in: tx))
      }
      return longest
    }
    return LeaseBook(duration: duration, before: before)
  }

  /// Notes that a lease is handed out now.
  func handOut(to receiver: LinkReceiver) {
    let end = ContinuousClock.now + Self.term(of: duration)
    ends.withLock { $0[receiver] = max($0[receiver] ?? end, end) }
  }

  /// When the last lease handed out to each receiver until now has run out everywhere.
  var runOut: [LinkReceiver: ContinuousClock.Instant] { ends.withLock { $0 } }

  /// The receiver counts from before we do, so its lease is over first if its clock runs as ours does;
  /// the hundredth more is for one that runs slower (quartz stays below a ten-thousandth).
  private static func term(of duration: Duration) -> Duration { duration + duration / 100 }
}
