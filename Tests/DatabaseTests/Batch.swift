import Database
import Dispatch
import Testing

/// Write calls that stand in one batch: the writer is held by a call of ours until all of them wait.
struct Batch: Sendable {
  let database: Database

  /// Runs `calls` in one batch, in their order, and returns what each was answered.
  ///
  /// - Parameter waiting: called when all wait, before the writer goes on; gets the calls' tasks.
  func run<Answer: Sendable>(
    _ calls: [@Sendable (isolated Transaction) async throws -> Answer],
    waiting: ([Task<Answer, any Error>]) async throws -> Void = { _ in }
  ) async throws -> [Result<Answer, any Error>] {
    let held = DispatchSemaphore(value: 0)
    let reached = Signal()
    let holder = Task { [database] in
      try await database.write { _ in
        reached.raise()
        held.wait()
      }
    }
    await reached.wait(since: 0, atMost: .seconds(10))
    var tasks: [Task<Answer, any Error>] = []
    for call in calls {
      tasks.append(Task { [database] in try await database.write(call) })
      try await eventually("the call waits") { database.statistics.waiting == tasks.count }
    }
    do { try await waiting(tasks) } catch {
      held.signal()
      throw error
    }
    held.signal()
    try await holder.value
    var results: [Result<Answer, any Error>] = []
    for task in tasks { results.append(await task.result) }
    return results
  }
}

/// Inserts one row.
func inserting(_ id: Int64) -> @Sendable (isolated Transaction) async throws -> Void {
  { tx in try await tx.insert(id) }
}

/// Inserts a row too large for the connection's cache of 2 MB, so that the log is written already
/// before the commit.
func insertingMuch(_ id: Int64) -> @Sendable (isolated Transaction) async throws -> Void {
  { tx in
    for part in 0..<6 {
      try await tx.execute(
        "INSERT INTO item (space, id, content) VALUES ($1, $2, $3)",
        ["s", .int(id + Int64(part) * 1_000), .bytes([UInt8](repeating: 7, count: 1_000_000))])
    }
  }
}

extension Result {
  var error: (any Error)? {
    switch self {
    case .success: nil
    case .failure(let error): error
    }
  }
}
