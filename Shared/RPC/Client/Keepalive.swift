import NIOCore

/// When a connection that has gone quiet is to be asked whether its peer is there (gRFC A8).
///
///     quiet ──silent for the interval──▶ asked ──not a byte for the timeout──▶ dead
///       ▲                                 │
///       └──────── anything arrives ───────┘
///
/// Without calls nothing is asked unless the channel wants it: servers count such PINGs as strikes.
struct Keepalive {
  enum Action { case none, ping, end }

  private let interval: TimeAmount
  private let timeout: TimeAmount
  private let withoutCalls: Bool
  private var lastRead = NIODeadline.now()
  private var asked: NIODeadline?

  init(_ interval: Duration, _ options: ChannelOptions) {
    self.interval = TimeAmount(max(interval, options.keepaliveFloor))
    timeout = TimeAmount(options.keepaliveTimeout)
    withoutCalls = options.keepaliveWithoutCalls
  }

  mutating func received(now: NIODeadline = .now()) {
    lastRead = now
    asked = nil
  }

  /// A connection that carries a call again after a long silence is asked at once.
  func isDue(now: NIODeadline = .now()) -> Bool { asked == nil && now >= lastRead + interval }

  /// What is due, and when to look again.
  mutating func check(hasCalls: Bool, now: NIODeadline = .now()) -> (Action, next: NIODeadline) {
    if let asked {
      return now >= asked + timeout ? (.end, .distantFuture) : (.none, asked + timeout)
    }
    guard now >= lastRead + interval else { return (.none, lastRead + interval) }
    guard hasCalls || withoutCalls else { return (.none, now + interval) }
    asked = now
    return (.ping, now + timeout)
  }
}
