/// Bytes that one object owns, at the end of which more are written; never copied.
@safe struct OwnedBytes: ~Copyable {
  private static let least = 256

  private var memory: UnsafeMutableRawPointer?
  private var capacity = 0
  private(set) var count = 0

  deinit { unsafe memory?.deallocate() }

  /// Room for so many bytes at the end, to be written now.
  @inline(__always)
  @unsafe mutating func extend(by more: Int) -> UnsafeMutableRawPointer {
    let start = count
    // Also where nothing is to be written there is a place for it.
    if capacity - start <= more { grow(by: more) }
    count = start + more
    return unsafe memory.unsafelyUnwrapped + start
  }

  /// Those at a place, good until more are written.
  @unsafe func bytes(at start: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(start >= 0 && count >= 0 && start + count <= self.count, "no such bytes")
    return unsafe UnsafeBufferPointer(
      start: memory.map { unsafe UnsafePointer(($0 + start).assumingMemoryBound(to: UInt8.self)) },
      count: count)
  }

  /// Its memory stays.
  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = max(count + more + 1, 2 * capacity, Self.least)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 1)
    if let memory = unsafe memory {
      unsafe moved.copyMemory(from: memory, byteCount: count)
      unsafe memory.deallocate()
    }
    unsafe memory = moved
    capacity = larger
  }
}
