import Foundation

/// Lines over a plane, as SVG. Vertical values begin at 0.
struct Chart {
  struct Line {
    let name: String
    /// From left to right.
    let points: [(x: Double, y: Double)]
  }

  let title: String
  let unit: String
  let lines: [Line]
  /// Where the horizontal axis has a word, and which.
  let marks: [(x: Double, text: String)]

  private static let width = 760.0
  private static let height = 280.0
  private static let left = 70.0
  private static let right = 20.0
  private static let top = 34.0
  private static let bottom = 34.0

  var svg: String {
    let points = lines.flatMap(\.points)
    let step = Self.step(points.map(\.y).max() ?? 0)
    let steps = max(1, ((points.map(\.y).max() ?? 0) / step).rounded(.up))
    let (from, to) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 1)
    func across(_ x: Double) -> Double {
      let part = to > from ? (x - from) / (to - from) : 0.5
      return Self.left + part * (Self.width - Self.left - Self.right)
    }
    func down(_ y: Double) -> Double {
      Self.height - Self.bottom - y / (steps * step) * (Self.height - Self.top - Self.bottom)
    }
    var parts = [
      "<svg viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\">",
      "<text x=\"0\" y=\"16\" class=\"title\">\(title.escaped), \(unit.escaped)</text>",
    ]
    for number in 0...Int(steps) {
      let y = down(Double(number) * step).formatted(1)
      parts.append("<path class=\"grid\" d=\"M\(Self.left) \(y)H\(Self.width - Self.right)\"/>")
      parts.append(
        "<text x=\"\(Self.left - 8)\" y=\"\(y)\" class=\"y\">\((Double(number) * step).short)</text>"
      )
    }
    for mark in marks where mark.x >= from && mark.x <= to {
      parts.append(
        "<text x=\"\(across(mark.x).formatted(1))\" y=\"\(Self.height - 12)\" class=\"x\">"
          + "\(mark.text.escaped)</text>")
    }
    for (index, line) in lines.enumerated() {
      parts.append(Self.path(line, index, across, down))
      parts.append(
        "<text x=\"\(Self.width - Self.right - Double(lines.count - 1 - index) * 60)\" y=\"16\" "
          + "class=\"name line\(index)\">\(line.name.escaped)</text>")
    }
    return (parts + ["</svg>"]).joined(separator: "\n")
  }

  private static func path(
    _ line: Line, _ index: Int, _ across: (Double) -> Double, _ down: (Double) -> Double
  ) -> String {
    let places = line.points.map { "\(across($0.x).formatted(1)) \(down($0.y).formatted(1))" }
    // A line of one point is a dot: a path of no length with round ends.
    let path = places.count == 1 ? "M\(places[0])h0" : "M" + places.joined(separator: "L")
    return "<path class=\"line line\(index)\" d=\"\(path)\"/>"
  }

  /// 1, 2 or 5 times a power of ten, four to ten of which reach `largest`.
  static func step(_ largest: Double) -> Double {
    guard largest > 0 else { return 1 }
    let power = pow(10, (log10(largest) - 1).rounded(.down))
    return [1.0, 2, 5, 10, 20].map { $0 * power }.first { largest / $0 <= 10 } ?? largest
  }
}

extension String {
  /// For a page's text.
  var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
