import Synchronization

/// The bytes that a server, or a channel, may hold of messages nobody has taken yet, neither here
/// nor at the other side, over all of its connections and event loops.
final class UnreadBudget: Sendable {
  private let free: Atomic<Int>

  init(bytes: Int) { free = Atomic(bytes) }

  fileprivate func take(_ count: Int) -> Bool {
    if free.subtract(count, ordering: .relaxed).newValue >= 0 { return true }
    giveBack(count)
    return false
  }

  fileprivate func giveBack(_ count: Int) { free.add(count, ordering: .relaxed) }
}

/// A connection's part of the budget. It is drawn in chunks and the last chunk is kept, so calls
/// with small messages never touch what the loops share.
final class UnreadAccount {
  private static let chunk = 16 << 10

  private let budget: UnreadBudget
  private var reserved = 0
  private var used = 0

  init(_ budget: UnreadBudget) { self.budget = budget }

  deinit { budget.giveBack(reserved) }

  /// False when the budget has no room for this many bytes more.
  func reserve(_ count: Int) -> Bool {
    let missing = used + count - reserved
    guard missing > 0 else { return true }
    let chunks = (missing + Self.chunk - 1) / Self.chunk * Self.chunk
    guard budget.take(chunks) else { return false }
    reserved += chunks
    return true
  }

  /// Books bytes that came (they were reserved) or went.
  func book(_ change: Int) {
    used += change
    let excess = (reserved - used) / Self.chunk - 1
    if excess > 0 {
      reserved -= excess * Self.chunk
      budget.giveBack(excess * Self.chunk)
    }
  }
}
