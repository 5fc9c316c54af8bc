import Synchronization

/// A second server, which replays the primary's log and takes reads off it.
///
/// It is read only where it holds all that the primary had written when the call came. So a read finds
/// what was answered before it, here as there: one's own changes, and the end of a link that was
/// confirmed. A replica that is behind, or cannot be reached, is passed over for a while, and the
/// primary reads. For each read the primary still says where its log ends, a point read.
///
///     asked ──holds it──▶ reads
///       │ behind (4 tries, some 3 ms): aside for 200 ms
///       │ lost: aside for 2 s
///       ▼
///     the primary reads; after that time one call asks again, and the others follow once it was answered
final class PostgreSQLReplica: Sendable {
  private let pool: PostgreSQLPool
  /// Nanoseconds of the monotonic clock until when it is passed over; 0 while it is in use.
  private let asideUntil = Mutex<UInt64>(0)
  private let answered = Mutex(0)

  init(at address: PostgreSQLAddress, options: DatabaseOptions) throws(DatabaseError) {
    var options = options
    // The primary is there: nobody needs to wait for this one.
    options.connectTimeout = min(options.connectTimeout, .seconds(1))
    pool = try PostgreSQLPool(address: address, options: options)
  }

  func start() { pool.thread.start(pool) }

  /// Reads that were answered here.
  var reads: Int { answered.withLock { $0 } }

  /// Runs `body` here, or on `primary` where this one is behind or lost.
  func read<Answer: Sendable>(
    orOn primary: PostgreSQLPool,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    if mayBeAsked(), let place = try await primary.endOfLog() {
      switch await read(after: place, body) {
      case .success(let answer): return try answer.get()
      case .failure(let unfit): passOver(for: unfit.time)
      }
    }
    return try await primary.transact(.read, body)
  }

  private func read<Answer: Sendable>(
    after place: String,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async -> Result<Result<Answer, any Error>, Unfit> {
    do {
      guard try await holds(place) else { return .failure(.behind) }
      let answer = try await pool.transact(.read, body)
      asideUntil.withLock { $0 = 0 }
      answered.withLock { $0 += 1 }
      return .success(.success(answer))
    } catch let error as DatabaseError where Self.isOfServer(error) {
      return .failure(.lost)
    } catch {
      return .success(.failure(error))
    }
  }

  /// Asked before the transaction begins, whose snapshot is then no older.
  private func holds(_ place: String) async throws -> Bool {
    for pause in [0, 1, 1, 1] {
      if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
      let row = try await pool.point(
        """
        SELECT CASE WHEN pg_last_wal_replay_lsn() >= CAST($1 AS pg_lsn) THEN 1 ELSE 0 END AS holds
        """, [.text(place)])
      if try row?.int("holds") == 1 { return true }
    }
    return false
  }

  /// Says nothing about the call: the server is gone, or cancels it for what it replays.
  private static func isOfServer(_ error: DatabaseError) -> Bool {
    switch error.kind {
    case .connection, .serialization, .overloaded, .diskFull: true
    default: false
    }
  }

  private func mayBeAsked() -> Bool {
    let now = Clock.monotonicNanoseconds()
    return asideUntil.withLock { until in
      if until == 0 { return true }
      guard now >= until else { return false }
      // One asks; the others go on as before until it was answered.
      until = now + Unfit.lost.time
      return true
    }
  }

  private func passOver(for time: UInt64) {
    let now = Clock.monotonicNanoseconds()
    asideUntil.withLock { $0 = now + time }
  }

  func abandon() { pool.abandon() }

  func close() async {
    abandon()
    await pool.thread.ended()
  }

  private enum Unfit: Error {
    case behind
    case lost

    /// How long it is passed over, in nanoseconds.
    var time: UInt64 { self == .behind ? 200_000_000 : 2_000_000_000 }
  }
}
