/// A list that one object owns and that is never copied.
///
/// An array asks at each change whether somebody shares it, and reading an object out of one counts a
/// reference: a call paid for thirty such questions.
@safe struct OwnedList<Element>: ~Copyable {
  private var memory: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0

  init() {}

  init(repeating element: Element, count: Int) {
    for _ in 0..<count { append(element) }
  }

  deinit {
    _ = unsafe memory?.deinitialize(count: count)
    unsafe memory?.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    unsafeAddress { unsafe UnsafePointer(place(index)) }
    unsafeMutableAddress { unsafe place(index) }
  }

  mutating func append(_ element: consuming Element) {
    if count == capacity { grow(by: 1) }
    unsafe memory?.advanced(by: count).initialize(to: element)
    count += 1
  }

  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    return unsafe memory?.advanced(by: count).move()
  }

  /// Its memory stays.
  mutating func removeAll() {
    _ = unsafe memory?.deinitialize(count: count)
    count = 0
  }

  private func place(_ index: Int) -> UnsafeMutablePointer<Element> {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
    // Where there is an element there is memory.
    return unsafe memory.unsafelyUnwrapped + index
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = max(8, 2 * capacity, count + more)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    if let memory = unsafe memory {
      unsafe moved.moveInitialize(from: memory, count: count)
      unsafe memory.deallocate()
    }
    unsafe memory = moved
    capacity = larger
  }
}

extension OwnedList<UInt8> {
  /// Room for so many bytes at the end, to be written now.
  @inline(__always)
  @unsafe mutating func extend(by more: Int) -> UnsafeMutableRawPointer {
    // Also where nothing is to be written there is a place for it.
    if capacity - count <= more { grow(by: more + 1) }
    defer { count += more }
    return unsafe UnsafeMutableRawPointer(memory.unsafelyUnwrapped + count)
  }

  mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let source = bytes.baseAddress else { return }
      unsafe extend(by: bytes.count).copyMemory(from: source, byteCount: bytes.count)
    }
  }

  /// Those at a place, good until more are written.
  @unsafe func bytes(at start: Int, count: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(start >= 0 && count >= 0 && start + count <= self.count, "no such bytes")
    return unsafe UnsafeBufferPointer(
      start: memory.map { unsafe UnsafePointer($0 + start) }, count: count)
  }
}
