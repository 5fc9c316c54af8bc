import Dispatch
import Foundation

/// An operating system thread on which transactions run.
final class SQLiteThread: Sendable {
  private let executor = SQLiteExecutor()
  private let running = DispatchGroup()

  func start(_ name: String, _ work: @escaping @Sendable () -> Void) {
    running.enter()
    Thread.detachNewThread { [self] in
      Thread.current.name = name
      executor.move()
      work()
      executor.runJobs()
      running.leave()
    }
  }

  /// Blocks until the work has returned.
  func join() { running.wait() }

  func run(
    _ call: any Call, on connection: SQLiteConnection, now: Int64
  ) -> [@Sendable () -> Void] {
    executor.run(call, on: connection, now: now)
  }
}
