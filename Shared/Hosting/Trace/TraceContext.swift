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

  /// So many random 64-bit words, none of them zero.
  static func random(words: Int) -> String {
    (0..<words).map { _ in
      let digits = String(UInt64.random(in: 1...UInt64.max), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
