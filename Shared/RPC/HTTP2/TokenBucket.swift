import NIOCore

/// Allows `burst` events at once and `perSecond` over time.
struct TokenBucket {
  private let burst: Int
  private let perSecond: Int
  private var tokens: Int
  private var filled: NIODeadline

  init(burst: Int, perSecond: Int, now: NIODeadline = .now()) {
    self.burst = burst
    self.perSecond = perSecond
    tokens = burst
    filled = now
  }

  /// False when the event is one too many.
  mutating func take(now: NIODeadline = .now()) -> Bool {
    let seconds = Int((now - filled).nanoseconds / 1_000_000_000)
    if seconds > 0 {
      let (gained, overflow) = seconds.multipliedReportingOverflow(by: perSecond)
      tokens = overflow || gained > burst - tokens ? burst : tokens + gained
      filled = filled + .seconds(Int64(seconds))
    }
    guard tokens > 0 else { return false }
    tokens -= 1
    return true
  }
}
