/// Calls whose bodies are to be run again.
struct PostgreSQLRepetitions {
  private var waiting: [PostgreSQLAttempt] = []
  /// Of calls that met a conflict only one is run again at a time: they would meet each other again.
  private var running: Int?

  /// When the next may be run, in nanoseconds of the monotonic clock; nil where none waits for its time.
  var next: UInt64? { running == nil ? waiting.map(\.notBefore).min() : nil }

  func count(_ role: PostgreSQLRole) -> Int {
    waiting.count { PostgreSQLRole($0.call.access) == role }
  }

  mutating func append(_ attempt: PostgreSQLAttempt) { waiting.append(attempt) }

  mutating func take(_ access: Access, _ now: UInt64) -> PostgreSQLAttempt? {
    let index = waiting.firstIndex {
      $0.call.access == access && $0.notBefore <= now && ($0.conflicts == 0 || running == nil)
    }
    return index.map { waiting.remove(at: $0) }
  }

  /// - Parameter id: the transaction that an attempt runs as.
  mutating func noteStart(_ attempt: PostgreSQLAttempt, as id: Int) {
    if attempt.conflicts > 0 { running = id }
  }

  mutating func noteEnd(of id: Int) {
    if running == id { running = nil }
  }

  /// Takes out what waits since before `time`.
  mutating func take(_ role: PostgreSQLRole, before time: UInt64) -> [PostgreSQLAttempt] {
    let isExpired = { (attempt: PostgreSQLAttempt) in
      PostgreSQLRole(attempt.call.access) == role && attempt.since < time
    }
    defer { waiting.removeAll(where: isExpired) }
    return waiting.filter(isExpired)
  }
}
