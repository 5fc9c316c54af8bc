import NIOCore

/// The tasks that run an event loop's handlers.
///
/// A call resumes a task that is parked on a continuation, which costs a third of making one for
/// each call and allocates nothing. A worker whose call was cancelled is cancelled with it, and
/// cancellation cannot be taken back: it retires, and the pool makes another when it needs one.
@safe final class WorkerPool {
  /// Parked workers beyond this many retire.
  private static let parkedLimit = 1_024

  private unowned let executor: LoopExecutor
  /// Uncounted: each is held by its task, which waits to be resumed.
  private var parked = unsafe OwnedList<Unmanaged<Worker>>()
  private var running = 0
  private var isRetired = false

  init(executor: LoopExecutor) { self.executor = executor }

  /// Runs the call's handler in the loop's present turn.
  func run(_ stream: ServerStream) {
    running += 1
    if let worker = unsafe parked.popLast() {
      unsafe worker._withUnsafeGuaranteedRef { $0.run(stream) }
    } else {
      Worker(self, stream).start(on: executor)
    }
  }

  /// Ends the workers that are parked, and the others when they have served their call. Returns how
  /// many are left.
  func retire() -> Int {
    isRetired = true
    while let worker = unsafe parked.popLast() { unsafe worker.takeUnretainedValue().resume() }
    return running
  }

  /// False when the worker, which has served its call, is not needed any more.
  fileprivate func park(_ worker: Worker) -> Bool {
    running -= 1
    guard !isRetired, !worker.isCancelled, unsafe parked.count < Self.parkedLimit else {
      return false
    }
    unsafe parked.append(.passUnretained(worker))
    return true
  }
}

/// One task that serves a call, waits for the next, and so on.
@safe final class Worker {
  /// Its loop's: the executor owns it, and the task holds the executor.
  private unowned(unsafe) let pool: WorkerPool
  /// The call that it is to serve next.
  private var stream: ServerStream?
  /// Of its task, which only `cancel` cancels.
  fileprivate private(set) var isCancelled = false
  private var wake: UnsafeContinuation<Void, Never>?
  private var task: Task<Void, Never>?

  fileprivate init(_ pool: WorkerPool, _ stream: ServerStream) {
    unsafe self.pool = pool
    self.stream = stream
    unsafe stream.worker = self
  }

  fileprivate func start(on executor: LoopExecutor) {
    let bound = NIOLoopBound(self, eventLoop: executor.loop)
    // Detached, so that no task-local value of whoever woke the loop is inherited.
    task = Task.detached(executorPreference: executor) { await bound.value.work() }
  }

  fileprivate func run(_ stream: ServerStream) {
    self.stream = stream
    unsafe stream.worker = self
    resume()
  }

  /// Without a call it comes to its end.
  fileprivate func resume() {
    let waiting = unsafe wake
    unsafe wake = nil
    unsafe waiting?.resume()
  }

  /// Of the handler that it runs: a stream knows its worker no longer than that.
  func cancel() {
    isCancelled = true
    task?.cancel()
  }

  /// Serves in this one function: each further asynchronous one on a call's way costs it 400
  /// instructions and two locks.
  ///
  /// `@concurrent` takes it where its task prefers to be, which is the loop. A function of its caller's
  /// isolation asks again before and after each closure that it awaits whether it is there: four times
  /// more a call, of 230 instructions and a lock each.
  @concurrent
  private func work() async {
    while let stream = stream.take() {
      do {
        switch (stream.isDirect, stream.deadline) {
        case (nil, _): break
        case (true, nil): try await stream.served.handler.run(ServerExchange(stream))
        case (false, nil): try await stream.intercepted()
        case (true, let deadline?):
          try await Deadline.$current.withValue(deadline) {
            try await stream.served.handler.run(ServerExchange(stream))
          }
        case (false, let deadline?):
          try await Deadline.$current.withValue(deadline) { try await stream.intercepted() }
        }
        stream.handled(nil)
      } catch {
        stream.handled(error)
      }
      unsafe stream.worker = nil
      // Now and not after the wait: a stream that nobody holds serves another call.
      _ = consume stream
      if unsafe !pool.park(self) { return }
      await unsafe withUnsafeContinuation { unsafe wake = $0 }
    }
  }
}
