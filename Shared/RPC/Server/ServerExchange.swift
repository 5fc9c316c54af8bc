/// The messages of a call as its handler exchanges them. Usable from any task: work on the stream
/// happens on its event loop, in place when the task is there already.
///
/// What knows the messages' types is small and hands closures to what does not: generic code of another
/// module is not specialised, and what it does with a message costs several times as much.
@usableFromInline
package struct ServerExchange: Sendable {
  /// Touched on its event loop only, but for `call` and `executor`: everything else below asks `isInPlace`
  /// first, or is where `hopping` has brought it. An `NIOLoopBound` would ask again at each touch, four times
  /// a message, and its loop be counted with each copy of this.
  private nonisolated(unsafe) let stream: ServerStream

  init(_ stream: ServerStream) { unsafe self.stream = stream }

  /// May be read anywhere: a stream's call becomes another only when nobody holds the stream, and this does.
  package var call: ServerCall { unsafe stream.call }

  /// The constants of an object may be read anywhere.
  private var executor: LoopExecutor { unsafe stream.connection.executor }
  var isInPlace: Bool { executor.isHere }
  private var here: ServerStream {
    assert(isInPlace)
    return unsafe stream
  }

  // MARK: In place: on the call's event loop, where a message can be had without waiting
  // What throws here is not inlined: Swift 6.3.1 crashes splitting an asynchronous function that has
  // such code within.

  /// A request can be taken here and now.
  package var takesInPlace: Bool { isInPlace && here.takesPlain }
  /// A reply can be sent here and now.
  @usableFromInline
  package var sendsInPlace: Bool { isInPlace && replyCompression() == nil }

  /// The request of a method that takes exactly one. It is complete before the handler runs.
  @inline(never)
  package func takeOnlyRequest<Q: WireMessage>(_ type: Q.Type) throws(RPCError) -> Q {
    // Not by way of an `Optional<Q>`, whose metadata the runtime would look up: 650 instructions a call.
    guard let bytes = unsafe try here.takeOnlyRequest() else { throw Self.noRequest }
    defer { here.dropOnlyMessage() }
    return try unsafe Q(wireBytes: bytes)
  }

  /// The next request that is there already.
  @inline(never)
  func takeRequest<Q: WireMessage>(_ type: Q.Type) throws(RPCError) -> Q? {
    var request: Q?
    try unsafe takeBytes { bytes throws(RPCError) in request = try unsafe Q(wireBytes: bytes) }
    return request
  }

  /// True when the writer should wait.
  @discardableResult
  @inline(never)
  package func sendInPlace(_ reply: some WireMessage) throws(RPCError) -> Bool {
    try here.send(1) { output throws(RPCError) in try reply.appendFramed(to: &output) }
  }

  /// Sends the replies that `write` writes until there are no more or the output is full; `count` of them or
  /// more. True when the writer should wait.
  @usableFromInline @inline(never)
  func sendPage(
    of count: Int, _ write: (inout FramedOutput) throws(RPCError) -> Void
  ) throws(RPCError) -> Bool {
    try here.send(count, write)
  }

  static var noRequest: RPCError {
    RPCError(.unimplemented, "The method takes one request message and got none.")
  }

  func takeBytes(_ body: (UnsafeRawBufferPointer) throws(RPCError) -> Void) throws(RPCError) {
    try unsafe here.takeRequest(body)
  }

  // MARK: From anywhere

  package func onlyRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q {
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
  package func sendOnly(_ reply: some WireMessage) async throws {
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

  @inline(never)
  func replyCompression() -> Compression? { here.replyCompression() }

  @inline(never)
  func unpackRequest<Q: WireMessage>(_ type: Q.Type) async throws -> Q? {
    try await here.unpackRequest(type)
  }

  @inline(never)
  func sendPacked(_ reply: some WireMessage, _ compression: Compression) async throws -> Bool {
    try await here.send(reply, compressedBy: compression)
  }

  /// False when there will be no more.
  @inline(never)
  func waitForInput() async throws -> Bool {
    let stream = here
    if stream.inputEnded { return false }
    await stream.wait(for: .reader)
    try Task.checkCancellation()
    return true
  }

  @usableFromInline @inline(never)
  func waitForRoom() async throws {
    let stream = here
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
