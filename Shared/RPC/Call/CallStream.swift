import NIOCore

/// A call on its HTTP/2 stream, of either side and all four kinds: messages in, messages out, and
/// those who wait for them. Lives on its connection's event loop.
class CallStream: HTTP2Stream {
  enum Side { case reader, writer }

  /// Why nghttp2 has forgotten the stream.
  enum Closing {
    /// By RST_STREAM, or by both ends when the code is NO_ERROR.
    case stream(HTTP2ErrorCode)
    /// The other side never acted on it.
    case unprocessed
    case connectionLost
  }

  final let connection: HTTP2Connection
  // The connection's, held here: reached through it each use counted a reference, forty a call.
  final let loop: LoopContext
  final let session: HTTP2Session
  private final let unread: ByteAccount
  final var messages: MessageBuffer
  /// The peer will send no more messages.
  final private(set) var inputEnded = false
  /// What still arrives is dropped: the call has its answer.
  final var ignoresInput = false
  /// nghttp2 has forgotten the stream.
  final private(set) var isClosed = false
  /// Bytes of messages with their prefixes, as they travel: those that came, and those that were
  /// given to be sent.
  final private(set) var receivedBytes = 0
  final var sentBytes = 0
  /// This call's part of the connection's unread bytes.
  private final var countedBytes = 0
  /// What `outgoing` takes of memory, where it counts as unread too.
  private final var outgoingBytes = 0
  /// Of a message that was taken and is being decompressed.
  private final var packedBytes = 0
  private final var reader = Waiter()
  private final var writer = Waiter()

  init(connection: HTTP2Connection, messageBytes: Int, mark: Int) {
    self.connection = connection
    loop = connection.loop
    session = connection.session
    unread = connection.unread
    messages = MessageBuffer(limit: messageBytes)
    super.init(mark: mark)
  }

  /// As new, in the memory that it has: a finished stream that nobody else holds serves another call.
  /// `StreamReuseTests` compares every property with a new stream's.
  final func renew(id: Int32, messageBytes: Int) {
    self.id = id
    end = .open
    isDeferred = false
    writerWaits = false
    messages.renew(limit: messageBytes)
    inputEnded = false
    ignoresInput = false
    isClosed = false
    receivedBytes = 0
    sentBytes = 0
    countedBytes = 0
  }

  // MARK: What the peer did; each side of a call adds to these.

  func receivedHeaders(_ fields: Range<Int>, endStream: Bool, oversized: Bool) {}

  /// The stream's input cannot be used: the call ends with this.
  func inputFailed(_ error: RPCError) {}

  func streamClosed(_ closing: Closing) {}

  /// The connection has let go of the stream, and nobody else holds it. True when it is as it needs to
  /// be to serve another call.
  func retire() -> Bool { false }

  /// The trailers are due: the last byte of the body is on its way.
  func bodySent() {}

  func inputArrived() { wake(.reader) }

  /// Bytes came that nobody looks at.
  func inputDropped(_ count: Int) {}

  final func received(_ bytes: UnsafeRawBufferPointer) {
    if ignoresInput {
      session.consumeStream(id, bytes.count)
      return inputDropped(bytes.count)
    }
    receivedBytes += bytes.count
    defer { countUnread() }
    do throws(RPCError) {
      guard unread.reserve(bytes.count) else {
        throw RPCError(.resourceExhausted, "Too many bytes wait to be read.")
      }
      try unsafe messages.append(bytes)
      payBack()
      inputArrived()
    } catch {
      inputFailed(error)
    }
  }

  final func received(headers fields: Range<Int>, endStream: Bool, oversized: Bool) {
    // First, so that a call which ends by these headers knows that nothing is left to be stopped.
    if endStream { inputEnded = true }
    receivedHeaders(fields, endStream: endStream, oversized: oversized)
    if endStream { inputArrived() }
  }

  final func receivedEnd() {
    guard !inputEnded else { return }
    inputEnded = true
    inputArrived()
  }

  final func closed(_ closing: Closing) {
    isClosed = true
    streamClosed(closing)
    outgoing.removeAll(keeping: SpareParts.keptBytes)
    unread.book(-outgoingBytes)
    outgoingBytes = 0
    wake(.reader)
    wake(.writer)
  }

  // MARK: Messages

  /// Takes the first message as it came, if it came compressed; `unpack` makes a message of it.
  final func takePacked() throws(RPCError) -> PackedMessage? {
    guard let packed = try messages.takePacked() else { return nil }
    packedBytes = packed.bytes.readableBytes
    countUnread()
    payBack()
    return packed
  }

  /// The same for a caller that unpacks it when the stream is over: it counts no more.
  final func takePackedAway() throws(RPCError) -> PackedMessage? {
    defer { unpacked() }
    return try takePacked()
  }

  final func unpack<M: WireMessage>(
    _ packed: PackedMessage, _ type: M.Type
  ) async throws(RPCError) -> M {
    defer { unpacked() }
    return try await packed.message(type)
  }

  private final func unpacked() {
    packedBytes = 0
    countUnread()
  }

  /// Takes the bytes of the one message that is here, which is not compressed, for an empty buffer.
  final func takeOnlyMessage(for buffer: inout ByteBuffer) -> Bool {
    defer {
      countUnread()
      payBack()
    }
    return messages.takeOnly(for: &buffer)
  }

  /// The same where they are, which spares a call 110 instructions: until `dropOnlyMessage`, which must follow
  /// before anything else.
  final func takeOnlyMessageInPlace() -> UnsafeRawBufferPointer? {
    defer {
      countUnread()
      payBack()
    }
    return unsafe messages.takeOnlyInPlace()
  }

  final func dropOnlyMessage() { messages.dropOnly() }

  /// Hands the first message, which is not compressed, to `body`; false when none is complete.
  final func takeMessage(
    _ body: (UnsafeRawBufferPointer) throws(RPCError) -> Void
  ) throws(RPCError) -> Bool {
    defer {
      countUnread()
      payBack()
    }
    return try unsafe messages.take(body)
  }

  /// The same as a message; nil when none is complete.
  final func takeMessage<M: WireMessage>(_ type: M.Type) throws(RPCError) -> M? {
    var message: M?
    _ = try unsafe takeMessage { bytes throws(RPCError) in
      message = try unsafe M(wireBytes: bytes)
    }
    return message
  }

  /// Appends the message to the outgoing bytes. True when the writer should wait for the peer. Throws
  /// RESOURCE_EXHAUSTED when the message has more than `limit` bytes.
  final func append(_ message: some WireMessage, limit: Int) throws(RPCError) -> Bool {
    try append { output throws(RPCError) in try message.appendFramed(to: &output, limit: limit) }
  }

  /// The same for a message that has its prefix.
  final func append(framed message: ByteBuffer) -> Bool {
    append { output in output.writeImmutableBuffer(message) }
  }

  /// The same for what `write` appends: whole messages with their prefixes, or nothing and an error.
  final func append<E: Error>(
    _ write: (inout ByteBuffer) throws(E) -> Void
  ) throws(E) -> Bool {
    if outgoing.readerIndex > outgoing.readableBytes { outgoing.discardReadBytes() }
    let before = outgoing.readableBytes
    try write(&outgoing)
    sentBytes += outgoing.readableBytes - before
    outputChanged()
    return outgoing.readableBytes >= mark
  }

  /// Counts what waits to be sent as unread, since a peer that keeps its windows shut must not make
  /// us hold replies without end. Where the budget has no room, what came after the first `kept`
  /// bytes is taken back and RESOURCE_EXHAUSTED thrown.
  final func countOutgoing(orKeep kept: Int) throws(RPCError) {
    let change = outgoing.storageCapacity - outgoingBytes
    if change == 0 { return }
    guard unread.reserve(change) else {
      sentBytes -= outgoing.readableBytes - kept
      outgoing.moveWriterIndex(to: outgoing.readerIndex + kept)
      if kept == 0 { outgoing = ByteBuffer() }
      throw RPCError(.resourceExhausted, "Too many replies wait to be read.")
    }
    unread.book(change)
    outgoingBytes += change
  }

  final func discardInput() {
    messages.removeAll()
    countUnread()
  }

  /// nghttp2 has something to send, at the end of the loop's turn.
  final func outputChanged() {
    if isDeferred, !isClosed { session.resume(self) }
    connection.needsFlush()
  }

  private final func payBack() {
    let count = messages.payBack()
    guard count > 0, !inputEnded, !isClosed else { return }
    session.consumeStream(id, count)
    connection.needsFlush()
  }

  private final func countUnread() {
    let held = messages.byteCount + packedBytes
    unread.book(held - countedBytes)
    countedBytes = held
  }

  // MARK: Waiting

  final func wake(_ side: Side) {
    switch side {
    case .reader: reader.wake()
    case .writer: writer.wake()
    }
  }

  /// Suspends until something changed or the task is cancelled; the caller looks what it was.
  final func wait(for side: Side) async {
    let ticket = side == .reader ? reader.nextTicket() : writer.nextTicket()
    let bound = NIOLoopBound(self, eventLoop: loop.loop)
    await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { continuation in
        switch side {
        case .reader: unsafe reader.suspend(continuation)
        case .writer: unsafe writer.suspend(continuation)
        }
      }
    } onCancel: {
      bound.eventLoop.execute { bound.value.cancelWait(side, ticket) }
    }
  }

  private final func cancelWait(_ side: Side, _ ticket: Int) {
    switch side {
    case .reader: reader.wake(ticket: ticket)
    case .writer: writer.wake(ticket: ticket)
    }
  }
}
