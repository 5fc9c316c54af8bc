import NIOCore
import Threads

/// What an event loop does before it waits again: first the tasks that became runnable, then one
/// flush of each connection with something to say. One flush a turn, whatever woke the loop, is
/// the largest single factor in the cost of a call (1.8 against 7.5 µs).
final class LoopTurn {
  /// Rounds of tasks and flushes before other channels of the loop get their chance.
  private static let rounds = 4

  private unowned let executor: LoopExecutor
  private var jobs = OwnedList<UnownedJob>()
  private var connections: [any LoopFlushable] = []
  private var isRunning = false
  private var isExpected = false

  init(executor: LoopExecutor) { self.executor = executor }

  func add(_ job: UnownedJob) {
    jobs.append(job)
    schedule()
  }

  /// The connection must not add itself again before it is flushed.
  func add(_ connection: any LoopFlushable) {
    connections.append(connection)
    schedule()
  }

  /// The caller promises to call `run` before the loop waits.
  func expectRun() { isExpected = true }

  /// The caller promises the same.
  func take(_ more: [UnownedJob]) { for job in more { jobs.append(job) } }

  func run() {
    guard !isRunning else { return }
    isRunning = true
    // Who is on another thread gets all that this turn has for it at once.
    Wakes.gather()
    for _ in 0..<Self.rounds where !(jobs.isEmpty && connections.isEmpty) { round() }
    Wakes.deliver()
    isRunning = false
    isExpected = false
    if !(jobs.isEmpty && connections.isEmpty) { schedule() }
  }

  private func round() {
    let executor = unsafe executor.asUnownedTaskExecutor()
    // By index: a job may add further jobs, and they belong to this turn.
    var next = 0
    while next < jobs.count {
      let job = jobs[next]
      next += 1
      unsafe job.runSynchronously(on: executor)
    }
    jobs.removeAll()
    let flushed = connections
    connections.removeAll(keepingCapacity: true)
    for connection in flushed { connection.flushAtTurnEnd() }
  }

  private func schedule() {
    guard !isRunning, !isExpected else { return }
    isExpected = true
    let bound = NIOLoopBound(self, eventLoop: executor.loop)
    executor.loop.execute { bound.value.run() }
  }
}

/// A connection that sends what it has gathered when its loop's turn ends.
protocol LoopFlushable: AnyObject {
  func flushAtTurnEnd()
}
