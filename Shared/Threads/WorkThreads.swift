import Dispatch
import Glibc
import Synchronization

/// A few threads for what would hold up an event loop, and Swift's own threads too, of which there is
/// one a core: calls that block, and what takes long.
///
/// Who comes from an event loop's turn is joined by all others of that turn before a thread is woken
/// for them, and short pieces of work go back together (`Wakes`).
package final class WorkThreads: Sendable {
  private let line = WorkLine()

  /// Nil where the system has no room for the threads.
  package init?(count: Int) {
    for _ in 0..<count {
      let line = line
      guard startThread({ line.work() }) else {
        line.close()
        return nil
      }
    }
  }

  /// What waits is still done.
  deinit { line.close() }

  /// Runs `body` on one of the threads, in the order of calls as far as there are threads, and comes
  /// back to where it was called. The body waits for no other call's caller: what came of one that was
  /// run before it may still be on its way.
  package func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await unsafe withUnsafeContinuation { (continuation: UnsafeContinuation<Value, Never>) in
      line.add { unsafe continuation.resume(returning: body()) }
    }
  }
}

/// What waits for a thread; outlives its `WorkThreads` until the last thread has left.
private final class WorkLine: Sleeper {
  /// What is done is kept back for so long at most, and for as long as the piece of work that was begun
  /// before then.
  private static let keptNanoseconds: UInt64 = 50_000

  private struct State {
    var added: [@Sendable () -> Void] = []
    /// The same, last first: to take one is to take the last.
    var waiting: [@Sendable () -> Void] = []
    var sleepers = 0
    var isClosed = false

    mutating func take() -> (@Sendable () -> Void)? {
      if waiting.isEmpty {
        swap(&added, &waiting)
        waiting.reverse()
      }
      return waiting.popLast()
    }
  }

  private let state = Mutex(State())
  private let semaphore = DispatchSemaphore(value: 0)

  func add(_ job: @escaping @Sendable () -> Void) {
    let wakes = state.withLock { state in
      state.added.append(job)
      guard state.sleepers > 0 else { return false }
      state.sleepers -= 1
      return true
    }
    if wakes { Wakes.later(self) }
  }

  func wake() { semaphore.signal() }

  func close() {
    let sleepers = state.withLock { state in
      state.isClosed = true
      defer { state.sleepers = 0 }
      return state.sleepers
    }
    for _ in 0..<sleepers { wake() }
  }

  /// A thread's whole life: until the line is closed and empty.
  func work() {
    while true {
      switch next() {
      case .job(let job): work(beginningWith: job)
      case .nothing: semaphore.wait()
      case .closed: return
      }
    }
  }

  /// Does what waits, and gives back what is done together.
  private func work(beginningWith first: @escaping @Sendable () -> Void) {
    let latest = Self.now() + Self.keptNanoseconds
    Wakes.gather()
    first()
    while Self.now() < latest, let job = take() { job() }
    Wakes.deliver()
  }

  private enum Next {
    case job(@Sendable () -> Void)
    /// The caller is counted among the sleepers and waits to be woken.
    case nothing
    case closed
  }

  private func next() -> Next {
    state.withLock { state in
      if let job = state.take() { return .job(job) }
      if state.isClosed { return .closed }
      state.sleepers += 1
      return .nothing
    }
  }

  private func take() -> (@Sendable () -> Void)? { state.withLock { $0.take() } }

  private static func now() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
