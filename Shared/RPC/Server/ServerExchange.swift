import NIOCore

/// The messages of a call as its handler exchanges them. Usable from any task: work on the stream
/// happens on its event loop, in place when the task is there already.
///
/// What knows the messages' types is small and hands closures to what does not: generic code of another
/// module is not specialised, and what it does with a message costs several times as much.
struct ServerExchange: Sendable {
  let call: ServerCall
  private let executor: LoopExecutor
  private let stream: NIOLoopBound<ServerStream>

  init(_ stream: ServerStream) {
    call = stream.call
    executor = stream.connection.executor
    self.stream = NIOLoopBound(stream, eventLoop: executor.loop)
  }

  var isInPlace: Bool { executor.loop.inEventLoop }

  // MARK: In place: on the call's event loop, where a message can be had without waiting

  /// A request can be taken here and now.
  var takesInPlace: Bool { isInPlace && stream.value.takesPlain }
  /// A reply can be sent here and now.
  var sendsInPlace: Bool { isInPlace && replyCompression() == nil }

  /// The request of a method that takes exactly one. It is complete before the handler runs.
  func takeOnlyRequest<Q: WireMessage>(_ type: Q.Type) throws(RPCError) -> Q {
    guard let request = try takeRequest(type) else { throw Self.noRequest }
    return request
  }

  /// The next request that is there already.
  func takeRequest<Q: WireMessage>(_ type: Q.Type) throws(RPCError) -> Q? {
    var request: Q?
    try unsafe takeBytes { bytes throws(RPCError) in request = try unsafe Q(wireBytes: bytes) }
    return request
  }

  /// True when the writer should wait.
  @discardableResult
  func sendInPlace(_ reply: some WireMessage) throws(RPCError) -> Bool {
    try write { buffer throws(RPCError) in try reply.appendWireBytes(to: &buffer) }
  }

  static var noRequest: RPCError {
    RPCError(.unimplemented, "The method takes one request message and got none.")
  }

  func takeBytes(_ body: (UnsafeRawBufferPointer) throws(RPCError) -> Void) throws(RPCError) {
    try unsafe stream.value.takeRequest(body)
  }

  func write(_ body: (inout ByteBuffer) throws(RPCError) -> Void) throws(RPCError) -> Bool {
    try stream.value.send(body)
  }

  // MARK: From anywhere

  func onlyRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q {
    guard let request = try await nextRequest(type) else { throw Self.noRequest }
    return request
  }

  /// The next request, or nil when the client has sent its last.
  func nextRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    guard isInPlace else { return try await hopping { try await $0.next(type) } }
    return try await next(type)
  }

  /// Returns when the unsent bytes are below the stream's mark.
  func send(_ reply: some WireMessage, compressed: Bool = true) async throws {
    guard isInPlace else {
      return try await hopping { try await $0.sendHere(reply, compressed) }
    }
    try await sendHere(reply, compressed)
  }

  /// The reply of a method that gives exactly one: the handler need not wait for its peer.
  func sendOnly(_ reply: some WireMessage) async throws {
    guard isInPlace else { return try await send(reply) }
    if let compression = replyCompression() {
      _ = try await sendPacked(reply, compression)
    } else {
      try sendInPlace(reply)
    }
  }

  func next<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    while true {
      if takesInPlace {
        if let request = try takeRequest(type) { return request }
      } else if let request = try await unpackRequest(type) {
        return request
      }
      guard try await waitForInput() else { return nil }
    }
  }

  func sendHere(_ reply: some WireMessage, _ compressed: Bool) async throws {
    let mustWait: Bool
    if let compression = replyCompression(), compressed {
      mustWait = try await sendPacked(reply, compression)
    } else {
      mustWait = try sendInPlace(reply)
    }
    if mustWait { try await waitForRoom() }
  }

  func replyCompression() -> Compression? { stream.value.replyCompression() }

  func unpackRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    try await stream.value.unpackRequest(type)
  }

  func sendPacked(_ reply: some WireMessage, _ compression: Compression) async throws -> Bool {
    try await stream.value.send(reply, compressedBy: compression)
  }

  /// False when there will be no more.
  func waitForInput() async throws -> Bool {
    let stream = stream.value
    if stream.inputEnded { return false }
    await stream.wait(for: .reader)
    try Task.checkCancellation()
    return true
  }

  func waitForRoom() async throws {
    let stream = stream.value
    var mustWait = true
    while mustWait {
      stream.writerWaits = true
      await stream.wait(for: .writer)
      try Task.checkCancellation()
      mustWait = try stream.mustWait()
    }
  }

  /// Runs on the call's event loop a task that is elsewhere, on an actor or in a pool.
  @concurrent
  func hopping<T: Sendable>(
    _ body: @concurrent @Sendable (ServerExchange) async throws -> T
  ) async throws -> T {
    try await withTaskExecutorPreference(executor) { try await body(self) }
  }
}
