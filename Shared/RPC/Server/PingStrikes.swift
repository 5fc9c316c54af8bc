import NIOCore

/// Judges a client's PINGs as gRFC A8 has it: a PING that comes too early is a strike, and the
/// connection ends with the strike after the last that is allowed.
struct PingStrikes {
  /// What a client without calls must wait, unless it is allowed to ask then.
  private static let intervalWithoutCalls = TimeAmount.hours(2)

  private let interval: TimeAmount
  private let intervalWithoutCalls: TimeAmount
  private let allowed: Int
  private var strikes = 0
  private var lastValid: NIODeadline?

  init(_ rules: ConnectionRules) {
    interval = TimeAmount(rules.pingInterval)
    intervalWithoutCalls = rules.allowsPingsWithoutCalls ? interval : Self.intervalWithoutCalls
    allowed = rules.pingStrikes
  }

  /// False when this PING is one too many.
  /// - Parameter hasReplied: HEADERS or DATA left since the last PING, which forgives what was.
  mutating func allows(now: NIODeadline, hasCalls: Bool, hasReplied: Bool) -> Bool {
    if hasReplied {
      strikes = 0
      lastValid = nil
    }
    if let lastValid, now < lastValid + (hasCalls ? interval : intervalWithoutCalls) {
      strikes += 1
    } else {
      lastValid = now
    }
    return strikes <= allowed
  }
}
