import NIOCore

/// What every attempt of a call has in common: the caller's wishes and the service config's, put
/// together.
struct CallTerms {
  let method: RPCMethod
  let metadata: Metadata
  let compression: Compression?
  let deadline: Deadline?
  let waitsForReady: Bool
  /// Bytes of one message.
  let requestBytes: Int
  let replyBytes: Int
  /// Only where the method says that it may be made more than once.
  let retry: RetryPolicy?
  /// Only where the method has no side effects.
  let hedging: HedgingPolicy?

  /// The options are borrowed: to copy the channel's cost a call 300 instructions.
  init(_ method: RPCMethod, _ call: borrowing CallOptions, _ channel: borrowing ChannelOptions) {
    let config = channel.serviceConfig?.method(method)
    self.method = method
    metadata = call.metadata
    compression = call.compression
    deadline = Self.deadline(
      call.timeoutNanoseconds, config?.timeout.map { TimeAmount($0).nanoseconds })
    waitsForReady = call.waitForReady ?? config?.waitForReady ?? false
    requestBytes = config?.requestBytes ?? .max
    replyBytes = min(config?.replyBytes ?? .max, channel.messageBytes)
    retry = method.idempotency == .unknown ? nil : config?.retry
    hedging = method.idempotency == .noSideEffects ? config?.hedging : nil
  }

  var mayRepeat: Bool { retry != nil || hedging != nil }

  /// The earliest of the call's own, the service config's, and that of the call it is made in.
  private static func deadline(_ call: Int64?, _ config: Int64?) -> Deadline? {
    guard let own = call.map({ min($0, config ?? $0) }) ?? config else { return Deadline.current }
    let deadline = Deadline.after(nanoseconds: own)
    return Deadline.current.map { min(deadline, $0) } ?? deadline
  }

  /// A message with its prefix. Throws RESOURCE_EXHAUSTED for one over the method's limit.
  func framed(
    _ message: some WireMessage, compressed: Bool = true
  ) async throws(RPCError) -> ByteBuffer {
    if compressed, let compression {
      return try await .packed(message, compression, limit: requestBytes)
    }
    var buffer = ByteBuffer()
    try message.appendFramed(to: &buffer, limit: requestBytes)
    return buffer
  }
}
