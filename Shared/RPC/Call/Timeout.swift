/// The value of `grpc-timeout`: up to eight digits and a unit.
enum Timeout {
  /// From the coarsest on.
  private static let units = Array("HMSmun".utf8)
  private static let largest: Int64 = 99_999_999

  /// In nanoseconds; nil when the value is malformed. What is more than 292 years is 292 years:
  /// `Duration` could hold it, whose 128 bits cost a call 700 instructions.
  static func decode(_ value: some BidirectionalCollection<UInt8>) -> Int64? {
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

  /// Three digits of it, rounded up so that the server's deadline is never before the client's: calls
  /// with the same timeout then send the same text, which HPACK makes a byte of. In microseconds each
  /// call's is another, and some seventy push everything else out of the table of either side.
  static func encode(nanoseconds: Int64) -> String {
    if nanoseconds <= 0 { return "0n" }
    let rounded = roundedUp(nanoseconds)
    // Where no unit takes that in eight digits, the finest that takes any more does.
    var (number, name) = (largest, UInt8(ascii: "H"))
    for finer in units {
      guard let unit = self.nanoseconds(of: finer) else { continue }
      let whole = rounded % unit == 0
      let count = whole ? rounded / unit : nanoseconds / unit + 1
      if count > largest { break }
      (number, name) = (count, finer)
      if whole { break }
    }
    return "\(number)\(Character(UnicodeScalar(name)))"
  }

  private static func roundedUp(_ nanoseconds: Int64) -> Int64 {
    var step: Int64 = 1
    while nanoseconds / step > 999 { step *= 10 }
    let (sum, overflow) = nanoseconds.addingReportingOverflow(step - 1)
    return overflow ? nanoseconds : sum / step * step
  }
}

/// What a channel's last call was sent with as its timeout. Most calls have the same: to write it
/// anew costs 1,000 instructions.
struct TimeoutText {
  private(set) var text = ""
  /// In nanoseconds.
  private var isFor: ClosedRange<Int64> = -1 ... -1

  /// As `encode`, or what rounds up to the text that is here by less than a thousandth.
  mutating func set(nanoseconds: Int64) {
    if isFor.contains(nanoseconds) { return }
    text = Timeout.encode(nanoseconds: nanoseconds)
    let sent = Timeout.decode(text.utf8) ?? 0
    isFor = sent - sent / 1_000...sent
  }
}
