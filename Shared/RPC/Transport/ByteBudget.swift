import Synchronization

/// The bytes that a server, or a channel, may hold of messages nobody has taken yet, neither here nor
/// at the other side, over all of its connections and event loops.
///
/// Every connection has a fair part of its own that it gets also when the budget is used up, so peers
/// that use it up do not end the small calls of others. What is held at most is the budget and a
/// fair part for each connection.
final class ByteBudget: Sendable {
  private let bytes: Int
  private let free: Atomic<Int>

  init(bytes: Int) {
    self.bytes = bytes
    free = Atomic(bytes)
  }

  /// What connections have drawn.
  var held: Int { bytes - free.load(ordering: .relaxed) }

  fileprivate func take(_ count: Int) -> Bool {
    if free.subtract(count, ordering: .relaxed).newValue >= 0 { return true }
    giveBack(count)
    return false
  }

  fileprivate func takeAnyway(_ count: Int) { free.subtract(count, ordering: .relaxed) }
  fileprivate func giveBack(_ count: Int) { free.add(count, ordering: .relaxed) }
}

/// A connection's part of a budget. It is drawn in chunks and the last chunk is kept, so a call with
/// a small message seldom touches what the loops share.
final class ByteAccount {
  static let fairBytes = 64 << 10
  private static let chunk = 4 << 10

  private let budget: ByteBudget
  private var reserved = 0
  private var used = 0

  init(_ budget: ByteBudget) { self.budget = budget }

  deinit { budget.giveBack(reserved) }

  /// False when the budget has no room for this many bytes more.
  func reserve(_ count: Int) -> Bool {
    let missing = used + count - reserved
    guard missing > 0 else { return true }
    let chunks = Self.chunks(missing)
    if used + count <= Self.fairBytes {
      budget.takeAnyway(chunks)
    } else {
      guard budget.take(chunks) else { return false }
    }
    reserved += chunks
    return true
  }

  /// Books bytes that came or went. Those that came without being reserved are drawn all the same.
  func book(_ change: Int) {
    used += change
    if used > reserved {
      let chunks = Self.chunks(used - reserved)
      reserved += chunks
      budget.takeAnyway(chunks)
    }
    let excess = (reserved - used) / Self.chunk - 1
    if excess > 0 {
      reserved -= excess * Self.chunk
      budget.giveBack(excess * Self.chunk)
    }
  }

  private static func chunks(_ count: Int) -> Int { (count + chunk - 1) / chunk * chunk }
}
