import Foundation

extension Report {
  /// A page that opens from a file and needs nothing else.
  var page: String {
    """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(method.escaped)</title>
    <style>\(Self.style)</style>
    <h1>\(method.escaped)</h1>
    <p>\(load.escaped), \(connections) connection\(connections == 1 ? "" : "s") to \
    \(target.escaped), \(begun.formatted(.iso8601))</p>
    <table>\(rows.map { "<tr><th>\($0.escaped)<td>\($1.escaped)" }.joined(separator: "\n"))</table>
    \(latencyCurve.svg)
    \(throughput.svg)
    \(latencyOverTime.svg)
    </html>
    """
  }

  private var rows: [(String, String)] {
    var rows = [
      ("calls", "\(calls) in \(seconds.formatted(2)) s"),
      ("calls a second", callsPerSecond.formatted(1)),
    ]
    rows += statuses.sorted { $0.key < $1.key }.map {
      (
        $0.key,
        [String($0.value), failures[$0.key]].compactMap(\.self).joined(separator: ", first: ")
      )
    }
    if unsent > 0 { rows.append(("never began", "\(unsent)")) }
    rows += latency.percentiles.map {
      ("p\($0.percentile.short)", Latency.milliseconds($0.microseconds) + " ms")
    }
    return rows + [("slowest", Latency.milliseconds(latency.max) + " ms")]
  }

  /// Each nine of a percentile takes the same room.
  private var latencyCurve: Chart {
    func line(_ name: String, _ latency: Latency) -> Chart.Line {
      Chart.Line(
        name: name,
        points: latency.curve.map {
          (x: -log10(1 - $0.percentile / 100), y: $0.microseconds / 1e3)
        })
    }
    return Chart(
      title: "Latency by percentile", unit: "ms",
      lines: [line("call", latency)] + (firstReply.map { [line("first", $0)] } ?? []),
      marks: [0, 50, 90, 99, 99.9, 99.99, 99.999].map {
        (-log10(1 - $0 / 100), $0 == 0 ? "min" : "p\($0.short)")
      })
  }

  /// The last second is part of one: its calls are counted for a whole one, unless it is too short
  /// to tell.
  private var wholeSeconds: [Second] { timeline.filter { $0.lasting > 0.2 } }

  private var timeMarks: [(x: Double, text: String)] {
    let last = Double(wholeSeconds.last?.second ?? 0)
    return stride(from: 0, through: last, by: max(1, Chart.step(last))).map { ($0, "\(Int($0)) s") }
  }

  private var throughput: Chart {
    Chart(
      title: "Throughput", unit: "calls a second",
      lines: [
        Chart.Line(
          name: "calls",
          points: wholeSeconds.map { (Double($0.second), Double($0.calls) / $0.lasting) }),
        Chart.Line(
          name: "failed",
          points: wholeSeconds.map { (Double($0.second), Double($0.failed) / $0.lasting) }),
      ], marks: timeMarks)
  }

  private var latencyOverTime: Chart {
    func line(_ name: String, _ value: (Second) -> Double) -> Chart.Line {
      Chart.Line(name: name, points: wholeSeconds.map { (Double($0.second), value($0) / 1e3) })
    }
    return Chart(
      title: "Latency of the calls that ended in each second", unit: "ms",
      lines: [line("p50", \.p50), line("p99", \.p99), line("max", \.max)], marks: timeMarks)
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: light-dark(#1a1a1a, #e8e8e8);
      --faint: light-dark(#d8d8d8, #3c3c3c);
      --a: light-dark(#0b62a8, #6db3f2); --b: light-dark(#b3400c, #f2a06d);
      --c: light-dark(#767676, #9a9a9a); }
    body { font: 15px/1.4 system-ui, sans-serif; color: var(--ink); max-width: 780px;
      margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.2rem; overflow-wrap: anywhere; }
    th { text-align: left; font-weight: normal; padding-right: 2rem; vertical-align: top; }
    td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    svg { width: 100%; margin-top: 1.5rem; font-size: 12px; }
    svg text { fill: var(--ink); } .title { font-weight: 600; }
    .y { text-anchor: end; dominant-baseline: middle; } .x { text-anchor: middle; }
    .grid { stroke: var(--faint); }
    .line { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .name { text-anchor: end; font-weight: 600; }
    path.line0 { stroke: var(--a); } text.line0 { fill: var(--a) !important; }
    path.line1 { stroke: var(--b); } text.line1 { fill: var(--b) !important; }
    path.line2 { stroke: var(--c); } text.line2 { fill: var(--c) !important; }
    """
}
