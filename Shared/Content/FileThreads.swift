import Dispatch
import Glibc
import Outbound
import Synchronization

/// A few threads for calls on files, which block for as long as the disk takes: an fsync or a cold
/// read must hold up neither an event loop nor Swift's own threads, of which there is one a core.
final class FileThreads: Sendable {
  private let queue: Queue

  /// - Throws: `system` where the threads cannot be had.
  init(count: Int) throws(ContentError) {
    queue = Queue()
    for _ in 0..<count {
      let queue = queue
      guard startThread({ queue.work() }) else {
        throw .system(operation: "pthread_create", code: EAGAIN)
      }
    }
  }

  deinit { queue.close() }

  /// Runs `body` on one of the threads, in the order of calls as far as there are threads.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws(ContentError) -> Value
  ) async throws(ContentError) -> Value {
    try await withCheckedContinuation { continuation in
      queue.add {
        continuation.resume(returning: Result { () throws(ContentError) in try body() })
      }
    }.get()
  }
}

/// What waits for a thread; outlives its `FileThreads` until the last thread has left.
private final class Queue: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var next = 0
  }

  private let state = Mutex(State())
  /// Counts the jobs that no thread has come for yet.
  private let semaphore = DispatchSemaphore(value: 0)

  func add(_ job: @escaping @Sendable () -> Void) {
    state.withLock { $0.jobs.append(job) }
    semaphore.signal()
  }

  /// A signal without a job: the threads end when the jobs before it are done.
  func close() {
    semaphore.signal()
  }

  /// A thread's whole life: until the queue is closed and empty.
  func work() {
    while true {
      semaphore.wait()
      guard let job = take() else {
        // Closed: wakes the next thread, which finds the same.
        semaphore.signal()
        return
      }
      job()
    }
  }

  private func take() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard state.next < state.jobs.count else { return nil }
      let job = state.jobs[state.next]
      state.next += 1
      // Moves what is left to the front only when half is done, so that taking one stays cheap.
      if state.next * 2 > state.jobs.count {
        state.jobs.removeFirst(state.next)
        state.next = 0
      }
      return job
    }
  }
}
