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
  ///   - before: Of those that an earlier process may have handed out.
  init(duration: Duration, before: Duration) {
    self.duration = duration
    let end = Self.end(of: max(duration, before))
    ends = Mutex(Dictionary(uniqueKeysWithValues: LinkReceiver.allCases.map { ($0, end) }))
  }

  static func open(duration: Duration, in database: Database) async throws -> LeaseBook {
    let before = try await database.write { tx in
      var longest = Duration.zero
      for receiver in LinkReceiver.allCases {
        let term = try await LeaseTermStore().replace(receiver, duration: duration, in: tx)
        longest = max(longest, term ?? .zero)
      }
      return longest
    }
    return LeaseBook(duration: duration, before: before)
  }

  /// Notes that a lease is handed out now.
  func handOut(to receiver: LinkReceiver) {
    let end = Self.end(of: duration)
    ends.withLock { $0[receiver] = max($0[receiver] ?? end, end) }
  }

  /// When the last lease handed out to each receiver until now has run out everywhere.
  var runOut: [LinkReceiver: ContinuousClock.Instant] { ends.withLock { $0 } }

  /// The receiver counts from before we do, so its lease is over first if its clock runs as ours does;
  /// the hundredth more is for one that runs slower (quartz stays below a ten-thousandth).
  private static func end(of duration: Duration) -> ContinuousClock.Instant {
    .now + duration + duration / 100
  }
}
