package import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A gRPC server: its services behind any number of listening addresses.
package final class RPCServer: Sendable {
  /// What is left after the grace gets this long to hear that the server stops.
  private static let farewell = Duration.seconds(1)

  private let core: ServerCore
  private let listeners = Mutex<[any Channel]>([])

  package init(services: [any RPCService], options: ServerOptions = ServerOptions()) {
    core = ServerCore(services: services, options: options)
  }

  /// Listens and returns the port that was bound, also where 0 was asked for. May be called again
  /// for further addresses. Throws when the address or the TLS files cannot be used.
  /// A host "unix:" with a path listens on a Unix socket, replacing a file that was left there;
  /// its port is 0.
  package func start(host: String, port: Int) async throws -> Int {
    let listener =
      if host.hasPrefix("unix:") {
        try await bootstrap().bind(
          unixDomainSocketPath: String(host.dropFirst("unix:".count)),
          cleanupExistingSocketFile: true
        ).get()
      } else {
        try await bootstrap().bind(host: host, port: port).get()
      }
    listeners.withLock { $0.append(listener) }
    return listener.localAddress?.port ?? 0
  }

  /// Serves a connection that somebody else opened, on that connection's event loop, where this is
  /// to be called. Throws when the server has stopped or has its number of connections.
  package func serve(_ channel: any Channel) throws {
    let executor = core.group.executor(of: channel.eventLoop)
    try Self.accept(
      channel, core, executor ?? LoopExecutor(loop: channel.eventLoop),
      core.options.tls?.serverContext())
  }

  /// Stops gracefully: no new connections and calls, accepted calls finish; what is left after
  /// `grace` ends with UNAVAILABLE. Returns when every connection is closed.
  package func stop(grace: Duration) async {
    let closing = listeners.withLock { listeners in
      defer { listeners = [] }
      return listeners
    }
    for listener in closing { try? await listener.close() }
    core.beginStop()
    if await core.isEmpty(within: grace) { return }
    core.forEachConnection { $0.stopNow() }
    if await core.isEmpty(within: Self.farewell) { return }
    core.forEachConnection { $0.closeNow() }
    _ = await core.isEmpty(within: Self.farewell)
  }

  private func bootstrap() throws -> ServerBootstrap {
    let core = core
    let tls = try core.options.tls?.serverContext()
    return ServerBootstrap(group: core.group.loops[0].loop, childGroup: core.group.group)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(
        .writeBufferWaterMark, value: .init(low: 64 << 10, high: 128 << 10)
      )
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard let executor = core.group.executor(of: channel.eventLoop) else { return }
          try Self.accept(channel, core, executor, tls)
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
