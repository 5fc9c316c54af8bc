import Synchronization

/// Calls on their way to the polling thread.
struct PostgreSQLInbox: Sendable {
  let writes: PostgreSQLLine<any Call>
  let reads: PostgreSQLLine<any Call>
  let points: PostgreSQLLine<PostgreSQLPoint>

  /// - Parameter limit: how many may wait in each line.
  init(limit: Int) {
    writes = PostgreSQLLine(limit: limit)
    reads = PostgreSQLLine(limit: limit)
    points = PostgreSQLLine(limit: limit)
  }

  func calls(_ access: Access) -> PostgreSQLLine<any Call> { access == .write ? writes : reads }

  func count(_ role: PostgreSQLRole) -> Int {
    switch role {
    case .writer: writes.count
    case .reader: reads.count
    case .points: points.count
    }
  }

  var isClosed: Bool { writes.isClosed && reads.isClosed && points.isClosed }

  func close() {
    writes.close()
    reads.close()
    points.close()
  }

  /// Takes out what waits since before `time` and answers it with `error`.
  func expire(_ role: PostgreSQLRole, before time: UInt64, _ error: DatabaseError) {
    switch role {
    case .writer: expire(writes, before: time, error)
    case .reader: expire(reads, before: time, error)
    case .points:
      for point in points.take(before: time) { point.continuation.resume(throwing: error) }
    }
  }

  private func expire(
    _ line: PostgreSQLLine<any Call>, before time: UInt64, _ error: DatabaseError
  ) {
    for call in line.take(before: time) where call.claim() {
      call.fail(error)
      call.answer()
    }
  }
}

/// What waits for a connection, first come, first served. Any thread appends, the polling thread takes.
final class PostgreSQLLine<Element: Sendable>: Sendable {
  private struct State {
    /// With the nanoseconds of the monotonic clock since when each waits.
    var waiting: ArraySlice<(element: Element, since: UInt64)> = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var count: Int { state.withLock { $0.waiting.count } }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  func close() { state.withLock { $0.isClosed = true } }

  /// Returns why the element cannot wait here, or nil.
  func append(_ element: Element) -> DatabaseError? {
    let now = Clock.monotonicNanoseconds()
    return state.withLock { state in
      if state.isClosed { return DatabaseError(.connection, "the database is closed") }
      guard state.waiting.count < limit else {
        return DatabaseError(.overloaded, "\(limit) calls wait already")
      }
      state.waiting.append((element, now))
      return nil
    }
  }

  func take() -> Element? { state.withLock { $0.waiting.popFirst()?.element } }

  /// Those that wait since before `time`.
  func take(before time: UInt64) -> [Element] {
    state.withLock { state in
      let taken = state.waiting.prefix { $0.since < time }.map(\.element)
      state.waiting.removeFirst(taken.count)
      return taken
    }
  }
}

/// A point read on its way.
struct PostgreSQLPoint: Sendable {
  let sql: String
  let values: [SQLValue]
  let continuation: CheckedContinuation<Row?, any Error>
  /// Runs so far that ended with a lost connection.
  var losses = 0
}
