import Synchronization

/// The W3C trace context of a call (Trace Context Level 1): which trace it belongs to, the
/// span that stands for it here, and what came with it.
package struct TraceContext: Sendable, Equatable {
  /// 16 bytes as 32 lower-case hex digits, never all zero.
  package let traceID: String
  /// 8 bytes as 16 lower-case hex digits, never all zero.
  package let spanID: String
  package let isSampled: Bool
  package let state: TraceState

  /// Reads a `traceparent` and the `tracestate` headers beside it. A `traceparent` that breaks the form
  /// is ignored, and the rest with it, as the standard asks: nil.
  package init?(traceparent: String, tracestate: [String] = []) {
    let bytes = Array(traceparent.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count >= 55, bytes[2] == dash, bytes[35] == dash, bytes[52] == dash,
      let version = Hex.value(bytes[0..<2]), version != 0xFF,
      version == 0 ? bytes.count == 55 : (bytes.count == 55 || bytes[55] == dash),
      Hex.isID(bytes[3..<35]), Hex.isID(bytes[36..<52]), let flags = Hex.value(bytes[53..<55])
    else { return nil }
    traceID = String(decoding: bytes[3..<35], as: UTF8.self)
    spanID = String(decoding: bytes[36..<52], as: UTF8.self)
    isSampled = flags & 1 == 1
    state = tracestate.isEmpty ? .none : TraceState(tracestate)
  }

  private init(traceID: String, isSampled: Bool, state: TraceState) {
    (self.traceID, spanID) = (traceID, Hex.random(words: 1))
    (self.isSampled, self.state) = (isSampled, state)
  }

  /// A trace that starts here.
  package static func root() -> TraceContext {
    TraceContext(traceID: Hex.random(words: 2), isSampled: false, state: .none)
  }

  /// The same trace, with a new span below this one.
  package func child() -> TraceContext {
    TraceContext(traceID: traceID, isSampled: isSampled, state: state)
  }

  package var traceparent: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }
}

/// SplitMix64 from a start that the system's generator gave this process: that generator itself is a
/// system call a word, and each call needs three or five words.
private enum RandomWords {
  private static let state = Atomic(UInt64.random(in: 0 ... .max))
  /// So that two processes differ even where their states meet.
  private static let mask = UInt64.random(in: 0 ... .max)

  static func next() -> UInt64 {
    var word = state.wrappingAdd(0x9e37_79b9_7f4a_7c15, ordering: .relaxed).newValue
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31) ^ mask
  }
}

/// Lower-case hex digits, the only ones that the standard allows.
enum Hex {
  static func isID(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.allSatisfy { digit($0) != nil } && digits.contains { $0 != UInt8(ascii: "0") }
  }

  static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard let digit = digit(byte) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// So many random 64-bit words, none of them zero. They tell calls apart and hide nothing.
  static func random(words: Int) -> String {
    // A fifth of what it takes to append each to an array: a traced call needs 48 or 80 of them.
    unsafe String(unsafeUninitializedCapacity: 16 * words) { text in
      for start in stride(from: 0, to: 16 * words, by: 16) {
        var word = max(1, RandomWords.next())
        for place in start..<start + 16 {
          word = word << 4 | word >> 60
          let digit = UInt8(truncatingIfNeeded: word & 15)
          unsafe text[place] = digit + (digit < 10 ? 0x30 : 0x61 - 10)
        }
      }
      return 16 * words
    }
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
