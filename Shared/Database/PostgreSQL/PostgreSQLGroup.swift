/// What a connection is for. The session's defaults differ, so that BEGIN needs no more words.
enum PostgreSQLRole: CaseIterable, Sendable {
  /// Write transactions, SERIALIZABLE, one at a time on each connection.
  case writer
  /// Read transactions on a snapshot (REPEATABLE READ, read only), one at a time on each connection.
  case reader
  /// Single reads by key, many under way on each connection.
  case points

  init(_ access: Access) { self = access == .write ? .writer : .reader }

  func limit(_ options: DatabaseOptions) -> Int {
    switch self {
    case .writer: max(1, options.writers)
    case .reader: max(1, options.readers)
    case .points: max(1, options.pointConnections)
    }
  }

  func timeLimit(_ options: DatabaseOptions) -> Duration {
    self == .writer ? options.writeTimeLimit : options.readTimeLimit
  }

  /// The statement that a new session begins with. What `write` has answered is durable, so commits
  /// that are not synced are switched on where the server's own default is off.
  func setUp(_ options: DatabaseOptions) -> String {
    let limit = timeLimit(options).microseconds / 1_000
    var settings = [
      ("default_transaction_isolation", self == .writer ? "serializable" : "repeatable read"),
      ("default_transaction_read_only", self == .writer ? "off" : "on"),
      ("statement_timeout", "\(max(1, limit))"),
      // A process that stands still must not keep its rows from others for ever.
      ("idle_in_transaction_session_timeout", "\(limit + 10_000)"),
    ].map { "set_config('\($0)', '\($1)', false)" }
    settings.append(
      "CASE current_setting('synchronous_commit') WHEN 'off' "
        + "THEN set_config('synchronous_commit', 'on', false) END")
    return "SELECT " + settings.joined(separator: ", ")
  }
}

/// The connections of one role: opened as they are needed, up to a limit, and again after a pause that
/// grows while the server cannot be reached.
final class PostgreSQLGroup {
  let role: PostgreSQLRole
  private let limit: Int
  private let backoff = Backoff(first: .milliseconds(50), longest: .seconds(5))
  private(set) var connections: [PostgreSQLConnection] = []
  private(set) var failures = 0
  private(set) var lastFailure: DatabaseError?
  /// Nanoseconds of the monotonic clock.
  private(set) var nextAttempt: UInt64 = 0

  init(role: PostgreSQLRole, options: DatabaseOptions) {
    self.role = role
    limit = role.limit(options)
  }

  /// A connection that nothing runs on.
  var idle: PostgreSQLConnection? {
    connections.first { $0.isReady && !$0.isTaken && $0.pending == 0 }
  }

  /// The connection for another point read; nil where all have as many as they should.
  var leastLoaded: PostgreSQLConnection? {
    connections.filter { $0.isReady && $0.pending < 64 }.min { $0.pending < $1.pending }
  }

  var opening: Int { connections.count { !$0.isReady } }

  /// The server cannot be reached: no connection, and the last attempt failed.
  var isUnreachable: Bool { failures > 0 && !connections.contains { $0.isReady } }

  /// Whether to open one more for `waiting` calls that found no connection.
  func shouldOpen(waiting: Int, now: UInt64) -> Bool {
    guard waiting > opening, connections.count < limit else { return false }
    return failures == 0 || (opening == 0 && now >= nextAttempt)
  }

  func add(_ connection: PostgreSQLConnection) { connections.append(connection) }

  func noteReady() { failures = 0 }

  /// Forgets a lost connection. One that had been ready says nothing about the next attempt.
  func remove(_ connection: PostgreSQLConnection, now: UInt64) {
    connections.removeAll { $0.id == connection.id }
    guard !connection.wasReady, let failure = connection.failure else { return }
    failures += 1
    lastFailure = failure.error
    nextAttempt = now + UInt64(backoff.pause(after: failures)) * 1_000
  }

  func closeAll() { connections = [] }
}
