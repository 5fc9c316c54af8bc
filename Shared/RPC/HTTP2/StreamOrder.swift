/// Knows which of its stream ids a client must not use any more.
///
/// Opening stream 7 after 3 closes 5 for good (RFC 9113 section 5.1.1): HEADERS on 5 is a
/// connection error, to which nghttp2 answers with silence because it cannot tell a stream passed
/// over from one that was opened, closed and forgotten. Nor does it remember who closed a stream:
/// what follows the client's own end is an error (section 5.1), what crosses our RST_STREAM is not.
/// Clients use every id in turn, so the list of gaps is nearly always empty; only the latest are
/// kept, and the ends of the latest streams.
struct StreamOrder {
  private static let keptGaps = 32
  /// Streams whose end is remembered, 64 a word.
  private static let keptEnds: Int32 = 16 * 64

  private var last: Int32 = -1
  private var gaps: [ClosedRange<Int32>] = []
  private var ends = InlineArray<16, UInt64>(repeating: 0)

  /// False when HEADERS on this id break the order. Even ids are nghttp2's to refuse.
  mutating func accepts(_ id: Int32) -> Bool {
    guard id > 0, id & 1 == 1 else { return true }
    guard id > last else { return !gaps.contains { $0.contains(id) } }
    if id > last + 2 {
      if gaps.count == Self.keptGaps { gaps.removeFirst() }
      gaps.append(last + 1...id - 1)
    }
    for opened in max(last >> 1 + 1, id >> 1 - Self.keptEnds + 1)...id >> 1 {
      ends[Self.word(opened)] &= ~Self.bit(opened)
    }
    last = id
    return true
  }

  /// The client sent its last frame of this stream: END_STREAM or RST_STREAM.
  mutating func ended(_ id: Int32) {
    guard isKept(id) else { return }
    ends[Self.word(id >> 1)] |= Self.bit(id >> 1)
  }

  /// True when the client has ended this stream; false also where that is not remembered. Changes
  /// nothing: a function that may not change `ends` copies them all.
  mutating func hasEnded(_ id: Int32) -> Bool {
    isKept(id) && ends[Self.word(id >> 1)] & Self.bit(id >> 1) != 0
  }

  private func isKept(_ id: Int32) -> Bool {
    id & 1 == 1 && id <= last && id >> 1 > last >> 1 - Self.keptEnds
  }

  private static func word(_ index: Int32) -> Int { Int(index & (keptEnds - 1)) >> 6 }
  private static func bit(_ index: Int32) -> UInt64 { 1 << UInt64(index & 63) }
}
