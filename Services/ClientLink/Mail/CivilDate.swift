/// A day in UTC, written `2026-12-31` (ISO 8601), which reads the same in every language.
struct CivilDate: Sendable, CustomStringConvertible {
  let year: Int64
  let month: Int64
  let day: Int64

  /// Days since 1970 into a Gregorian date, counting years from March so that the leap day comes last.
  init(microseconds: Int64) {
    let microsecondsADay: Int64 = 86_400_000_000
    let days = Int64((Double(microseconds) / Double(microsecondsADay)).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var description: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
