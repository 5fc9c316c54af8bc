package import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A gRPC server: its services behind any number of listening addresses.
package final class RPCServer: Sendable {
  /// What is left after the grace gets this long to hear that the server stops.
  private static let farewell = Duration.seconds(1)

  private struct State {
    var listeners: [Listener] = []
    var certificates: ServerCertificates?
  }

  let core: ServerCore
  private let state = Mutex(State())

  package init(services: [any RPCService], options: ServerOptions = ServerOptions()) {
    core = ServerCore(services: services, options: options)
  }

  /// Listens and returns the port that was bound, also where 0 was asked for. May be called again
  /// for further addresses. Throws when the address or the TLS files cannot be used.
  /// A host "unix:" with a path listens on a Unix socket, replacing a file that was left there;
  /// its port is 0.
  package func start(host: String, port: Int) async throws -> Int {
    let accepted = AcceptCounter()
    let bootstrap = bootstrap(try certificates(), accepted)
    let channel =
      if host.hasPrefix("unix:") {
        try await bootstrap.bind(
          unixDomainSocketPath: String(host.dropFirst("unix:".count)),
          cleanupExistingSocketFile: true
        ).get()
      } else {
        try await bootstrap.bind(host: host, port: port).get()
      }
    let listener = Listener(channel: channel, accepted: accepted)
    state.withLock { $0.listeners.append(listener) }
    return channel.localAddress?.port ?? 0
  }

  /// Serves a connection that somebody else opened, on that connection's event loop, where this is
  /// to be called. Throws when the server has stopped or has its number of connections.
  package func serve(_ channel: any Channel) throws {
    let executor = core.group.executor(of: channel.eventLoop)
    try Self.accept(
      channel, core, executor ?? LoopExecutor(loop: channel.eventLoop), certificates()?.context)
  }

  /// The event loop of the next connection, as they are dealt to the server's loops. Throws when the
  /// server has stopped.
  func nextLoop() throws -> any EventLoop {
    guard !core.isStopping else { throw ChannelError.alreadyClosed }
    return core.group.group.next()
  }

  /// Reads the TLS files again if they have changed. True when connections that are opened from now
  /// on have new ones; those that are open keep theirs. Throws when the files cannot be used, once
  /// for each change of theirs; the old ones stay in use. Blocks while it reads.
  package func reloadCertificates() throws -> Bool {
    try state.withLock { $0.certificates }?.reload() ?? false
  }

  private func certificates() throws -> ServerCertificates? {
    guard let tls = core.options.tls else { return nil }
    return try state.withLock { state in
      if let certificates = state.certificates { return certificates }
      let certificates = try ServerCertificates(tls)
      state.certificates = certificates
      return certificates
    }
  }

  /// Stops gracefully: what waits to be accepted is accepted, then there are no new connections and
  /// calls, and accepted calls finish; what is left after `grace` ends with UNAVAILABLE. Returns when
  /// every connection is closed and event loops of the server's own have ended.
  package func stop(grace: Duration) async {
    await endConnections(grace: grace)
    await core.group.end(within: Self.farewell)
  }

  private func endConnections(grace: Duration) async {
    let closing = state.withLock { state in
      defer { state.listeners = [] }
      return state.listeners
    }
    for listener in closing { await listener.close(handingTo: core.group.loops.map(\.loop)) }
    core.beginStop()
    if await core.isEmpty(within: grace) { return }
    core.forEachConnection { $0.stopNow() }
    if await core.isEmpty(within: Self.farewell) { return }
    core.forEachConnection { $0.closeNow() }
    _ = await core.isEmpty(within: Self.farewell)
  }

  private func bootstrap(
    _ certificates: ServerCertificates?, _ accepted: AcceptCounter
  ) -> ServerBootstrap {
    let core = core
    return ServerBootstrap(group: core.group.loops[0].loop, childGroup: core.group.group)
      .serverChannelOption(.backlog, value: CInt(Listener.backlog))
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { $0.pipeline.addHandler(accepted) }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(
        .writeBufferWaterMark, value: .init(low: 64 << 10, high: 128 << 10)
      )
      // A connection keeps its buffer; one that has little to say keeps a small one.
      .childChannelOption(
        .recvAllocator,
        value: AdaptiveRecvByteBufferAllocator(minimum: 64, initial: 512, maximum: 64 << 10)
      )
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard let executor = core.group.executor(of: channel.eventLoop) else { return }
          try Self.accept(channel, core, executor, certificates?.context)
        }
      }
  }

  private static func accept(
    _ channel: any Channel, _ core: ServerCore, _ executor: LoopExecutor, _ tls: NIOSSLContext?
  ) throws {
    let connection = try ServerConnection(core, executor: executor)
    if let tls {
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
    }
    try channel.pipeline.syncOperations.addHandler(connection)
    guard core.opened(connection) else { throw ChannelError.alreadyClosed }
  }
}
