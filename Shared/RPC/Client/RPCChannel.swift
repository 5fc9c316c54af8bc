import NIOCore
import Synchronization

/// A virtual connection to a service: connects when first used and again after a loss.
package final class RPCChannel: Sendable {
  /// A call that no server acted on is made again this often.
  private static let transparentRetries = 3
  private static let created = Atomic<Int>(0)

  private let executor: LoopExecutor
  private let core: NIOLoopBoundBox<ClientChannel>
  private let authority: String
  private let scheme: String
  private let options: ChannelOptions

  /// `target` is "host:port", or one of the other forms that `ChannelTarget` lists.
  package init(target: String, options: ChannelOptions = ChannelOptions()) {
    let target = ChannelTarget(target)
    let loops = LoopGroup.shared.loops
    let turn = Self.created.add(1, ordering: .relaxed).oldValue
    executor = loops[turn % loops.count]
    authority = options.authority ?? target.authority
    scheme = options.tls == nil ? "http" : "https"
    self.options = options
    core = .makeBoxSendingValue(
      ClientChannel(target, options, executor), eventLoop: executor.loop)
  }

  deinit {
    let core = core
    executor.loop.execute { _ = core.value.shutDown(grace: .zero) }
  }

  /// Takes no further calls; those that still run after the grace end with UNAVAILABLE. Returns when
  /// the connections are closed, at most two seconds after the grace.
  package func close(grace: Duration = .zero) async {
    let core = core
    let grace = TimeAmount(grace)
    try? await executor.loop.flatSubmit { core.value.shutDown(grace: grace) }.get()
  }

  package var state: ConnectivityState {
    get async {
      let core = core
      return (try? await executor.loop.submit { core.value.state }.get()) ?? .shutdown
    }
  }

  // MARK: The four kinds of calls

  package func unary<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> R {
    try await unaryReply(method, request, options, as: reply).message
  }

  /// As `unary`, with the metadata that came with the reply.
  package func unaryReply<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> Reply<R> {
    try await onLoop { channel throws(RPCError) in
      let body = try await channel.encode(request, options)
      let deadline = options.deadline
      var attempts = 0
      while true {
        let stream = try await channel.open(method, options, deadline, body: body)
        defer { stream.abandon() }
        do throws(RPCError) {
          let message = try await stream.onlyReply(reply)
          return Reply(
            message: message, wasCompressed: stream.messages.lastWasCompressed,
            initialMetadata: stream.initialMetadata ?? [:],
            trailingMetadata: stream.trailingMetadata)
        } catch {
          attempts += 1
          guard stream.isUnprocessed, attempts <= Self.transparentRetries else { throw error }
        }
      }
    }
  }

  /// Returns once the call is on its way; the replies are read from the result.
  package func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> Replies<R> {
    try await onLoop { channel throws(RPCError) in
      let body = try await channel.encode(request, options)
      let stream = try await channel.open(method, options, options.deadline, body: body)
      return Replies(ClientCall(stream))
    }
  }

  /// Runs `write`, then waits for the reply. When the server answers early, `write` sees its writes
  /// throw and the answer is the result.
  package func clientStreaming<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ options: CallOptions, as reply: R.Type,
    _ write: @Sendable (RequestWriter<Q>) async throws -> Void
  ) async throws(RPCError) -> R {
    let call = try await onLoop { channel throws(RPCError) in
      ClientCall(try await channel.open(method, options, options.deadline, body: nil))
    }
    do {
      try await write(RequestWriter(call))
      await call.endRequests()
    } catch {
      if await call.isRunning {
        await call.cancel()
        throw (error as? RPCError)
          ?? RPCError(.cancelled, "The caller gave the call up.", cause: error)
      }
    }
    return try await call.onLoop { stream throws(RPCError) in try await stream.onlyReply(reply) }
  }

  /// Requests and replies go their ways independently; `finish` the requests to let the call end.
  package func bidirectional<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ options: CallOptions, requests: Q.Type, as reply: R.Type
  ) async throws(RPCError) -> (requests: RequestWriter<Q>, replies: Replies<R>) {
    let call = try await onLoop { channel throws(RPCError) in
      ClientCall(try await channel.open(method, options, options.deadline, body: nil))
    }
    return (RequestWriter(call), Replies(call))
  }

  // MARK: On the loop

  @concurrent
  private func onLoop<T: Sendable>(
    _ body: @concurrent @Sendable (RPCChannel) async throws(RPCError) -> T
  ) async throws(RPCError) -> T {
    try await withTaskExecutorPreference(executor) { () async throws(RPCError) -> T in
      try await body(self)
    }
  }

  /// Puts a call on its way; a body that is given is the whole request.
  private func open(
    _ method: RPCMethod, _ options: CallOptions, _ deadline: Deadline?, body: ByteBuffer?
  ) async throws(RPCError) -> ClientStream {
    while true {
      let connection = try await core.value.connection(
        deadline: deadline, waitForReady: options.waitForReady)
      let headers = headers(method, options, deadline)
      let opened = connection.open(headers, deadline: deadline) { stream in
        stream.compression = options.compression
        if let body {
          stream.outgoing = body
          stream.end = .endStream
        }
      }
      if let opened { return opened }
    }
  }

  private func encode(
    _ request: some WireMessage, _ options: CallOptions
  ) async throws(RPCError) -> ByteBuffer {
    if let compression = options.compression {
      return try await ByteBuffer.packed(request, compression)
    }
    var body = ByteBuffer()
    try body.writeMessage(request)
    return body
  }

  private func headers(
    _ method: RPCMethod, _ call: CallOptions, _ deadline: Deadline?
  ) -> HeaderList {
    var list = HeaderList()
    list.add(":method", "POST")
    list.add(":scheme", scheme.utf8)
    list.add(":path", method.path.utf8)
    list.add(":authority", authority.utf8)
    list.add("content-type", "application/grpc")
    list.add("te", "trailers")
    list.add("user-agent", options.userAgent.utf8)
    list.add("grpc-accept-encoding", Compression.accepted)
    if let compression = call.compression {
      list.add("grpc-encoding", compression.rawValue.utf8)
    }
    if let deadline { list.add("grpc-timeout", Timeout.encode(deadline.remaining).utf8) }
    call.metadata.write(to: &list)
    return list
  }
}

/// A reply with the metadata around it.
package struct Reply<Message: WireMessage>: Sendable {
  package let message: Message
  package let wasCompressed: Bool
  package let initialMetadata: Metadata
  package let trailingMetadata: Metadata
}

extension CallOptions {
  /// The earlier of this call's own and that of the call it is made in.
  fileprivate var deadline: Deadline? {
    let own = timeout.map(Deadline.after)
    guard let outer = Deadline.current else { return own }
    return own.map { min($0, outer) } ?? outer
  }
}
