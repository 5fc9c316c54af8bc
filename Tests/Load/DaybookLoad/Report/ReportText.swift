import Foundation

extension Report {
  /// For a terminal.
  var text: String {
    var lines = [
      "\(method) at \(target)",
      "\(load), \(connections) connection\(connections == 1 ? "" : "s")",
      "",
      "calls      \(calls) in \(seconds.formatted(2)) s: \(callsPerSecond.formatted(1)) a second",
      "statuses   "
        + statuses.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", "),
    ]
    if unsent > 0 { lines.append("unsent     \(unsent) were due and never began") }
    for (status, message) in failures.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(status): \(message)")
    }
    if messagesSent > calls || messagesReceived > calls {
      lines.append(
        "messages   \(messagesSent) sent, \(messagesReceived) received "
          + "(\(Double(messagesReceived) / Swift.max(seconds, 1e-9), digits: 0) a second)")
    }
    lines += ["", "latency    from when a call was due"] + latency.lines
    if let firstReply { lines += ["", "first reply of a stream"] + firstReply.lines }
    return lines.joined(separator: "\n")
  }
}

extension Latency {
  fileprivate var lines: [String] {
    let points = percentiles.map { ("p\($0.percentile.short)", $0.microseconds) }
    return ([("min", min)] + points + [("max", max), ("mean", mean)]).map { name, value in
      "  " + name.padding(toLength: 9, withPad: " ", startingAt: 0)
        + Self.milliseconds(value).leftPadded(to: 12) + " ms"
    }
  }

  static func milliseconds(_ microseconds: Double) -> String { (microseconds / 1e3).formatted(3) }
}

extension Double {
  /// With so many digits behind the point, without separators.
  func formatted(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }

  /// Without digits that say nothing: 0.002, 99.99, 2000.
  var short: String { String(format: "%.6g", self) }
}

extension DefaultStringInterpolation {
  fileprivate mutating func appendInterpolation(_ value: Double, digits: Int) {
    appendLiteral(value.formatted(digits))
  }
}

extension String {
  fileprivate func leftPadded(to length: Int) -> String {
    String(repeating: " ", count: Swift.max(0, length - count)) + self
  }
}
