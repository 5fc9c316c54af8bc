import Foundation

/// google.protobuf's messages that JSON writes as something simpler.
enum WellKnown {
  private static let prefix = "google.protobuf."

  /// Nil for every other message.
  static func template(
    _ json: JSONValue, _ message: String
  ) throws(LoadFailure) -> RequestTemplate? {
    guard message.hasPrefix(prefix) else { return nil }
    switch message.dropFirst(prefix.count) {
    case "Timestamp":
      let (seconds, nanos) = try instant(try text(json, "a Timestamp"))
      return pair(seconds, nanos)
    case "Duration":
      let (seconds, nanos) = try span(try text(json, "a Duration"))
      return pair(seconds, nanos)
    case "FieldMask": return mask(try text(json, "a FieldMask"))
    case "Any": throw LoadFailure("a google.protobuf.Any cannot be written in JSON here")
    default: return nil
    }
  }

  private static func text(_ json: JSONValue, _ what: String) throws(LoadFailure) -> String {
    guard case .string(let text) = json else { throw LoadFailure("\(what) is a string") }
    return text
  }

  private static func pair(_ seconds: Int64, _ nanos: Int64) -> RequestTemplate {
    var template = RequestTemplate()
    for (tag, number) in [(UInt64(8), seconds), (16, nanos)] where number != 0 {
      template.append(varint: tag)
      template.append(varint: UInt64(bitPattern: number))
    }
    return template
  }

  /// RFC 3339, "2026-11-21T08:30:00.25Z".
  private static func instant(_ text: String) throws(LoadFailure) -> (Int64, Int64) {
    let failure = LoadFailure("a Timestamp is like 2026-11-21T08:30:00Z, not \(text)")
    guard let match = text.wholeMatch(of: #/([^.]+?)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)/#),
      let date = try? Date(String(match.1 + match.3), strategy: .iso8601)
    else { throw failure }
    let nanos = fraction(match.2.map { $0.dropFirst() } ?? "")
    return (Int64(date.timeIntervalSince1970.rounded(.down)), nanos)
  }

  /// "3.5s"
  private static func span(_ text: String) throws(LoadFailure) -> (Int64, Int64) {
    guard let match = text.wholeMatch(of: #/(-?)(\d{1,12})(?:\.(\d{1,9}))?s/#),
      let seconds = Int64(match.2)
    else { throw LoadFailure("a Duration is like 3.5s, not \(text)") }
    let sign: Int64 = match.1.isEmpty ? 1 : -1
    return (sign * seconds, sign * fraction(match.3 ?? ""))
  }

  /// Nanoseconds of the digits behind a point.
  private static func fraction(_ digits: Substring) -> Int64 {
    Int64(digits + String(repeating: "0", count: 9 - digits.count)) ?? 0
  }

  /// "displayName,contact.email": the proto's names in camel case.
  private static func mask(_ text: String) -> RequestTemplate {
    var template = RequestTemplate()
    for path in text.split(separator: ",") {
      let snake = path.replacing(#/[A-Z]/#) { "_" + $0.output.lowercased() }
      template.append(varint: 10)
      template.append(varint: UInt64(snake.utf8.count))
      template.append(snake.utf8)
    }
    return template
  }
}
