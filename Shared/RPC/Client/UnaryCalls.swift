import NIOCore

// Unary calls of a channel.

extension RPCChannel {
  /// Most requests fit.
  private static let requestBytes = 256

  package func unary<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> R {
    // As `unaryReply`, but for its result: to look a generic struct up costs 500 instructions.
    guard self.options.interceptors.isEmpty, let call = try plainCall(method, request, options)
    else {
      return try await unusual(method, request, options)
    }
    await call.answered()
    if call.isOver { return try call.reply(reply) }
    return try await unusualRest(of: call, request)
  }

  // Apart, and not inlined: a function that has a `Reply` anywhere looks its type up at its start.

  @inline(never)
  private func unusual<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions
  ) async throws(RPCError) -> R {
    try await unaryReply(method, request, options, as: R.self).message
  }

  @inline(never)
  private func unusualRest<Q: WireMessage, R: WireMessage>(
    of call: UnaryCall, _ request: Q
  ) async throws(RPCError) -> R {
    try await rest(of: call, request).message
  }

  /// As `unary`, with the metadata that came with the reply.
  package func unaryReply<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> Reply<R> {
    guard self.options.interceptors.isEmpty else {
      return try await interceptedReply(OutgoingCall(method: method, options: options), request)
    }
    return try await plainReply(method, request, options)
  }

  func plainReply<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions
  ) async throws(RPCError) -> Reply<R> {
    if let call = try plainCall(method, request, options) {
      await call.answered()
      guard call.isOver else { return try await rest(of: call, request) }
      return Reply(
        message: try call.reply(R.self), wasCompressed: false,
        initialMetadata: call.initialMetadata, trailingMetadata: call.trailingMetadata)
    }
    return try await onLoop { channel throws(RPCError) in
      let terms = CallTerms(method, options, channel.options)
      let body = try await terms.framed(request)
      if terms.mayRepeat {
        let call = CallAttempts(channel.core.value, terms, requests: body)
        defer { call.abandon() }
        try await call.start()
        return try await call.chosen().wholeReply(R.self)
      }
      let observation = channel.options.observer.map { CallObservation($0, method) }
      return try await channel.once(terms, body, observation, as: R.self)
    }
  }

  /// A call that is made once and need not be compressed; nil where it is another.
  @inline(never)
  private func plainCall(
    _ method: RPCMethod, _ request: some WireMessage, _ options: CallOptions
  ) throws(RPCError) -> UnaryCall? {
    let call = UnaryCall(self, method, options)
    if call.terms.mayRepeat || call.terms.compression != nil { return nil }
    try call.encode(request)
    return call
  }

  /// What is seldom needed to bring a call to its end: a wait for a connection, a second attempt, a
  /// reply to be decompressed.
  private func rest<Q: WireMessage, R: WireMessage>(
    of call: UnaryCall, _ request: Q
  ) async throws(RPCError) -> Reply<R> {
    guard let packed = call.packed else {
      return try await onLoop { channel throws(RPCError) in
        try await channel.once(
          call.terms, call.terms.framed(request), call.observation, as: R.self,
          isRepeated: call.isUnprocessed)
      }
    }
    do throws(RPCError) {
      let message = try await packed.message(R.self)
      call.ended(nil)
      return Reply(
        message: message, wasCompressed: true, initialMetadata: call.initialMetadata,
        trailingMetadata: call.trailingMetadata)
    } catch {
      call.ended(error.ofReply)
      throw error.ofReply
    }
  }

  /// On the loop. A call that no handler saw is made again, once (gRFC A6, transparent retries).
  private func once<R: WireMessage>(
    _ terms: CallTerms, _ body: ByteBuffer, _ observation: CallObservation?, as reply: R.Type,
    isRepeated: Bool = false
  ) async throws(RPCError) -> Reply<R> {
    let channel = core.value
    var stream: ClientStream?
    var isRepeated = isRepeated
    do throws(RPCError) {
      while true {
        let attempt = try await channel.open(terms) { $0.begin(with: body, isWhole: true) }
        stream = attempt
        defer { attempt.abandon() }
        do throws(RPCError) {
          let reply = try await attempt.wholeReply(reply)
          channel.throttle?.succeeded()
          observation?.ended(nil, attempt)
          return reply
        } catch {
          guard attempt.isUnprocessed, !isRepeated else { throw error }
          isRepeated = true
        }
      }
    } catch {
      observation?.ended(error, stream)
      throw error
    }
  }

  // MARK: For a call

  func begin(_ call: UnaryCall) { arrivals.begin(call) }
  func cancel(_ call: UnaryCall) { executor.loop.execute { call.cancel() } }

  /// On the loop: counts for the throttle.
  func succeeded() { core.value.throttle?.succeeded() }

  /// Memory for a request: an ended call's where the caller is on the loop.
  func takeBuffer() -> ByteBuffer {
    executor.isHere
      ? executor.context.spare.takeBuffer()
      : ByteBufferAllocator().buffer(capacity: Self.requestBytes)
  }

  /// What is given back elsewhere is lost, but each call brings a buffer of its request.
  func keep(_ bytes: inout ByteBuffer) {
    if executor.isHere { executor.context.spare.put(&bytes) }
  }
}

/// A reply with the metadata around it.
package struct Reply<Message: WireMessage>: Sendable {
  package let message: Message
  package let wasCompressed: Bool
  package let initialMetadata: Metadata
  package let trailingMetadata: Metadata
}

extension ClientStream {
  fileprivate func wholeReply<R: WireMessage>(_ type: R.Type) async throws(RPCError) -> Reply<R> {
    let message = try await onlyReply(type)
    return Reply(
      message: message, wasCompressed: messages.lastWasCompressed,
      initialMetadata: initialMetadata ?? [:], trailingMetadata: trailingMetadata)
  }
}
