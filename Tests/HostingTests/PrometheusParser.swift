/// A strict reader of Prometheus's text format 0.0.4: what it does not know is an error.
struct PrometheusParser {
  struct Sample: Equatable {
    let name: String
    let labels: [String: String]
    let value: Double
  }
  struct Broken: Error { let line: String }

  private(set) var samples: [Sample] = []
  private(set) var types: [String: String] = [:]
  private(set) var help: [String: String] = [:]

  init(_ text: String) throws {
    guard text.hasSuffix("\n") else { throw Broken(line: "the last line does not end") }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("# HELP ") {
        let parts = line.dropFirst(7).split(separator: " ", maxSplits: 1)
        guard parts.count == 2, help.updateValue(String(parts[1]), forKey: String(parts[0])) == nil
        else { throw Broken(line: String(line)) }
      } else if line.hasPrefix("# TYPE ") {
        let parts = line.dropFirst(7).split(separator: " ")
        guard parts.count == 2, ["counter", "gauge", "histogram"].contains(parts[1]),
          types.updateValue(String(parts[1]), forKey: String(parts[0])) == nil
        else { throw Broken(line: String(line)) }
      } else {
        samples.append(try Self.sample(line))
        guard type(of: samples[samples.count - 1].name) != nil else {
          throw Broken(line: String(line))
        }
      }
    }
  }

  /// The value of the one sample with this name and these labels.
  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    let found = samples.filter { $0.name == name && $0.labels == labels }
    return found.count == 1 ? found[0].value : nil
  }

  private func type(of name: String) -> String? {
    if let type = types[name] { return type == "histogram" ? nil : type }
    for ending in ["_bucket", "_sum", "_count"] where name.hasSuffix(ending) {
      if types[String(name.dropLast(ending.count))] == "histogram" { return "histogram" }
    }
    return nil
  }

  private static func sample(_ line: Substring) throws -> Sample {
    var rest = line
    let name = try take(&rest, of: line) { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }
    var labels: [String: String] = [:]
    if rest.first == "{" {
      rest.removeFirst()
      while rest.first != "}" {
        let key = try take(&rest, of: line) { $0.isLetter || $0.isNumber || $0 == "_" }
        guard rest.hasPrefix("=\"") else { throw Broken(line: String(line)) }
        rest.removeFirst(2)
        guard labels.updateValue(try quoted(&rest, of: line), forKey: key) == nil else {
          throw Broken(line: String(line))
        }
        if rest.first == "," { rest.removeFirst() }
      }
      rest.removeFirst()
    }
    guard rest.first == " ", let value = Double(rest.dropFirst()) else {
      throw Broken(line: String(line))
    }
    return Sample(name: name, labels: labels, value: value)
  }

  private static func take(
    _ rest: inout Substring, of line: Substring, while isPart: (Character) -> Bool
  ) throws -> String {
    let part = rest.prefix { $0.isASCII && isPart($0) }
    guard let first = part.first, !first.isNumber else { throw Broken(line: String(line)) }
    rest.removeFirst(part.count)
    return String(part)
  }

  /// Up to the closing quote, escapes undone.
  private static func quoted(_ rest: inout Substring, of line: Substring) throws -> String {
    var text = ""
    while let next = rest.popFirst(), next != "\"" {
      guard next == "\\" else {
        text.append(next)
        continue
      }
      switch rest.popFirst() {
      case "n": text += "\n"
      case "\\": text += "\\"
      case "\"": text += "\""
      default: throw Broken(line: String(line))
      }
    }
    return text
  }
}
