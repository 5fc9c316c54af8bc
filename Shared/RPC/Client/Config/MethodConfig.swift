/// What a service config says of a method.
final class MethodConfig: Sendable {
  let timeout: Duration?
  let waitForReady: Bool?
  /// Bytes of one message, without gRPC's prefix.
  let requestBytes: Int?
  let replyBytes: Int?
  let retry: RetryPolicy?
  let hedging: HedgingPolicy?

  init(_ field: JSONField) throws(RPCError) {
    timeout = try field["timeout"]?.duration()
    waitForReady = try field["waitForReady"]?.bool()
    let sizes = 0...Int(UInt32.max)
    requestBytes = try field["maxRequestMessageBytes"]?.integer(in: sizes)
    replyBytes = try field["maxResponseMessageBytes"]?.integer(in: sizes)
    retry = try field["retryPolicy"].map(RetryPolicy.init)
    hedging = try field["hedgingPolicy"].map(HedgingPolicy.init)
    if retry != nil, hedging != nil { throw field.error("has both a retry and a hedging policy") }
  }
}

/// When a call that failed is made again.
struct RetryPolicy: Sendable {
  /// With the first.
  let maxAttempts: Int
  let initialBackoff: Duration
  let maxBackoff: Duration
  let multiplier: Double
  let codes: Set<RPCError.Code>

  init(_ field: JSONField) throws(RPCError) {
    maxAttempts = try field.required("maxAttempts").attempts()
    initialBackoff = try field.required("initialBackoff").positiveDuration()
    maxBackoff = try field.required("maxBackoff").positiveDuration()
    let multiplier = try field.required("backoffMultiplier")
    self.multiplier = try multiplier.number()
    guard self.multiplier > 0 else { throw multiplier.error("is not greater than 0") }
    let codes = try field.required("retryableStatusCodes")
    self.codes = try codes.codes()
    guard !self.codes.isEmpty else { throw codes.error("is empty") }
  }

  /// The pause before a retry, after this many since the first attempt or the server's last word.
  func pause(after pauses: Int) -> Duration {
    var pause = min(initialBackoff, maxBackoff)
    for _ in 0..<pauses { pause = min(pause * multiplier, maxBackoff) }
    return pause * Double.random(in: 0.8...1.2)
  }
}

/// When a call is made several times at once, for the first answer.
struct HedgingPolicy: Sendable {
  /// With the first.
  let maxAttempts: Int
  let delay: Duration
  let nonFatalCodes: Set<RPCError.Code>

  init(_ field: JSONField) throws(RPCError) {
    maxAttempts = try field.required("maxAttempts").attempts()
    delay = try field["hedgingDelay"]?.duration() ?? .zero
    nonFatalCodes = try field["nonFatalStatusCodes"]?.codes() ?? []
  }
}

extension JSONField {
  /// At least two; more than five are five (gRFC A6).
  fileprivate func attempts() throws(RPCError) -> Int {
    min(try integer(in: 2...Int(UInt32.max)), 5)
  }

  fileprivate func positiveDuration() throws(RPCError) -> Duration {
    let duration = try duration()
    guard duration > .zero else { throw error("is not greater than 0") }
    return duration
  }

  /// By number or by name, in either case.
  fileprivate func codes() throws(RPCError) -> Set<RPCError.Code> {
    var codes: Set<RPCError.Code> = []
    for element in try elements() {
      let code: RPCError.Code? =
        if let number = try? element.integer(in: 0...16) {
          RPCError.Code(rawValue: number)
        } else {
          RPCError.Code.allCases.first { $0.name == (try? element.text())?.uppercased() }
        }
      guard let code else { throw element.error("is no status code") }
      codes.insert(code)
    }
    return codes
  }
}
