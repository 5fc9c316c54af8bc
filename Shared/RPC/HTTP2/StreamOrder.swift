/// Knows the stream ids that a client passed over.
///
/// Opening stream 7 after 3 closes 5 for good (RFC 9113 section 5.1.1): HEADERS on 5 is a
/// connection error, to which nghttp2 answers with silence because it cannot tell a stream passed
/// over from one that was opened, closed and forgotten. Clients use every id in turn, so the list
/// is nearly always empty; only the latest gaps are kept.
struct StreamOrder {
  private static let keptGaps = 32

  private var last: Int32 = -1
  private var gaps: [ClosedRange<Int32>] = []

  /// False when HEADERS on this id break the order. Even ids are nghttp2's to refuse.
  mutating func accepts(_ id: Int32) -> Bool {
    guard id > 0, id & 1 == 1 else { return true }
    guard id > last else { return !gaps.contains { $0.contains(id) } }
    if id > last + 2 {
      if gaps.count == Self.keptGaps { gaps.removeFirst() }
      gaps.append(last + 1...id - 1)
    }
    last = id
    return true
  }
}
