package import CoreMetrics
import Synchronization

/// All metrics of a process, behind swift-metrics, shown as Prometheus text.
///
/// A metric is made (or found) under a lock, so whoever counts often keeps the `Counter` or `Timer`
/// it was given; counting takes no lock. Metrics live as long as the process: their number is
/// bounded by what the code names, so a label must never hold what a caller chose.
package final class MetricRegistry: MetricsFactory {
  enum Cell: Sendable {
    case counter(CounterCell)
    case gauge(GaugeCell)
    case histogram(HistogramCell)
  }

  struct Family: Sendable {
    let type: String
    var cells: [[Label]: Cell] = [:]
  }

  struct Label: Hashable, Sendable {
    let name: String
    let value: String
  }

  private struct State: Sendable {
    var families: [String: Family] = [:]
    var help: [String: String] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// What the metric means, shown as its HELP line.
  package func describe(_ name: String, _ help: String) {
    state.withLock { $0.help[MetricName.metric(name)] = help }
  }

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    counter(label, dimensions)
  }
  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    gauge(label, dimensions)
  }
  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    aggregate
      ? histogram(label, dimensions, bounds: HistogramCell.powersOfFour, divisor: 1)
      : gauge(label, dimensions)
  }
  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    histogram(label + "_seconds", dimensions, bounds: HistogramCell.latency, divisor: 1e9)
  }
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  /// `name` gets the ending `_total` that Prometheus asks of counters.
  package func counter(_ name: String, _ labels: [(String, String)] = []) -> CounterCell {
    let cell = cell(name.hasSuffix("_total") ? name : name + "_total", labels, type: "counter") {
      .counter(CounterCell())
    }
    if case .counter(let counter)? = cell { return counter }
    return Self.unseenCounter
  }

  package func gauge(_ name: String, _ labels: [(String, String)] = []) -> GaugeCell {
    let cell = cell(name, labels, type: "gauge") { .gauge(GaugeCell()) }
    if case .gauge(let gauge)? = cell { return gauge }
    return Self.unseenGauge
  }

  package func histogram(
    _ name: String, _ labels: [(String, String)] = [], bounds: [Int64], divisor: Double
  ) -> HistogramCell {
    let cell = cell(name, labels, type: "histogram") {
      .histogram(HistogramCell(bounds: bounds, divisor: divisor))
    }
    if case .histogram(let histogram)? = cell { return histogram }
    return Self.unseenHistogram
  }

  // A name already taken by another type keeps its type (Prometheus allows one a name); who asks for it
  // then counts where nobody sees it.
  private static let unseenCounter = CounterCell()
  private static let unseenGauge = GaugeCell()
  private static let unseenHistogram = HistogramCell(bounds: [], divisor: 1)

  /// The cell of this name and these labels; nil where the name is another type's.
  private func cell(
    _ name: String, _ labels: [(String, String)], type: String, _ make: () -> Cell
  ) -> Cell? {
    let key = labels.map { Label(name: MetricName.label($0.0), value: $0.1) }
    return state.withLock { state in
      let name = MetricName.metric(name)
      var family = state.families[name] ?? Family(type: type)
      guard family.type == type else { return nil }
      if let found = family.cells[key] { return found }
      let new = make()
      family.cells[key] = new
      state.families[name] = family
      return new
    }
  }

  /// The text exposition, version 0.0.4.
  package var text: String {
    let state = state.withLock { $0 }
    var text = ""
    for (name, family) in state.families.sorted(by: { $0.key < $1.key }) {
      PrometheusText.append(name: name, help: state.help[name], family: family, to: &text)
    }
    return text
  }
}
