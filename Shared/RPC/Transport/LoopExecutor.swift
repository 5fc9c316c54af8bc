import Glibc
import NIOCore
import Synchronization
import Threads

/// Runs tasks on an event loop.
///
/// NIO's loops are serial executors but not task executors; this is the small wrapper. What is
/// enqueued on the loop itself waits for the end of the loop's turn, where one flush follows it;
/// what comes from another thread arrives in one hop for all that it has at hand (`Wakes`).
@safe final class LoopExecutor: TaskExecutor, Sleeper {
  let loop: any EventLoop
  /// Touched on the loop only. An `NIOLoopBoundBox` asks the loop again at each touch and is counted up
  /// and down, which each wake of a task would pay.
  private nonisolated(unsafe) var made: LoopContext?
  /// The context's: a job that becomes runnable counts neither of them.
  private nonisolated(unsafe) var turn: Unmanaged<LoopTurn>?
  private let remote = Mutex<[UnownedJob]>([])
  /// The loop's, once it has a context.
  private let thread = Atomic<pthread_t>(0)

  init(loop: any EventLoop) { self.loop = loop }

  /// Only to be asked for on the loop.
  var context: LoopContext {
    if let made = unsafe made { return made }
    loop.preconditionInEventLoop()
    let made = LoopContext(executor: self)
    unsafe self.made = made
    unsafe turn = .passUnretained(made.turn)
    thread.store(pthread_self(), ordering: .relaxed)
    return made
  }

  /// Whether the caller is on the loop, which has a context. To ask the loop itself, behind its
  /// protocol, counts it up and down: a tenth of what a streamed message of 64 bytes costs.
  var isHere: Bool { thread.load(ordering: .relaxed) == pthread_self() }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if isHere, let turn = unsafe turn {
      return unsafe turn._withUnsafeGuaranteedRef { $0.add(job) }
    }
    if loop.inEventLoop { return context.turn.add(job) }
    let isFirst = remote.withLock { jobs in
      jobs.append(job)
      return jobs.count == 1
    }
    if isFirst { Wakes.later(self) }
  }

  /// Ends the tasks that wait for a call, now and when they have served theirs. Returns how many are
  /// left, each of which serves a call.
  func retireWorkers() async -> Int {
    (try? await loop.submit { unsafe self.made?.workers.retire() ?? 0 }.get()) ?? 0
  }

  func wake() { loop.execute { self.takeRemoteJobs() } }

  private func takeRemoteJobs() {
    let turn = context.turn
    remote.withLock { jobs in
      turn.take(jobs)
      jobs.removeAll(keepingCapacity: true)
    }
    turn.run()
  }
}
