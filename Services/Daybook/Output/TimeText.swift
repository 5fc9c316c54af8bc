import Contracts
import Foundation

/// Times in words: RFC 3339 in UTC for programs, local time for people.
enum TimeText {
  /// `2026-11-21T10:00:00.125Z`: no, three, six or nine digits of a second, as protobuf's JSON has it.
  static func rfc3339(_ time: GoogleProtobufTimestamp) -> String {
    let whole = date(time.seconds).formatted(.iso8601)
    let digits = fraction(time.nanos)
    return digits.isEmpty ? whole : "\(whole.dropLast()).\(digits)Z"
  }

  /// `10s`, `0.250s`.
  static func seconds(_ span: GoogleProtobufDuration) -> String {
    let sign = span.seconds < 0 || span.nanos < 0 ? "-" : ""
    let digits = fraction(span.nanos < 0 ? -span.nanos : span.nanos)
    return "\(sign)\(span.seconds.magnitude)\(digits.isEmpty ? "" : ".\(digits)")s"
  }

  /// `2026-11-21 10:00:00` where the person is; `-` for a time that is absent.
  static func local(
    _ time: GoogleProtobufTimestamp?, zone: TimeZone = .current
  ) -> String {
    guard let time else { return "-" }
    let style = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
      .dateTimeSeparator(.space).time(includingFractionalSeconds: false)
    return date(time.seconds).formatted(style)
  }

  /// Reads `2026-11-21` (its midnight in UTC) or an RFC 3339 time; microseconds since 1970.
  static func microseconds(_ text: String) -> Int64? {
    let day = Date.ISO8601FormatStyle().year().month().day()
    let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let found = [.iso8601, fractional, day].lazy.compactMap { style in
      try? Date(text, strategy: style)
    }
    // A style takes a text that only begins like it: "2026-11-21x" is no day.
    guard let date = found.first, text.count == 10 || text.contains("T") else { return nil }
    return Int64((date.timeIntervalSince1970 * 1_000_000).rounded())
  }

  /// Today where the person is, ISO 8601.
  static func today() -> String {
    Date.now.formatted(Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
  }

  private static func date(_ seconds: Int64) -> Date {
    // RFC 3339 writes four digits of a year: to the end of 9999, and from the start of 1583, before
    // which Foundation counts in the Julian calendar.
    Date(timeIntervalSince1970: Double(min(max(seconds, -12_212_553_600), 253_402_300_799)))
  }

  private static func fraction(_ nanos: Int32) -> String {
    guard nanos > 0 else { return "" }
    let all = String(nanos)
    var digits = String(repeating: "0", count: max(0, 9 - all.count)) + all
    while digits.hasSuffix("000") { digits.removeLast(3) }
    return digits
  }
}
