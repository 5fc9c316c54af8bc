/// What a server says in `grpc-retry-pushback-ms`.
enum Pushback: Equatable {
  case after(Duration)
  /// A negative number, or what cannot be read.
  case never

  init(_ value: ArraySlice<UInt8>) {
    if let milliseconds = Int32(value.text), milliseconds >= 0 {
      self = .after(.milliseconds(Int64(milliseconds)))
    } else {
      self = .never
    }
  }
}

/// How an attempt ended before the server's response had begun.
struct AttemptEnd {
  var code: RPCError.Code
  /// No handler saw it (gRFC A6, transparent retries).
  var isUnprocessed = false
  var pushback: Pushback?
}

/// Whether a call is made once more: the counting of gRFC A6, for retries and for hedging.
///
/// Once a response has begun, or more was sent than is kept, a call is committed and the plan is
/// not asked any more.
struct AttemptPlan {
  enum Verdict: Equatable {
    /// The caller gets this end.
    case surface
    case again(after: Duration)
    /// Hedging: other attempts run.
    case wait
  }

  private let retry: RetryPolicy?
  private let hedging: HedgingPolicy?
  /// Attempts that count: made again because no handler saw it, one does not.
  private(set) var made = 0
  private var pauses = 0
  private var wasRepeated = false
  private var isPushedBack = false

  /// Neither policy: only what no handler saw is made again.
  init(retry: RetryPolicy?, hedging: HedgingPolicy?) {
    self.retry = retry
    self.hedging = hedging
  }

  mutating func begin() { made += 1 }

  /// The time to the next attempt while others run; nil makes none.
  func hedge(_ throttle: RetryThrottle?) -> Duration? {
    guard let hedging, made < hedging.maxAttempts, !isPushedBack, throttle?.allowsAnother ?? true
    else { return nil }
    return hedging.delay
  }

  mutating func judge(
    _ end: AttemptEnd, othersRun: Bool, _ throttle: RetryThrottle?
  ) -> Verdict {
    if end.isUnprocessed, !wasRepeated {
      wasRepeated = true
      made -= 1
      return .again(after: .zero)
    }
    count(end, throttle)
    if end.pushback == .never { isPushedBack = true }
    guard codes.contains(end.code) else { return .surface }
    if let retry { return judge(retry, end, throttle) }
    guard hedge(throttle) != nil else { return othersRun ? .wait : .surface }
    if case .after(let pause) = end.pushback { return .again(after: pause) }
    return .again(after: .zero)
  }

  /// What the server was spared or burdened with.
  func count(_ end: AttemptEnd, _ throttle: RetryThrottle?) {
    if end.code == .ok {
      throttle?.succeeded()
    } else if codes.contains(end.code) || end.pushback == .never {
      throttle?.failed()
    }
  }

  private var codes: Set<RPCError.Code> { retry?.codes ?? hedging?.nonFatalCodes ?? [] }

  private mutating func judge(
    _ policy: RetryPolicy, _ end: AttemptEnd, _ throttle: RetryThrottle?
  ) -> Verdict {
    guard made < policy.maxAttempts, !isPushedBack, throttle?.allowsAnother ?? true
    else { return .surface }
    if case .after(let pause) = end.pushback {
      pauses = 0
      return .again(after: pause)
    }
    defer { pauses += 1 }
    return .again(after: policy.pause(after: pauses))
  }
}
