/// A string of at most 15 bytes of ASCII without U+0000, made without a call.
///
/// A String keeps so few bytes in its own 16: the first in the lowest place, and in the highest 0xE0 and
/// their number. The library's initializers come to the same in 100 instructions, this in 30; a message
/// has many such strings. Each arena asks once whether the library still does so, and leaves them to it if not.
struct ShortText {
  /// The bytes in their places. 0 where there is none.
  private let low: UInt64
  private let high: UInt64
  private let count: Int

  static let longest = 15

  /// `count` is 1 to `longest`. nil where a byte is not ASCII, or is 0.
  @inline(__always)
  init?(_ data: UnsafePointer<UInt8>, _ count: Int) {
    let bytes = unsafe UnsafeRawPointer(data)
    // Two loads that overlap have all bytes and no other.
    if count >= 8 {
      let first = unsafe bytes.loadUnaligned(as: UInt64.self).littleEndian
      let last = unsafe bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        .littleEndian
      guard PlainASCII.unusual(in: first) | PlainASCII.unusual(in: last) == 0 else { return nil }
      low = first
      // Without those that are in `low`: all 8 of them where there is no more.
      high = last >> UInt64(8 &* (16 &- count))
    } else if count >= 4 {
      let first = UInt64(unsafe bytes.loadUnaligned(as: UInt32.self).littleEndian)
      let last = UInt64(
        unsafe bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self).littleEndian)
      guard PlainASCII.unusual(in: first | last << 32) == 0 else { return nil }
      low = first | last &<< UInt64(8 &* (count &- 4))
      high = 0
    } else {
      let last = count &- 1
      let middle = count / 2
      let (a, b, c) = unsafe (UInt64(data[0]), UInt64(data[middle]), UInt64(data[last]))
      guard PlainASCII.unusual(in: (a | b << 8 | c << 16) | 0x0101_0101_0100_0000) == 0 else {
        return nil
      }
      low = a | b &<< UInt64(8 &* middle) | c &<< UInt64(8 &* last)
      high = 0
    }
    self.count = count
  }

  @inline(__always)
  var string: String {
    var words = words
    // Moved out, as `unsafeBitCast` would count a reference to what is none.
    return unsafe withUnsafeMutableBytes(of: &words) { bytes in
      unsafe bytes.assumingMemoryBound(to: String.self).moveElement(from: 0)
    }
  }

  private var words: (UInt64, UInt64) { (low, high | UInt64(0xE0 | count) &<< 56) }

  /// Whether the library makes of these bytes what `string` is.
  static func isKnown() -> Bool {
    guard MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size else { return false }
    return (1...longest).allSatisfy { count in
      let bytes = Array("a string of ASCII".utf8.prefix(count))
      let made = unsafe unsafeBitCast(
        String(decoding: bytes, as: UTF8.self), to: (UInt64, UInt64).self)
      return unsafe bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return false }
        return unsafe ShortText(start, count).map { made == $0.words } ?? false
      }
    }
  }
}

enum PlainASCII {
  /// Not 0 where one of the word's bytes is above 0x7F or is 0.
  @inline(__always)
  static func unusual(in word: UInt64) -> UInt64 {
    // A byte's high bit is set where it is above 0x7F, or becomes so when 1 is taken from 0. That may
    // borrow from the next byte, which changes nothing: the answer is no already.
    (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
  }
}
