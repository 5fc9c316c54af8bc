/// The value of `grpc-timeout`: up to eight digits and a unit.
enum Timeout {
  /// From the finest on.
  private static let units = Array("numSMH".utf8)

  /// In nanoseconds; nil when the value is malformed. What is more than 292 years is 292 years:
  /// `Duration` could hold it, whose 128 bits cost a call 700 instructions.
  static func decode(_ value: ArraySlice<UInt8>) -> Int64? {
    guard (2...9).contains(value.count), let name = value.last, let unit = nanoseconds(of: name)
    else { return nil }
    var number: Int64 = 0
    for digit in value.dropLast() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    let (product, overflow) = unit.multipliedReportingOverflow(by: number)
    return overflow ? .max : product
  }

  private static func nanoseconds(of unit: UInt8) -> Int64? {
    switch unit {
    case UInt8(ascii: "n"): 1
    case UInt8(ascii: "u"): 1_000
    case UInt8(ascii: "m"): 1_000_000
    case UInt8(ascii: "S"): 1_000_000_000
    case UInt8(ascii: "M"): 60_000_000_000
    case UInt8(ascii: "H"): 3_600_000_000_000
    default: nil
    }
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
    for name in units {
      guard let unit = self.nanoseconds(of: name) else { continue }
      let number = nanoseconds / unit + (nanoseconds % unit > 0 ? 1 : 0)
      if number <= 99_999_999 { return "\(number)\(Character(UnicodeScalar(name)))" }
    }
    return "99999999H"
  }
}
