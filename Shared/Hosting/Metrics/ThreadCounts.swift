import Glibc
import Synchronization

/// What one thread has counted: its own of each number there is. What a number has come to is the sum of
/// all threads', those that have ended among them.
///
/// To add to a number that threads share takes 9 ns even where no other thread adds, and a call needs six
/// additions; between event loops on several cores the number's memory would travel besides.
@safe struct ThreadCounts: Sendable {
  /// Numbers of a process at most. A method has 20, and 16 more for each code that its calls end with: all
  /// three services together some 5,000, at three codes each. Memory that nobody counts in is not taken.
  private static let capacity = 1 << 16

  /// The place of one number, in what each thread has counted.
  struct Number: Sendable {
    fileprivate let index: Int
  }

  /// Numbers that lie one behind the other.
  struct Numbers: Sendable {
    fileprivate let first: Int
    fileprivate let count: Int

    subscript(index: Int) -> Number {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such number")
      return Number(index: first &+ index)
    }
  }

  /// Written by one thread and read by all, atomically, and never given back.
  private nonisolated(unsafe) let numbers: UnsafeMutablePointer<Atomic<Int64>>

  /// The calling thread's. Not to be kept: another thread may go on where a task has waited.
  static var own: ThreadCounts {
    guard let numbers = unsafe pthread_getspecific(key) else { return takeOver() }
    return unsafe ThreadCounts(
      numbers: numbers.assumingMemoryBound(to: Atomic<Int64>.self))
  }

  /// Nobody else writes here, so no other addition can come between.
  func add(_ amount: Int64, to number: Number) {
    let old = unsafe numbers[number.index].load(ordering: .relaxed)
    unsafe numbers[number.index].store(old &+ amount, ordering: .relaxed)
  }

  // MARK: All threads'

  private struct Known {
    var all: [ThreadCounts] = []
    /// Of threads that have ended, for others to count on.
    var left: [ThreadCounts] = []
    var reserved = 0
  }

  private static let known = Mutex(Known())

  /// So many new numbers, for as long as the process lasts.
  static func reserve(_ count: Int) -> Numbers {
    known.withLock { known in
      precondition(known.reserved + count <= capacity, "A process has at most \(capacity) counts.")
      defer { known.reserved += count }
      return Numbers(first: known.reserved, count: count)
    }
  }

  static func sum(of number: Number) -> Int64 {
    known.withLock { known in
      known.all.reduce(0) { unsafe $0 &+ $1.numbers[number.index].load(ordering: .relaxed) }
    }
  }

  /// How many threads have counted at one time: tests hold that those to come take the place of those that ended.
  static var most: Int { known.withLock { $0.all.count } }

  @inline(never)
  private static func takeOver() -> ThreadCounts {
    let counts = known.withLock { known in
      if let left = known.left.popLast() { return left }
      let made = make()
      known.all.append(made)
      return made
    }
    let failure = unsafe pthread_setspecific(key, counts.numbers)
    precondition(failure == 0, "There is no memory to count in.")
    return counts
  }

  /// The system's pages are zeros, which is what an atomic 0 is.
  private static func make() -> ThreadCounts {
    let bytes = capacity * MemoryLayout<Atomic<Int64>>.stride
    let pages = unsafe mmap(
      nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let pages = unsafe pages, unsafe pages != MAP_FAILED else {
      preconditionFailure("There is no memory to count in.")
    }
    return unsafe ThreadCounts(
      numbers: pages.bindMemory(to: Atomic<Int64>.self, capacity: capacity))
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let failure = unsafe pthread_key_create(&key) { numbers in
      guard let numbers = unsafe numbers else { return }
      let counts = unsafe ThreadCounts(
        numbers: numbers.assumingMemoryBound(to: Atomic<Int64>.self))
      ThreadCounts.known.withLock { $0.left.append(counts) }
    }
    precondition(failure == 0, "There is no place for what each thread counts.")
    return key
  }()
}
