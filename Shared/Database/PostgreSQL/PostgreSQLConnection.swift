internal import CPostgreSQL
internal import Glibc

/// One connection, in libpq's pipeline mode from its first statement on: what is sent waits for nothing,
/// answers come in order. It belongs to the polling thread and never blocks.
///
///     resolving ──address──▶ connecting ──logged in──▶ settingUp ──▶ ready ──▶ lost
///         └──────────────────────┴──────────────────────────┴──────────────────▶
final class PostgreSQLConnection {
  enum Phase {
    /// Another thread looks the hosts up.
    case resolving
    case connecting
    case settingUp
    case ready
    case lost(PostgreSQLFailure)
  }

  let id: Int
  /// Attempts to connect end at this time of the monotonic clock.
  let connectBy: UInt64
  /// A transaction has it.
  var isTaken = false
  private(set) var wasReady = false
  private(set) var phase = Phase.resolving
  private var handle: PostgreSQLHandle?
  private var operations: ArraySlice<PostgreSQLOperation> = []
  private var statements: [PostgreSQLStatement.Key: PostgreSQLStatement] = [:]
  private var prepared = 0
  private let setUp: String

  /// - Parameter setUp: a statement that sets the session's defaults.
  init(id: Int, setUp: String, connectBy: UInt64) {
    self.id = id
    self.setUp = setUp
    self.connectBy = connectBy
  }

  var isReady: Bool { if case .ready = phase { true } else { false } }

  var failure: PostgreSQLFailure? { if case .lost(let failure) = phase { failure } else { nil } }

  /// Lost, and what was sent is not yet answered.
  var isBroken: Bool { failure != nil }

  /// Operations sent and not yet answered.
  var pending: Int { operations.count }

  /// More statements than a service has: values are written into its SQL. The connection is to be
  /// replaced, and its statements with it.
  var isWorn: Bool { prepared > 1_000 }

  func connect(_ parameters: [String: String]) {
    guard case .resolving = phase else { return }
    let handle = PostgreSQLHandle(parameters)
    self.handle = handle
    phase = .connecting
    if handle.isBad { lose(.lost(handle.message)) }
  }

  /// Ends the connection. What was sent is answered with the failure by the next `receive`.
  func lose(_ failure: PostgreSQLFailure) {
    if case .lost = phase { return }
    phase = .lost(failure)
    handle = nil
  }

  /// What to wait for; nil while there is no socket.
  var poll: pollfd? {
    guard let handle else { return nil }
    let events =
      if case .connecting = phase {
        handle.wantsWrite ? POLLOUT : POLLIN
      } else {
        handle.hasUnsent ? POLLIN | POLLOUT : POLLIN
      }
    return pollfd(fd: handle.socket, events: Int16(events), revents: 0)
  }

  /// Sends a statement, before it what it needs: BEGIN, and its preparation where it is new here.
  func send(
    _ sql: String, _ values: [SQLValue] = [], begin: Bool = false,
    for purpose: PostgreSQLOperation.Purpose
  ) throws(DatabaseError) {
    let parameters = try PostgreSQLParameters(values, sql: sql)
    guard let handle, isReady || isSettingUp else {
      throw failure?.error ?? DatabaseError(.connection, "the connection is not ready")
    }
    var operation = PostgreSQLOperation(purpose: purpose, sql: sql)
    var sent = true
    if begin {
      sent = sendPart("BEGIN", try PostgreSQLParameters([], sql: ""), handle, &operation)
    }
    sent = sent && sendPart(sql, parameters, handle, &operation) && handle.sync()
    operations.append(operation)
    if !sent { lose(.lost(handle.message)) }
  }

  private var isSettingUp: Bool { if case .settingUp = phase { true } else { false } }

  private func sendPart(
    _ sql: String, _ parameters: PostgreSQLParameters, _ handle: PostgreSQLHandle,
    _ operation: inout PostgreSQLOperation
  ) -> Bool {
    let key = PostgreSQLStatement.Key(sql: sql, types: parameters.types)
    if let statement = statements[key] {
      operation.parts.append(.execute(statement))
      return handle.execute(statement, parameters)
    }
    prepared += 1
    let statement = PostgreSQLStatement(key: key, name: "s\(prepared)")
    // Already here: what is sent from now on arrives after the preparation.
    statements[key] = statement
    operation.parts += [.prepare(statement), .execute(statement)]
    return handle.prepare(statement) && handle.execute(statement, parameters)
  }

  func flush() {
    guard let handle, handle.hasUnsent else { return }
    if !handle.flush() { lose(.lost(handle.message)) }
  }

  /// Takes what has come, and returns the operations that it completes: all of them when the connection
  /// is lost.
  func receive() -> [PostgreSQLOperation] {
    if case .connecting = phase { goOnConnecting() }
    var completed: [PostgreSQLOperation] = []
    if let handle {
      switch phase {
      case .settingUp, .ready:
        let alive = handle.read()
        takeResults(from: handle, into: &completed)
        if !alive || handle.isBad { lose(.lost(handle.message)) }
      default: break
      }
    }
    guard let failure else { return completed }
    for var operation in operations {
      operation.failure = operation.failure ?? failure
      completed.append(operation)
    }
    operations = []
    return completed
  }

  private func goOnConnecting() {
    guard let handle else { return }
    switch handle.goOnConnecting() {
    case .failed: lose(.lost(handle.message))
    case .waiting: break
    case .connected:
      phase = .settingUp
      do throws(DatabaseError) {
        try send(setUp, for: .setUp)
      } catch { lose(PostgreSQLFailure(error: error, isLost: true)) }
    }
  }

  private func takeResults(
    from handle: PostgreSQLHandle, into completed: inout [PostgreSQLOperation]
  ) {
    while !operations.isEmpty, let result = handle.nextResult() {
      let isComplete = operations[operations.startIndex].take(result)
      guard isComplete, let operation = operations.popFirst() else { continue }
      for statement in operation.unprepared { statements[statement.key] = nil }
      if case .setUp = operation.purpose {
        if let failure = operation.failure {
          lose(failure)
        } else {
          phase = .ready
          wasReady = true
        }
      } else {
        completed.append(operation)
      }
      if operation.failure?.isStale == true { lose(.lost("prepared statements are out of date")) }
    }
  }
}

/// A statement as one connection knows it.
final class PostgreSQLStatement {
  struct Key: Hashable {
    let sql: String
    let types: [Oid]
  }

  let key: Key
  let name: String
  /// Those of its first result.
  var columns: Columns?

  init(key: Key, name: String) {
    self.key = key
    self.name = name
  }
}
