import Configuration

/// Byte sizes as people write them; powers of 1024 only, so that one text means one number.
enum ByteSize {
  private static let units = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)]

  static func parse(_ text: String) -> Int? {
    for (unit, factor) in units where text.hasSuffix(unit) {
      return product(text.dropLast(unit.count), factor)
    }
    return product(text[...], 1)
  }

  static func text(_ bytes: Int) -> String {
    for (unit, factor) in units where bytes >= factor && bytes % factor == 0 {
      return "\(bytes / factor)\(unit)"
    }
    return "\(bytes)B"
  }
}

/// Durations as people write them: a whole number and a unit.
enum DurationText {
  /// In microseconds, largest first.
  private static let units = [
    ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("ms", 1_000), ("us", 1),
    ("s", 1_000_000),
  ]

  static func parse(_ text: String) -> Duration? {
    // "ms" and "us" stand before "s", and no text that ends in "s" ends in "m".
    for (unit, factor) in units where text.hasSuffix(unit) {
      return product(text.dropLast(unit.count), factor).map { .microseconds($0) }
    }
    return nil
  }

  static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let micros = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let bySize = units.sorted { $0.1 > $1.1 }
    for (unit, factor) in bySize where micros != 0 && micros % Int64(factor) == 0 {
      return "\(micros / Int64(factor))\(unit)"
    }
    return micros == 0 ? "0s" : "\(micros)us"
  }
}

/// Digits only (no sign, no space), and no overflow.
private func product(_ digits: Substring, _ factor: Int) -> Int? {
  guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let n = Int(digits)
  else { return nil }
  let (result, overflow) = n.multipliedReportingOverflow(by: factor)
  return overflow ? nil : result
}

extension ConfigContent {
  var text: String? { if case .string(let value) = self { value } else { nil } }
  var integer: Int? { if case .int(let value) = self { value } else { nil } }
  var boolean: Bool? { if case .bool(let value) = self { value } else { nil } }
  var texts: [String]? { if case .stringArray(let value) = self { value } else { nil } }
}

enum SettingText {
  /// `postgres://user:secret@host/db` becomes `postgres://user:***@host/db`; other texts stay.
  static func withoutPassword(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let rest = url[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":")
    else { return url }
    return url[...colon] + "***" + url[at...]
  }
}
