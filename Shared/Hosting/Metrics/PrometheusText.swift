/// The text exposition format of Prometheus, version 0.0.4.
enum PrometheusText {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  static func append(
    name: String, help: String?, family: MetricRegistry.Family, to text: inout String
  ) {
    if let help { text += "# HELP \(name) \(escaped(help, quotes: false))\n" }
    text += "# TYPE \(name) \(family.type)\n"
    let cells = family.cells.map { (labels: pairs($0.key), cell: $0.value) }
    for (labels, cell) in cells.sorted(by: { $0.labels < $1.labels }) {
      switch cell {
      case .counter(let counter): text += sample(name, labels, String(counter.current))
      case .gauge(let gauge): text += sample(name, labels, number(gauge.current))
      case .histogram(let histogram): append(histogram, name, labels, to: &text)
      }
    }
  }

  /// Buckets count everything up to their bound, and the last one everything.
  private static func append(
    _ histogram: HistogramCell, _ name: String, _ labels: String, to text: inout String
  ) {
    let (counts, sum) = histogram.current
    let before = labels.isEmpty ? "" : labels + ","
    var total: Int64 = 0
    for (index, count) in counts.enumerated() {
      total += count
      let bound =
        index < histogram.bounds.count
        ? number(Double(histogram.bounds[index]) / histogram.divisor) : "+Inf"
      text += sample(name + "_bucket", before + "le=\"\(bound)\"", String(total))
    }
    text += sample(name + "_sum", labels, number(sum))
    text += sample(name + "_count", labels, String(total))
  }

  private static func sample(_ name: String, _ labels: String, _ value: String) -> String {
    labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
  }

  private static func pairs(_ labels: [MetricRegistry.Label]) -> String {
    labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",")
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\"" where quotes: result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if let whole = Int64(exactly: value) { return String(whole) }
    return String(value)
  }
}

/// Names as Prometheus allows them; every other character becomes `_`.
enum MetricName {
  static func metric(_ name: String) -> String { clean(name, colon: true) }
  static func label(_ name: String) -> String { clean(name, colon: false) }

  private static func clean(_ name: String, colon: Bool) -> String {
    var result = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !result.isEmpty:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ":") where colon: result += ":"
      default: result += "_"
      }
    }
    return result.isEmpty ? "_" : result
  }
}
