import NIOCore

/// The messages of a call as its handler exchanges them. Usable from any task: work on the stream
/// happens on its event loop, in place when the task is there already.
struct ServerExchange: Sendable {
  let call: ServerCall
  private let executor: LoopExecutor
  private let stream: NIOLoopBound<ServerStream>

  init(_ stream: ServerStream) {
    call = stream.call
    executor = stream.connection.executor
    self.stream = NIOLoopBound(stream, eventLoop: executor.loop)
  }

  /// The request of a method that takes exactly one.
  func onlyRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q {
    guard let request = try await nextRequest(type) else {
      throw RPCError(.unimplemented, "The method takes one request message and got none.")
    }
    return request
  }

  /// The next request, or nil when the client has sent its last.
  func nextRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    guard executor.loop.inEventLoop else { return try await hopping { try await $0.next(type) } }
    return try await next(type)
  }

  /// Returns when the unsent bytes are below the stream's mark.
  func send(_ reply: some WireMessage, compressed: Bool = true) async throws {
    guard executor.loop.inEventLoop else {
      return try await hopping { try await $0.write(reply, compressed) }
    }
    try await write(reply, compressed)
  }

  /// The reply of a method that gives exactly one: the handler need not wait for its peer.
  func sendOnly(_ reply: some WireMessage) async throws {
    guard executor.loop.inEventLoop else { return try await send(reply) }
    let stream = stream.value
    if let compression = stream.replyCompression() {
      _ = try await stream.send(reply, compressedBy: compression)
    } else {
      _ = try stream.send(reply)
    }
  }

  private func next<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    let stream = stream.value
    if stream.messages.compression != nil { return try await nextUnpacked(type) }
    while true {
      if let request = try stream.takeRequest(type) { return request }
      if stream.inputEnded { return nil }
      await stream.wait(for: .reader)
      try Task.checkCancellation()
    }
  }

  /// Of a peer that may compress. In one function with `next`, Swift 6.3.1's optimiser crashes.
  private func nextUnpacked<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    let stream = stream.value
    while true {
      if let request = try await stream.unpackRequest(type) { return request }
      if stream.inputEnded { return nil }
      await stream.wait(for: .reader)
      try Task.checkCancellation()
    }
  }

  private func write(_ reply: some WireMessage, _ compressed: Bool) async throws {
    let stream = stream.value
    var mustWait: Bool
    if let compression = stream.replyCompression(), compressed {
      mustWait = try await stream.send(reply, compressedBy: compression)
    } else {
      mustWait = try stream.send(reply)
    }
    while mustWait {
      stream.writerWaits = true
      await stream.wait(for: .writer)
      try Task.checkCancellation()
      mustWait = try stream.mustWait()
    }
  }

  /// Runs on the call's event loop a task that is elsewhere, on an actor or in a pool.
  @concurrent
  private func hopping<T: Sendable>(
    _ body: @concurrent @Sendable (ServerExchange) async throws -> T
  ) async throws -> T {
    try await withTaskExecutorPreference(executor) { try await body(self) }
  }
}
