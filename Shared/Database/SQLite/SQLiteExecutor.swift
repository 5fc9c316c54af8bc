import Foundation
import Synchronization

/// The executor of the bodies that one thread runs on one connection.
///
/// SQLite's calls block, so a body runs from its start to its end in one go. The thread starts it and
/// runs the jobs that it makes until there are none; a body that has not returned by then waits for
/// something that is no statement of its transaction.
final class SQLiteExecutor: SerialExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let identity = Atomic<UInt>(0)

  /// Makes the calling thread the one that runs the bodies from here on.
  func move() { identity.store(UInt(pthread_self()), ordering: .relaxed) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
  }

  func isIsolatingCurrentContext() -> Bool? {
    UInt(pthread_self()) == identity.load(ordering: .relaxed)
  }

  func runJobs() {
    while true {
      let batch = jobs.withLock { jobs in
        defer { jobs = [] }
        return jobs
      }
      if batch.isEmpty { return }
      for job in batch { unsafe job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
  }

  /// Runs a call's body once, on this thread. Afterwards `call.succeeded` is not nil. Returns what is
  /// to be done after the commit.
  func run(
    _ call: any Call, on connection: SQLiteConnection, now: Int64
  ) -> [@Sendable () -> Void] {
    let transaction = Transaction(
      on: self, session: SQLiteSession(connection: connection, access: call.access),
      dialect: .sqlite, access: call.access, now: now)
    transaction.assumeIsolated { call.start($0) }
    runJobs()
    if call.succeeded == nil {
      call.fail(
        DatabaseError(.misuse, "the body awaits something that is no statement of its transaction"))
    }
    return transaction.assumeIsolated { $0.end() }
  }
}
