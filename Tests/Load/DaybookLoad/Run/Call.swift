import RPC

/// What became of one call.
struct Outcome: Sendable {
  var code = RPCError.Code.ok
  /// What the status says; empty for OK.
  var message = ""
  /// Messages.
  var sent = 0
  var received = 0
  var receivedBytes = 0
  /// When the first reply of a stream came.
  var first: Nanoseconds?

  fileprivate mutating func receive(_ reply: RawMessage) {
    if received == 0 { first = steadyNow() }
    received += 1
    receivedBytes += reply.size
  }
}

/// Makes calls of one method, of whichever kind it is.
struct Caller: Sendable {
  let method: MethodShape
  let requests: RequestSource
  let options: CallOptions

  /// - Parameter number: the call's number in the run.
  func call(_ channel: RPCChannel, _ number: Int) async -> Outcome {
    var outcome = Outcome()
    do {
      switch method.rpc.kind {
      case .unary: try await unary(channel, number, &outcome)
      case .serverStreaming: try await serverStreaming(channel, number, &outcome)
      case .clientStreaming: try await clientStreaming(channel, number, &outcome)
      case .bidirectional: try await bidirectional(channel, number, &outcome)
      }
    } catch {
      outcome.code = error.code
      outcome.message = error.message
    }
    return outcome
  }

  private func unary(
    _ channel: RPCChannel, _ number: Int, _ outcome: inout Outcome
  ) async throws(RPCError) {
    outcome.sent = 1
    let reply = try await channel.unary(
      method.rpc, requests.one(number), options, as: RawMessage.self)
    outcome.received = 1
    outcome.receivedBytes = reply.size
  }

  private func serverStreaming(
    _ channel: RPCChannel, _ number: Int, _ outcome: inout Outcome
  ) async throws(RPCError) {
    outcome.sent = 1
    let replies = try await channel.serverStreaming(
      method.rpc, requests.one(number), options, as: RawMessage.self)
    try await read(replies, &outcome)
  }

  private func clientStreaming(
    _ channel: RPCChannel, _ number: Int, _ outcome: inout Outcome
  ) async throws(RPCError) {
    let all = requests.all(number)
    outcome.sent = all.count
    let reply = try await channel.clientStreaming(method.rpc, options, as: RawMessage.self) {
      (requests: RequestWriter<RawMessage>) in
      for request in all { try await requests.write(request) }
    }
    outcome.received = 1
    outcome.receivedBytes = reply.size
  }

  /// Requests go out while replies come in: a server may answer each before the last one came.
  private func bidirectional(
    _ channel: RPCChannel, _ number: Int, _ outcome: inout Outcome
  ) async throws(RPCError) {
    let all = requests.all(number)
    outcome.sent = all.count
    let (requests, replies) = try await channel.bidirectional(
      method.rpc, options, requests: RawMessage.self, as: RawMessage.self)
    // A write that fails says only that the call is over; why, the replies say.
    let writing = Task {
      for request in all { try await requests.write(request) }
      await requests.finish()
    }
    defer { writing.cancel() }
    try await read(replies, &outcome)
  }

  private func read(
    _ replies: Replies<RawMessage>, _ outcome: inout Outcome
  ) async throws(RPCError) {
    var iterator = replies.makeAsyncIterator()
    while let reply = try await iterator.next() { outcome.receive(reply) }
  }
}
