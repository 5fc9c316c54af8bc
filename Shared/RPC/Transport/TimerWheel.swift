import NIOCore

/// The deadlines of one event loop's calls: O(1) to set and to cancel, because nearly every one is
/// cancelled. NIO's own timers cancel by linear search.
///
/// Time is cut into ticks; a deadline stands in the slot of its tick modulo the number of slots and
/// is looked at once a turn of the wheel until it is due. It fires up to one tick late, never early.
final class TimerWheel {
  private static let tick: Int64 = 4_000_000  // nanoseconds
  private static let slotCount: Int64 = 2_048  // one turn of the wheel is 8.2 s

  struct Token {
    fileprivate let index: Int
    fileprivate let generation: Int
  }

  private struct Entry {
    var next = -1
    var previous = -1
    var slot = -1
    var generation = 0
    var at = NIODeadline.distantFuture
    var target: (any TimerTarget)?
  }

  private let loop: any EventLoop
  private var entries = OwnedList<Entry>()
  private var free = OwnedList<Int>()
  private var slots = OwnedList(repeating: -1, count: Int(slotCount))
  private var passed = now()
  private var count = 0
  private var armed: NIODeadline?

  init(loop: any EventLoop) { self.loop = loop }

  func schedule(_ target: any TimerTarget, at deadline: NIODeadline) -> Token {
    let index = free.popLast() ?? entries.count
    if index == entries.count { entries.append(Entry()) }
    let due = Self.ticks(deadline.uptimeNanoseconds, roundedUp: true)
    entries[index].at = deadline
    entries[index].target = target
    link(index, slot: Int(max(due, passed + 1) % Self.slotCount))
    count += 1
    arm(deadline)
    return Token(index: index, generation: entries[index].generation)
  }

  /// Does nothing when the timer has fired.
  func cancel(_ token: Token) {
    if entries[token.index].generation == token.generation { remove(token.index) }
  }

  private func fire() {
    let now = NIODeadline.now()
    armed = nil
    let current = Self.ticks(now.uptimeNanoseconds, roundedUp: false)
    var due: [any TimerTarget] = []
    for tick in max(passed + 1, current - Self.slotCount + 1)...max(current, passed + 1) {
      var index = slots[Int(tick % Self.slotCount)]
      while index >= 0 {
        let entry = entries[index]
        if entry.at <= now, let target = entry.target {
          remove(index)
          due.append(target)
        }
        index = entry.next
      }
    }
    passed = max(current, passed)
    for target in due { target.timerFired() }
    if count > 0, let tick = (passed + 1...passed + Self.slotCount).first(where: isUsed) {
      arm(.uptimeNanoseconds(UInt64(tick * Self.tick)))
    }
  }

  private func isUsed(_ tick: Int64) -> Bool { slots[Int(tick % Self.slotCount)] >= 0 }

  /// An earlier alarm is left to ring for nothing, which is cheaper than to cancel it.
  private func arm(_ deadline: NIODeadline) {
    if let armed, armed <= deadline { return }
    armed = deadline
    let bound = NIOLoopBound(self, eventLoop: loop)
    loop.assumeIsolated().scheduleTask(deadline: deadline + .nanoseconds(Self.tick)) {
      bound.value.fire()
    }
  }

  private func link(_ index: Int, slot: Int) {
    let next = slots[slot]
    entries[index].slot = slot
    entries[index].next = next
    entries[index].previous = -1
    if next >= 0 { entries[next].previous = index }
    slots[slot] = index
  }

  private func remove(_ index: Int) {
    // Not the whole entry: a copy of it would count its target.
    let next = entries[index].next
    let previous = entries[index].previous
    if next >= 0 { entries[next].previous = previous }
    if previous >= 0 {
      entries[previous].next = next
    } else {
      slots[entries[index].slot] = next
    }
    entries[index].target = nil
    entries[index].generation += 1
    free.append(index)
    count -= 1
  }

  private static func now() -> Int64 {
    ticks(NIODeadline.now().uptimeNanoseconds, roundedUp: false)
  }

  private static func ticks(_ nanoseconds: UInt64, roundedUp: Bool) -> Int64 {
    let time = Int64(clamping: nanoseconds)
    return time / tick + (roundedUp && time % tick != 0 ? 1 : 0)
  }
}

protocol TimerTarget: AnyObject {
  func timerFired()
}
