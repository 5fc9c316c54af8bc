import Content
import Database
import Logging

/// Clears away what no document names: refused imports, discarded documents, e-invoices whose approval
/// came to nothing.
struct ContentSweep: Sendable {
  let contents: ContentStore
  let database: Database
  /// Held by a backup that reads the contents.
  let pause: SweepPause
  /// Longer than any import or approval takes.
  let age: Duration
  let logger: Logger

  func round() async throws {
    guard let turn = try pause.tryTake() else { return }
    defer { withExtendedLifetime(turn) {} }
    let report = try await contents.sweep(olderThan: age) { content in
      try await database.read { tx in try await DocumentStore().names(content, in: tx) }
    }
    guard report.removed + report.leftovers > 0 else { return }
    logger.info(
      "contents swept",
      metadata: ["removed": "\(report.removed)", "unfinished": "\(report.leftovers)"])
  }
}
