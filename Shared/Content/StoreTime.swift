import Glibc

/// A store's dates, as microseconds since 1970.
enum StoreTime {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sat, 21 Nov 2026 09:33:32 GMT` (RFC 9110, section 5.6.7).
  static func ofHeader(_ text: String) -> Int64? {
    let words = text.split { $0 == " " || $0 == "," || $0 == ":" }
    guard words.count == 8, words[7] == "GMT",
      let month = months.firstIndex(of: String(words[2]))
    else { return nil }
    return time([words[3], "\(month + 1)", words[1], words[4], words[5], words[6]])
  }

  /// `2026-11-21T09:33:32.000Z`, to the second.
  static func ofList(_ text: String) -> Int64? {
    guard text.hasSuffix("Z") else { return nil }
    let words = text.dropLast().prefix { $0 != "." }.split { $0 == "-" || $0 == "T" || $0 == ":" }
    return words.count == 6 ? time(words) : nil
  }

  /// From year, month, day, hour, minute and second.
  private static func time(_ words: [Substring]) -> Int64? {
    let numbers = words.compactMap { Int32($0) }
    guard numbers.count == 6 else { return nil }
    var parts = unsafe tm()
    unsafe parts.tm_year = numbers[0] - 1900
    unsafe parts.tm_mon = numbers[1] - 1
    unsafe parts.tm_mday = numbers[2]
    unsafe parts.tm_hour = numbers[3]
    unsafe parts.tm_min = numbers[4]
    unsafe parts.tm_sec = numbers[5]
    return unsafe Int64(timegm(&parts)) * 1_000_000
  }
}
