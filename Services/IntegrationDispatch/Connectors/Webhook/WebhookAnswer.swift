import Outbound

/// What a receiver's answer means for the delivery.
enum WebhookAnswer {
  /// - Parameters:
  ///   - place: The address that was called.
  ///   - now: Seconds since 1970 UTC, for a Retry-After that names a date.
  static func result(_ response: HTTPResponse, place: String, now: Int64) -> AttemptResult {
    let answer = "HTTP \(response.status)"
    let retryAfter = response.header("retry-after").flatMap {
      RetryAfter.microseconds($0, now: now)
    }
    switch response.status {
    case 200..<300: return .delivered(place: place, answer: answer)
    case 300..<400:
      return .permanent(
        answer: "\(answer): redirects are not followed; give the address it leads to")
    // Standard Webhooks: 410 says that the receiver wants no more calls.
    case 410:
      return .gone(
        answer: "\(answer): the receiver wants no more calls; set a new secret to start again")
    // Request Timeout, Too Early, Too Many Requests: the same may work later.
    case 408, 425, 429, 500...: return .passing(answer: answer, retryAfter: retryAfter)
    default: return .permanent(answer: answer)
    }
  }

  static func result(_ error: OutboundError) -> AttemptResult {
    guard !error.isPassing else { return .passing(answer: error.message) }
    switch error.kind {
    case .addressRefused:
      return .permanent(
        answer: """
          \(error.message): only addresses on the public internet are called, and those that the \
          operator allows (outbound.allowed-networks)
          """)
    default: return .permanent(answer: error.message)
    }
  }
}

/// The Retry-After header (RFC 9110, section 10.2.3): seconds, or a date in its fixed form
/// (`Sun, 06 Nov 1994 08:49:37 GMT`; the two obsolete forms are not read).
enum RetryAfter {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// From `now` (seconds since 1970 UTC), in microseconds; nil where the value says nothing.
  static func microseconds(_ text: String, now: Int64) -> Int64? {
    let seconds = text.allSatisfy(\.isNumber) ? Int64(text) : date(text).map { max(0, $0 - now) }
    guard let seconds else { return nil }
    let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000)
    return overflows ? .max : whole
  }

  /// Seconds since 1970 UTC.
  private static func date(_ text: String) -> Int64? {
    let parts = text.split { $0 == " " || $0 == ":" }.map(String.init)
    guard parts.count == 8, parts[7] == "GMT", let month = months.firstIndex(of: parts[2]),
      let day = Int64(parts[1]), let year = Int64(parts[3]), (1970...9999).contains(year),
      let hour = Int64(parts[4]), let minute = Int64(parts[5]), let second = Int64(parts[6]),
      (1...31).contains(day), (0..<24).contains(hour), (0..<60).contains(minute),
      (0...60).contains(second)
    else { return nil }
    return days(year, Int64(month) + 1, day) * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// Days since 1970-01-01 in the Gregorian calendar, counting years from March so that the leap day
  /// comes last.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
