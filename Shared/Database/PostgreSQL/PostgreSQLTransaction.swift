/// A transaction on a connection, from its first statement to its answer.
///
///     running ──returned──▶ committing ──▶ answered
///        │ threw, failed       │ conflict
///        ▼                     ▼
///     rollingBack ──────▶ answered with its error, or run again
final class PostgreSQLTransaction {
  enum Phase {
    case running
    case committing
    case rollingBack
  }

  let id: Int
  let attempt: PostgreSQLAttempt
  let transaction: Transaction
  let connection: PostgreSQLConnection
  /// Nanoseconds of the monotonic clock, after which no statement is started.
  let deadline: UInt64
  var phase = Phase.running
  var hasBegun = false
  /// Statements that the body waits for.
  var awaited = 0
  /// Of the first statement that the server refused: nothing but a rollback is possible after it.
  var failure: PostgreSQLFailure?
  var hooks: [@Sendable () -> Void] = []
  /// Set where the body is to be run again.
  var repetition: PostgreSQLAttempt?

  init(
    id: Int, attempt: PostgreSQLAttempt, transaction: Transaction, connection: PostgreSQLConnection,
    deadline: UInt64
  ) {
    self.id = id
    self.attempt = attempt
    self.transaction = transaction
    self.connection = connection
    self.deadline = deadline
  }
}

/// A call, and how often it was in vain.
struct PostgreSQLAttempt: Sendable {
  let call: any Call
  var conflicts = 0
  var losses = 0
  var clashes = 0
  /// Nanoseconds of the monotonic clock: since when it waits, and before when it is not run.
  var since: UInt64 = 0
  var notBefore: UInt64 = 0

  /// With calls of this process in line, and other processes out of step, a conflict repeats itself
  /// less often than every other time: one in ten million calls comes to the limit.
  private static let maximumConflicts = 24
  private static let maximumLosses = 3
  private static let maximumClashes = 2

  /// The next attempt after a failure; nil where it is of no use, or there were enough.
  func next(after failure: PostgreSQLFailure, now: UInt64) -> PostgreSQLAttempt? {
    var next = self
    next.since = now
    if failure.isConflict {
      next.conflicts += 1
      // The first again at once; later ones out of step with other processes.
      let milliseconds = UInt64(1) << min(5, UInt64(conflicts) / 2)
      if conflicts > 1 { next.notBefore = now + .random(in: 0...milliseconds * 1_000_000) }
      return next.conflicts < Self.maximumConflicts ? next : nil
    }
    if failure.isClash {
      next.clashes += 1
      return next.clashes < Self.maximumClashes ? next : nil
    }
    guard failure.isLost || failure.isStale else { return nil }
    next.losses += 1
    return next.losses < Self.maximumLosses ? next : nil
  }
}
