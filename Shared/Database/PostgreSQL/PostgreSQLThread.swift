import Dispatch
import Foundation
import Synchronization

/// The one thread that talks to PostgreSQL: it polls the sockets, and is the executor of the pool and of
/// the bodies of all transactions. So a body, its statements and their answers meet without a lock.
final class PostgreSQLThread: SerialExecutor, TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let identity = Atomic<UInt>(0)
  /// A pipe that ends the wait of `poll`.
  private let wakeReader: Int32
  private let wakeWriter: Int32
  private let isWoken = Atomic<Bool>(false)
  private let running = DispatchGroup()

  init() throws(DatabaseError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else {
      throw DatabaseError(.other, "no descriptor for a pipe")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeReader, wakeWriter) = (ends[0], ends[1])
  }

  deinit {
    Glibc.close(wakeReader)
    Glibc.close(wakeWriter)
  }

  func start(_ pool: PostgreSQLPool) {
    running.enter()
    Thread.detachNewThread { [self] in
      Thread.current.name = "postgresql"
      identity.store(UInt(pthread_self()), ordering: .relaxed)
      run(pool)
      running.leave()
    }
  }

  /// Returns when the thread has ended.
  func ended() async {
    await withCheckedContinuation { continuation in
      running.notify(queue: .global()) { continuation.resume() }
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    if isIsolatingCurrentContext() != true { wake() }
  }

  func isIsolatingCurrentContext() -> Bool? {
    UInt(pthread_self()) == identity.load(ordering: .relaxed)
  }

  func wake() {
    guard !isWoken.exchange(true, ordering: .sequentiallyConsistent) else { return }
    var byte: UInt8 = 1
    _ = unsafe write(wakeWriter, &byte, 1)
  }

  /// One turn: run what bodies can do, settle what they have come to, send it all, wait, receive.
  private func run(_ pool: PostgreSQLPool) {
    while true {
      repeat {
        runJobs()
        pool.assumeIsolated { $0.settle() }
      } while jobs.withLock({ !$0.isEmpty })
      guard let wait = pool.assumeIsolated({ $0.prepareToWait() }) else { return }
      var descriptors = [pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0)]
      descriptors += wait.descriptors
      _ = unsafe poll(&descriptors, nfds_t(descriptors.count), wait.milliseconds)
      if descriptors[0].revents != 0 { drainPipe() }
      isWoken.store(false, ordering: .sequentiallyConsistent)
      let ready = Set(descriptors.dropFirst().lazy.filter { $0.revents != 0 }.map(\.fd))
      pool.assumeIsolated { $0.receive(from: ready) }
    }
  }

  private func drainPipe() {
    var bytes = [UInt8](repeating: 0, count: 16)
    while unsafe read(wakeReader, &bytes, bytes.count) == bytes.count {}
  }

  private func runJobs() {
    while true {
      let batch = jobs.withLock { jobs in
        defer { jobs = [] }
        return jobs
      }
      if batch.isEmpty { return }
      for job in batch {
        unsafe job.runSynchronously(
          isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
      }
    }
  }
}

/// What the thread waits for.
struct PostgreSQLWait: Sendable {
  var descriptors: [pollfd] = []
  /// -1: as long as it takes.
  var milliseconds: Int32 = -1
}
