package import Logging

/// How a log event becomes one line. Both forms escape every control character, so that what a
/// caller sends can neither start a line of its own nor move a terminal's cursor.
package enum LogFormat: String, Sendable, CaseIterable {
  /// One JSON object a line, for machines.
  case json
  /// `2026-02-03T04:05:06.789Z info  client-link: message key=value`, for people.
  case text

  /// - Parameter micros: microseconds since 1970 UTC.
  package func line(
    _ event: LogEvent, label: String, metadata: Logger.Metadata, micros: Int64
  ) -> String {
    switch self {
    case .json: jsonLine(event, label, metadata, micros)
    case .text: textLine(event, label, metadata, micros)
    }
  }

  private func jsonLine(
    _ event: LogEvent, _ label: String, _ metadata: Logger.Metadata, _ micros: Int64
  ) -> String {
    var line = "{\"time\":\"\(UTCTime.text(micros))\",\"level\":\"\(event.level.rawValue)\""
    line += ",\"logger\":"
    JSONText.append(label, to: &line)
    line += ",\"message\":"
    JSONText.append(event.message.description, to: &line)
    if let error = event.error {
      line += ",\"error\":"
      JSONText.append(String(describing: error), to: &line)
    }
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      line += ","
      // A key of our own form must stay the only one of its name.
      JSONText.append(Self.ownKeys.contains(key) ? "_" + key : key, to: &line)
      line += ":"
      JSONText.append(value, to: &line)
    }
    return line + "}"
  }

  private static let ownKeys: Set<String> = ["time", "level", "logger", "message", "error"]

  private func textLine(
    _ event: LogEvent, _ label: String, _ metadata: Logger.Metadata, _ micros: Int64
  ) -> String {
    let level = event.level.rawValue
    let padding = String(repeating: " ", count: max(0, 7 - level.utf8.count))
    var line = "\(UTCTime.text(micros)) \(level)\(padding) "
    PlainText.append(label, to: &line)
    line += ": "
    PlainText.append(event.message.description, to: &line)
    if let error = event.error {
      line += " error="
      PlainText.append(String(describing: error), to: &line)
    }
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      line += " "
      PlainText.append(key, to: &line)
      line += "="
      PlainText.append(value.description, to: &line)
    }
    return line
  }
}

/// Control characters as `\u{…}`, so that a line stays a line.
enum PlainText {
  static func append(_ text: String, to line: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case _ where isControl(scalar): line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
  }

  /// C0, DEL, C1, the line separators, and the marks that reorder what a terminal shows.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
