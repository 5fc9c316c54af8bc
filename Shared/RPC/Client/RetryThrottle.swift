/// A channel's count of failures and successes: where failures prevail no call is made again, so
/// that clients do not keep a server down (gRFC A6).
final class RetryThrottle {
  private let most: Double
  private let ratio: Double
  private var tokens: Double

  init(_ throttling: RetryThrottling) {
    most = Double(throttling.maxTokens)
    ratio = throttling.tokenRatio
    tokens = most
  }

  var allowsAnother: Bool { tokens > most / 2 }

  func succeeded() { tokens = min(tokens + ratio, most) }
  func failed() { tokens = max(tokens - 1, 0) }
}
