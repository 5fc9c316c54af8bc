/// Text in mail headers, which are ASCII with lines of at most 78 characters (RFC 5322, 2047, 2231).
enum MailText {
  /// A subject: as it is where it is short ASCII, else encoded words.
  static func unstructured(_ text: String) -> String {
    // "=?" would be read as the start of an encoded word that it is not; runs of spaces and a
    // space at either end do not survive folding.
    let isPlain =
      isPrintable(text) && text.utf8.count <= 60 && !text.contains("=?") && !text.contains("  ")
      && !text.hasPrefix(" ") && !text.hasSuffix(" ")
    return isPlain ? text : encodedWords(text)
  }

  /// A display name: quoted where it is short ASCII, else encoded words.
  static func phrase(_ text: String) -> String {
    guard isPrintable(text), text.utf8.count <= 60, !text.contains("=?") else {
      return encodedWords(text)
    }
    return quoted(text)
  }

  /// A parameter such as `filename`: quoted, or percent-encoded as UTF-8.
  static func parameter(_ name: String, _ value: String) -> String {
    guard isPrintable(value) else { return "\(name)*=utf-8''\(percentEncoded(value))" }
    return "\(name)=\(quoted(value))"
  }

  /// Line ends of any kind become CRLF, as text parts need them.
  static func withCRLF(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): bytes += [0x0d, 0x0a]
      default: bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }

  /// Base64 encoded words, each of whole characters only: 39 bytes are 52 characters, with 12 around
  /// them and a field's name before it no more than the 76 that RFC 2047 gives a line.
  private static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if word.count + bytes.count > 39 {
        words.append(word)
        word = []
      }
      word += bytes
    }
    words.append(word)
    return words.map { "=?utf-8?B?\(String(decoding: Base64.encode($0), as: UTF8.self))?=" }
      .joined(separator: "\r\n ")
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7e) ~= $0 }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"\(escaped.joined())\""
  }

  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      guard !byte.isAlphanumeric else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}

/// The `Date` field (RFC 5322, section 3.3), always in UTC.
enum MailDate {
  /// From 1970 to the end of 9999, in microseconds.
  static let range: Range<Int64> = 0..<253_402_300_800_000_000

  static func text(_ microseconds: Int64) -> String {
    let seconds = microseconds / 1_000_000
    let (year, month, day) = civil(days: seconds / 86_400)
    let weekday = days[Int(seconds / 86_400 % 7)]
    let time = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(weekday), \(day) \(months[Int(month) - 1]) \(year) \(time) +0000"
  }

  // 1 January 1970 was a Thursday.
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The Gregorian date of a day since 1970: eras of 400 years that begin in March, so that a leap
  /// day comes last (Hinnant's days-to-civil).
  private static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
