import CoreMetrics
import Synchronization

// The numbers behind the metrics. Counting takes no lock, but for a thread's first count.

/// A number that only grows.
package final class CounterCell: CounterHandler {
  private let number = ThreadCounts.reserve(1)[0]
  /// What the number was when it was reset.
  private let start = Atomic<Int64>(0)

  package init() {}
  package func increment(by amount: Int64) { increment(by: amount, in: .own) }
  func increment(by amount: Int64, in counts: ThreadCounts) { counts.add(amount, to: number) }
  /// Prometheus reads a counter that falls as a restart of the process.
  package func reset() { start.store(ThreadCounts.sum(of: number), ordering: .releasing) }
  package var current: Int64 {
    // First, so that the sum is not older.
    let start = start.load(ordering: .acquiring)
    return ThreadCounts.sum(of: number) &- start
  }
}

/// A number that goes up and down. Held as the bits of a Double.
package final class GaugeCell: MeterHandler, RecorderHandler {
  private let bits = Atomic<UInt64>(0)

  package init() {}
  package func set(_ value: Int64) { set(Double(value)) }
  package func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
  package func increment(by amount: Double) {
    var old = bits.load(ordering: .relaxed)
    while true {
      let new = (Double(bitPattern: old) + amount).bitPattern
      let (done, seen) = bits.compareExchange(expected: old, desired: new, ordering: .relaxed)
      if done { return }
      old = seen
    }
  }
  package func decrement(by amount: Double) { increment(by: -amount) }
  package func record(_ value: Int64) { set(value) }
  package func record(_ value: Double) { set(value) }
  package var current: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }
}

/// A distribution over fixed buckets, of nanoseconds or of plain numbers.
package final class HistogramCell: TimerHandler, RecorderHandler {
  /// Upper bounds in what is recorded, rising; a last bucket takes the rest.
  package let bounds: [Int64]
  /// How many recorded units make one that is shown: 1e9 for nanoseconds shown as seconds.
  package let divisor: Double
  /// How many were in each bucket, of which there is one more than bounds, and behind them the sum.
  private let numbers: ThreadCounts.Numbers

  /// From 0.5 ms, a point read, to 10 s, the longest deadline that a call is likely to have.
  package static let latency: [Int64] = [
    500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000,
    250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000, 5_000_000_000, 10_000_000_000,
  ]
  /// Sizes and counts.
  package static let powersOfFour: [Int64] = (0..<14).map { 1 << (2 * $0) }

  package init(bounds: [Int64], divisor: Double) {
    self.bounds = bounds
    self.divisor = divisor
    numbers = ThreadCounts.reserve(bounds.count + 2)
  }

  package func recordNanoseconds(_ duration: Int64) { record(duration) }
  package func record(_ value: Double) {
    // NaN and what no Int64 holds would trap in the conversion.
    guard value.magnitude < 9e18 else { return }
    record(Int64(value))
  }
  package func record(_ value: Int64) { record(value, in: .own) }
  func record(_ value: Int64, in counts: ThreadCounts) {
    var bucket = 0
    while bucket < bounds.count, value > bounds[bucket] { bucket += 1 }
    counts.add(1, to: numbers[bucket])
    counts.add(value, to: numbers[bounds.count + 1])
  }

  /// The bucket counts (not yet cumulated) and the sum; not of one instant, which Prometheus
  /// tolerates.
  package var current: (counts: [Int64], sum: Double) {
    let counts = (0...bounds.count).map { ThreadCounts.sum(of: numbers[$0]) }
    return (counts, Double(ThreadCounts.sum(of: numbers[bounds.count + 1])) / divisor)
  }
}
