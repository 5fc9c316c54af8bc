/// The value of `grpc-timeout`: up to eight digits and a unit.
enum Timeout {
  private static let units: [(name: UInt8, nanoseconds: Int64)] = [
    (UInt8(ascii: "n"), 1), (UInt8(ascii: "u"), 1_000), (UInt8(ascii: "m"), 1_000_000),
    (UInt8(ascii: "S"), 1_000_000_000), (UInt8(ascii: "M"), 60_000_000_000),
    (UInt8(ascii: "H"), 3_600_000_000_000),
  ]

  /// Nil when the value is malformed.
  static func decode(_ value: ArraySlice<UInt8>) -> Duration? {
    let digits = value.dropLast()
    guard (1...8).contains(digits.count), let name = value.last,
      let unit = units.first(where: { $0.name == name })
    else { return nil }
    var number: Int64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    // 99,999,999 hours overflow nanoseconds in 64 bits; Duration has 128.
    return .nanoseconds(unit.nanoseconds) * number
  }

  /// In the finest unit that eight digits can hold, rounded up so that the server's deadline is
  /// never before the client's.
  static func encode(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let whole = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let sum = whole.partialValue.addingReportingOverflow(attoseconds / 1_000_000_000)
    if whole.overflow || sum.overflow {
      // More than 292 years; less than nothing is no time.
      return seconds < 0 ? "0n" : "\(min(seconds / 3_600, 99_999_998) + 1)H"
    }
    let nanoseconds = max(sum.partialValue, 0)
    for unit in units {
      let number = nanoseconds / unit.nanoseconds + (nanoseconds % unit.nanoseconds > 0 ? 1 : 0)
      if number <= 99_999_999 { return "\(number)\(Character(UnicodeScalar(unit.name)))" }
    }
    return "99999999H"
  }
}
