/// A connection's open streams by their id. Ids rise by two and those that are open lie close
/// together, so the low bits of an id are its place: a look-up costs 15 instructions, a dictionary's
/// 150, and a call needs six.
///
/// A look-up counts no reference, which would cost a call ten atomic operations: a stream that is
/// removed lives on until `popRemoved` has handed it over.
struct StreamTable: ~Copyable {
  private static let mostSlots = 1_024

  /// A power of two.
  private var slots = OwnedList<CallStream?>(repeating: nil, count: 8)
  /// Streams whose place an older one has, in a table that has grown as large as it may.
  private var crowdedOut: [Int32: CallStream] = [:]
  private var removed = OwnedList<CallStream>()
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// In no order.
  var values: [CallStream] { (0..<slots.count).compactMap { slots[$0] } + crowdedOut.values }

  /// Changes nothing: a function that may not change the table gets a copy of its 64 bytes.
  @unsafe mutating func find(_ id: Int32) -> Unmanaged<CallStream>? {
    if let stream = slots[slot(of: id)], stream.id == id {
      return unsafe Unmanaged.passUnretained(stream)
    }
    if crowdedOut.isEmpty { return nil }
    return unsafe crowdedOut[id].map { unsafe Unmanaged.passUnretained($0) }
  }

  mutating func insert(_ stream: consuming CallStream) {
    while slots[slot(of: stream.id)] != nil, slots.count < Self.mostSlots { grow() }
    count += 1
    if slots[slot(of: stream.id)] == nil {
      slots[slot(of: stream.id)] = stream
    } else {
      crowdedOut[stream.id] = stream
    }
  }

  @unsafe mutating func remove(_ id: Int32) -> Unmanaged<CallStream>? {
    let slot = slot(of: id)
    var found: CallStream?
    if slots[slot]?.id == id {
      swap(&found, &slots[slot])
    } else {
      found = crowdedOut.removeValue(forKey: id)
    }
    guard let stream = found.take() else { return nil }
    count -= 1
    let uncounted = unsafe Unmanaged.passUnretained(stream)
    removed.append(consume stream)
    return unsafe uncounted
  }

  mutating func removeAll() {
    for stream in values { removed.append(stream) }
    slots = OwnedList(repeating: nil, count: 8)
    crowdedOut = [:]
    count = 0
  }

  /// One that was removed. Not to be asked while somebody uses what he found.
  mutating func popRemoved() -> CallStream? { removed.popLast() }

  private mutating func grow() {
    let streams = (0..<slots.count).compactMap { slots[$0] }
    slots = OwnedList(repeating: nil, count: slots.count * 2)
    // Those whose places differed still differ: nobody is crowded out here.
    for stream in streams { slots[slot(of: stream.id)] = stream }
  }

  private func slot(of id: Int32) -> Int { Int(id >> 1) & (slots.count - 1) }
}
