import Foundation

/// Points in time as text, without a calendar object: a log line costs a few divisions.
enum UTCTime {
  /// Microseconds since 1970 UTC.
  static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  /// RFC 3339, "2026-02-03T04:05:06.789012Z"; for the years 0 to 9999.
  static func text(_ micros: Int64) -> String {
    let (day, inDay) = divide(micros, 86_400_000_000)
    let (year, month, date) = civil(day)
    let seconds = inDay / 1_000_000
    return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(date, 2) + "T"
      + digits(seconds / 3_600, 2) + ":" + digits(seconds / 60 % 60, 2) + ":"
      + digits(seconds % 60, 2) + "." + digits(inDay % 1_000_000, 6) + "Z"
  }

  /// The day of the Gregorian calendar, counted in eras of 400 years that start on 1 March, so that
  /// the leap day is a year's last.
  private static func civil(_ day: Int64) -> (Int64, Int64, Int64) {
    let (era, ofEra) = divide(day + 719_468, 146_097)
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * fromMarch + 2) / 5 + 1)
  }

  private static func divide(_ value: Int64, _ by: Int64) -> (Int64, Int64) {
    let quotient = value / by - (value % by < 0 ? 1 : 0)
    return (quotient, value - quotient * by)
  }

  private static func digits(_ value: Int64, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
