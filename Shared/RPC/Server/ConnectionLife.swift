import NIOCore

/// What a server's connection is due for by the clock; the connection does it.
///
///     quiet ──keepalive──▶ asked ──anything comes──▶ quiet
///                            └──timeout──▶ dead
///     in use ──maximumAge, maximumIdle──▶ draining ──ageGrace──▶ over
///
/// The clock is read when the timer rings and not at each read, so a silence is measured from a
/// look at the connection, of which there are four in each limit.
struct ConnectionLife {
  enum Due { case nothing, ping, dead, drain, over }

  private let keepalive: TimeAmount?
  private let timeout: TimeAmount
  private let idle: TimeAmount?
  private let grace: TimeAmount?
  private let age: NIODeadline?
  private var lastHeard: NIODeadline
  private var lastUsed: NIODeadline
  private var lastLook: NIODeadline
  private var dead: NIODeadline?
  private var over: NIODeadline?
  private var isDraining = false

  /// - Parameter jitter: from -1 to 1, the part of the age's ±10 %.
  init(_ rules: ConnectionRules, now: NIODeadline, jitter: Double = .random(in: -1...1)) {
    keepalive = rules.keepalive.map { TimeAmount($0) }
    timeout = TimeAmount(rules.keepaliveTimeout)
    idle = rules.maximumIdle.map { TimeAmount($0) }
    grace = rules.ageGrace.map { TimeAmount($0) }
    age = rules.maximumAge.map { now + TimeAmount($0 * (1 + 0.1 * jitter)) }
    lastHeard = now
    lastUsed = now
    lastLook = now
  }

  /// - Parameters:
  ///   - heard: whether anything came since the last look.
  ///   - used: whether there was a call since the last look.
  mutating func look(now: NIODeadline, heard: Bool, used: Bool) -> Due {
    lastLook = now
    if heard {
      lastHeard = now
      dead = nil
    }
    if used { lastUsed = now }
    if let dead, now >= dead { return .dead }
    if let over, now >= over {
      self.over = nil
      return .over
    }
    if !isDraining, isPast(age, now) || isPast(idle.map { lastUsed + $0 }, now) {
      isDraining = true
      over = grace.map { now + $0 }
      return .drain
    }
    if let keepalive, dead == nil, now >= lastHeard + keepalive {
      dead = now + timeout
      return .ping
    }
    return .nothing
  }

  private func isPast(_ time: NIODeadline?, _ now: NIODeadline) -> Bool {
    time.map { now >= $0 } ?? false
  }

  /// When to look again; nil means never.
  var next: NIODeadline? {
    var times = [dead, over].compactMap { $0 }
    if let keepalive, dead == nil { times.append(min(lastHeard + keepalive, lookAgain(keepalive))) }
    if !isDraining {
      if let age { times.append(age) }
      if let idle { times.append(min(lastUsed + idle, lookAgain(idle))) }
    }
    return times.min()
  }

  private func lookAgain(_ limit: TimeAmount) -> NIODeadline {
    lastLook + .nanoseconds(limit.nanoseconds / 4)
  }
}
