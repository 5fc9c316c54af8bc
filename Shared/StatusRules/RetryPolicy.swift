/// When a delivery is tried again: exponential backoff with jitter, honouring Retry-After.
///
/// The standard schedule waits at most 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, 5.7 h and then 8 h each
/// time: 12 attempts over some 40 hours, so that a destination may be down over a night and a day.
package struct RetryPolicy: Sendable, Equatable {
  private static let second: Int64 = 1_000_000

  package static let standard = RetryPolicy(
    maximumAttempts: 12, firstDelay: 5 * second, factor: 4, maximumDelay: 8 * 3600 * second,
    maximumRetryAfter: 24 * 3600 * second)

  /// Attempts in all, the first one included.
  package let maximumAttempts: Int
  /// The longest wait after the first attempt, in microseconds.
  package let firstDelay: Int64
  /// How much longer each wait is than the one before.
  package let factor: Int64
  /// The longest wait of the backoff, in microseconds.
  package let maximumDelay: Int64
  /// The longest Retry-After that is honoured, in microseconds: a destination may not park a delivery
  /// for ever.
  package let maximumRetryAfter: Int64

  package init(
    maximumAttempts: Int, firstDelay: Int64, factor: Int64, maximumDelay: Int64,
    maximumRetryAfter: Int64
  ) {
    self.maximumAttempts = maximumAttempts
    self.firstDelay = firstDelay
    self.factor = factor
    self.maximumDelay = maximumDelay
    self.maximumRetryAfter = maximumRetryAfter
  }

  package func hasAttemptsLeft(after attempt: Int) -> Bool { attempt < maximumAttempts }

  /// The wait after `attempt` (from 1) has met a passing fault, in microseconds; `nil` when the
  /// attempts are spent.
  ///
  /// Half of the wait is fixed and half is jitter: many deliveries that failed together come back
  /// spread out, yet none at once.
  /// - Parameters:
  ///   - jitter: a random value in 0…1.
  ///   - retryAfter: what the destination asked for, in microseconds; never answered earlier.
  package func dueAfter(attempt: Int, jitter: Double, retryAfter: Int64? = nil) -> Int64? {
    guard hasAttemptsLeft(after: attempt) else { return nil }
    let half = ceiling(after: attempt) / 2
    let spread = jitter.isFinite ? min(max(jitter, 0), 1) : 0
    let backoff = half + Int64(Double(half) * spread)
    return max(backoff, min(retryAfter ?? 0, maximumRetryAfter))
  }

  private func ceiling(after attempt: Int) -> Int64 {
    var delay = min(firstDelay, maximumDelay)
    for _ in 1..<max(attempt, 1) where delay < maximumDelay {
      let (longer, overflows) = delay.multipliedReportingOverflow(by: factor)
      delay = overflows ? maximumDelay : min(longer, maximumDelay)
    }
    return delay
  }
}
