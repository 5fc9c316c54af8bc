import Testing

@testable import RPC

/// gRFC A6's rules, one by one.
struct AttemptPlanTests {
  private static func policies(_ json: String) throws -> MethodConfig? {
    let config = try ServiceConfig(json: "{\"methodConfig\": [{\"name\": [{}], \(json)}]}")
    return config.method(
      RPCMethod(service: "s", name: "m", kind: .unary, idempotency: .idempotent))
  }

  private static func retrying() throws -> AttemptPlan {
    let config = try policies(
      """
      "retryPolicy": {"maxAttempts": 4, "initialBackoff": "1s", "maxBackoff": "3s",
        "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE"]}
      """)
    return AttemptPlan(retry: config?.retry, hedging: nil)
  }

  private static func hedging() throws -> AttemptPlan {
    let config = try policies(
      """
      "hedgingPolicy": {"maxAttempts": 3, "hedgingDelay": "0.5s",
        "nonFatalStatusCodes": ["UNAVAILABLE"]}
      """)
    return AttemptPlan(retry: nil, hedging: config?.hedging)
  }

  private let failed = AttemptEnd(code: .unavailable)

  private func seconds(_ verdict: AttemptPlan.Verdict) -> Double? {
    if case .again(let pause) = verdict { pause / .seconds(1) } else { nil }
  }

  @Test func `a retry follows after a growing pause, up to the number of attempts`() throws {
    var plan = try Self.retrying()
    for pause in [1.0, 2, 3] {
      plan.begin()
      let after = seconds(plan.judge(failed, othersRun: false, nil))
      #expect(try #require(after) >= pause * 0.8 && #require(after) <= pause * 1.2)
    }
    plan.begin()
    #expect(plan.judge(failed, othersRun: false, nil) == .surface)
  }

  @Test func `what is not retryable, or fine, is surfaced`() throws {
    for code in [RPCError.Code.ok, .internalError, .cancelled] {
      var plan = try Self.retrying()
      plan.begin()
      #expect(plan.judge(AttemptEnd(code: code), othersRun: false, nil) == .surface)
    }
    var none = AttemptPlan(retry: nil, hedging: nil)
    none.begin()
    #expect(none.judge(failed, othersRun: false, nil) == .surface)
  }

  @Test func `the server says when, or never`() throws {
    var plan = try Self.retrying()
    plan.begin()
    _ = plan.judge(failed, othersRun: false, nil)
    plan.begin()
    let pushed = AttemptEnd(code: .unavailable, pushback: .after(.seconds(9)))
    #expect(plan.judge(pushed, othersRun: false, nil) == .again(after: .seconds(9)))
    plan.begin()
    // Afterwards the pauses begin anew.
    let after = try #require(seconds(plan.judge(failed, othersRun: false, nil)))
    #expect(after <= 1.2)
    var other = try Self.retrying()
    other.begin()
    let never = AttemptEnd(code: .unavailable, pushback: .never)
    #expect(other.judge(never, othersRun: false, nil) == .surface)
  }

  @Test(arguments: [
    ("0", Pushback.after(.zero)), ("250", .after(.milliseconds(250))), ("-1", .never), ("", .never),
    ("x", .never), ("99999999999", .never),
  ])
  func `a pushback is a number of milliseconds`(text: String, pushback: Pushback) {
    #expect(Pushback(Array(text.utf8)[...]) == pushback)
  }

  @Test func `what no handler saw is made again at once, once, and does not count`() throws {
    for plan in [AttemptPlan(retry: nil, hedging: nil), try Self.retrying()] {
      var plan = plan
      plan.begin()
      let unseen = AttemptEnd(code: .unavailable, isUnprocessed: true)
      #expect(plan.judge(unseen, othersRun: false, nil) == .again(after: .zero))
      #expect(plan.made == 0)
      plan.begin()
      #expect(plan.judge(unseen, othersRun: false, nil) != .again(after: .zero))
    }
  }

  @Test func `below half of the tokens nothing is made again`() throws {
    let config = try ServiceConfig(
      json: #"{"retryThrottling": {"maxTokens": 4, "tokenRatio": 0.5}}"#)
    let throttle = RetryThrottle(try #require(config.throttling))
    for isAllowed in [true, false, false] {
      var plan = try Self.retrying()
      plan.begin()
      #expect((plan.judge(failed, othersRun: false, throttle) != .surface) == isAllowed)
    }
    // 1 of 4: three successes and a half are needed.
    let fine = AttemptEnd(code: .ok)
    for isAllowed in [false, false, true] {
      var plan = try Self.retrying()
      plan.begin()
      _ = plan.judge(fine, othersRun: false, throttle)
      #expect(throttle.allowsAnother == isAllowed)
    }
    // A failure that is not for retries says nothing about the server.
    var plan = try Self.retrying()
    plan.begin()
    _ = plan.judge(AttemptEnd(code: .invalidArgument), othersRun: false, throttle)
    #expect(throttle.allowsAnother)
  }

  @Test func `hedging goes on after a failure that is not fatal, and waits for who still runs`()
    throws
  {
    var plan = try Self.hedging()
    plan.begin()
    #expect(plan.hedge(nil) == .milliseconds(500))
    #expect(plan.judge(failed, othersRun: false, nil) == .again(after: .zero))
    plan.begin()
    let pushed = AttemptEnd(code: .unavailable, pushback: .after(.seconds(2)))
    #expect(plan.judge(pushed, othersRun: true, nil) == .again(after: .seconds(2)))
    plan.begin()
    #expect(plan.hedge(nil) == nil)
    #expect(plan.judge(failed, othersRun: true, nil) == .wait)
    #expect(plan.judge(failed, othersRun: false, nil) == .surface)
    var fatal = try Self.hedging()
    fatal.begin()
    #expect(fatal.judge(AttemptEnd(code: .notFound), othersRun: true, nil) == .surface)
    var never = try Self.hedging()
    never.begin()
    let no = AttemptEnd(code: .unavailable, pushback: .never)
    #expect(never.judge(no, othersRun: true, nil) == .wait)
    #expect(never.hedge(nil) == nil)
  }
}
