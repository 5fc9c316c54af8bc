import StatusRules
import Testing

@Suite struct RetryPolicyTests {
  private static let second: Int64 = 1_000_000
  private static let hour: Int64 = 3600 * second
  /// The longest wait after each attempt, in seconds.
  private static let longest: [Int64] = [
    5, 20, 80, 320, 1280, 5120, 20480, 28800, 28800, 28800, 28800,
  ]

  @Test(arguments: zip(1...11, longest))
  func `each wait lies between half of its longest and its longest`(attempt: Int, seconds: Int64) {
    let longest = seconds * Self.second
    #expect(RetryPolicy.standard.dueAfter(attempt: attempt, jitter: 0) == longest / 2)
    #expect(RetryPolicy.standard.dueAfter(attempt: attempt, jitter: 1) == longest)
    #expect(RetryPolicy.standard.dueAfter(attempt: attempt, jitter: 0.5) == longest * 3 / 4)
  }

  @Test func `after the last attempt there is none`() {
    let policy = RetryPolicy.standard
    #expect(policy.maximumAttempts == 12)
    #expect(policy.hasAttemptsLeft(after: 11))
    #expect(!policy.hasAttemptsLeft(after: 12))
    #expect(policy.dueAfter(attempt: 12, jitter: 0.5) == nil)
    #expect(policy.dueAfter(attempt: .max, jitter: 0.5, retryAfter: 1) == nil)
  }

  @Test func `Retry-After is never undercut and never parks a delivery for ever`() {
    let policy = RetryPolicy.standard
    #expect(
      policy.dueAfter(attempt: 1, jitter: 1, retryAfter: 60 * Self.second) == 60 * Self.second)
    #expect(policy.dueAfter(attempt: 1, jitter: 1, retryAfter: Self.second) == 5 * Self.second)
    #expect(policy.dueAfter(attempt: 1, jitter: 1, retryAfter: -5) == 5 * Self.second)
    #expect(policy.dueAfter(attempt: 1, jitter: 0, retryAfter: .max) == 24 * Self.hour)
  }

  @Test(arguments: [-1, 2, .infinity, -.infinity, .nan, 1e300] as [Double])
  func `a jitter out of range stays within the bounds`(jitter: Double) throws {
    let due = try #require(RetryPolicy.standard.dueAfter(attempt: 2, jitter: jitter))
    #expect((10 * Self.second...20 * Self.second).contains(due))
  }

  @Test(arguments: [Int.min, -1, 0])
  func `an attempt before the first counts as the first`(attempt: Int) {
    #expect(RetryPolicy.standard.dueAfter(attempt: attempt, jitter: 1) == 5 * Self.second)
  }

  @Test func `a wait too long to count is the longest wait`() {
    let policy = RetryPolicy(
      maximumAttempts: .max, firstDelay: 2, factor: .max, maximumDelay: .max,
      maximumRetryAfter: 0)
    #expect(policy.dueAfter(attempt: 3, jitter: 0) == .max / 2)
  }
}
