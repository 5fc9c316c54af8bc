/// How long a failed attempt waits for the next: doubling from `first` up to `longest`, and of that a
/// random share between half and all, so that what failed together does not come back together.
package struct Backoff: Sendable {
  package var first: Duration
  package var longest: Duration

  package init(first: Duration = .milliseconds(200), longest: Duration = .seconds(60)) {
    self.first = first
    self.longest = longest
  }

  /// The pause after the `attempts`-th failure, counted from 1, in microseconds.
  package func pause(after attempts: Int) -> Int64 {
    let doublings = min(max(attempts - 1, 0), 40)
    let (grown, overflow) = first.microseconds.multipliedReportingOverflow(by: 1 << doublings)
    let whole = overflow ? longest.microseconds : min(grown, longest.microseconds)
    return .random(in: (whole / 2)...max(whole, 1))
  }
}
