import Protobuf
import Testing

@Suite struct `An arena` {
  @Test func `gives memory that does not overlap and is aligned, also beyond what it keeps`() {
    let arena = Arena.borrow()
    defer { arena.release() }
    var taken: [ClosedRange<UInt>] = []
    for size in [1, 15, 16, 17, 4096, 60_000, 64, 1 << 20, 1, 70_000, 8] {
      let memory = unsafe arena.allocate(size)
      unsafe memory.initializeMemory(as: UInt8.self, repeating: 0xAA, count: size)
      let start = UInt(bitPattern: memory)
      let range = start...(start + UInt(size) - 1)
      #expect(start % 16 == 0)
      #expect(!taken.contains { $0.overlaps(range) })
      taken.append(range)
    }
  }

  @Test func `is the thread's own again after release, from its beginning`() {
    let first = Arena.borrow()
    let address = unsafe UInt(bitPattern: first.allocate(100))
    first.release()
    let second = Arena.borrow()
    defer { second.release() }
    #expect(unsafe UInt(bitPattern: second.allocate(100)) == address)
  }

  @Test func `is another one while the first is in use`() {
    let outer = Arena.borrow()
    defer { outer.release() }
    let address = unsafe UInt(bitPattern: outer.allocate(8))
    let inner = Arena.borrow()
    let other = unsafe UInt(bitPattern: inner.allocate(8))
    #expect(other != address + 16)
    inner.release()
    #expect(unsafe UInt(bitPattern: outer.allocate(8)) == address + 16)
  }

  @Test func `makes short strings itself: Swift keeps them as before`() {
    let arena = Arena.borrow()
    defer { arena.release() }
    // Red with a new Swift: see `ShortText`. Strings are right all the same, and slower.
    #expect(arena.knowsShortText)
  }
}
