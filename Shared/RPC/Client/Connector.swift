import NIOCore
import NIOPosix
import NIOSSL

/// Opens a channel's connections and knows those that are not closed yet.
final class Connector {
  /// Connections that do not end in order get this long when the channel is closed.
  private static let closeLimit = TimeAmount.seconds(2)
  /// Linux's TCP_USER_TIMEOUT: how long sent bytes may stay unacknowledged.
  private static let userTimeout = NIOBSDSocket.Option(rawValue: 18)

  let options: ChannelOptions
  let executor: LoopExecutor
  let headers: CallHeaders
  private let target: ChannelTarget
  private let unread: ByteBudget
  private var open: [ObjectIdentifier: ClientConnection] = [:]
  private var allClosed: [EventLoopPromise<Void>] = []
  /// Servers ask for less by closing a connection with "too_many_pings" (gRFC A8).
  private var keepaliveFactor = 1

  init(_ target: ChannelTarget, _ options: ChannelOptions, _ executor: LoopExecutor) {
    self.target = target
    self.options = options
    self.executor = executor
    headers = CallHeaders(target, options)
    unread = ByteBudget(bytes: options.unreadBytes)
  }

  var loop: any EventLoop { executor.loop }

  /// `changed` is told on the loop, never before this returns.
  func connect(
    to address: Endpoint,
    changed: @escaping (ClientConnection, ClientConnection.Change) -> Void
  ) throws(HTTP2Failure) -> ClientConnection {
    let keepalive = options.keepalive.map { Keepalive($0 * keepaliveFactor, options) }
    let connection = try ClientConnection(options, unread, keepalive, executor: executor)
    open[ObjectIdentifier(connection)] = connection
    connection.changed = changed
    // Strong: what is open keeps its connector, so that a channel may be let go of.
    connection.closed = { connection in self.closed(connection) }
    let bound = NIOLoopBound(self, eventLoop: loop)
    let connecting = NIOLoopBound(connection, eventLoop: loop)
    tlsContext().assumeIsolated().whenComplete { result in
      bound.eventLoop.execute { bound.value.connect(connecting.value, to: address, result) }
    }
    // Covers the TLS handshake and the server's SETTINGS too.
    connection.attemptTimeout = loop.scheduleTask(in: TimeAmount(options.connectTimeout)) {
      connecting.value.end(ConnectTimeout())
    }
    return connection
  }

  var hasCalls: Bool { open.values.contains { $0.hasCalls } }

  /// Ends every connection: what runs may finish within the grace. Succeeds when they are closed,
  /// or cut because that took too long.
  func shutDown(grace: TimeAmount) -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    guard !open.isEmpty else {
      promise.succeed()
      return promise.futureResult
    }
    allClosed.append(promise)
    for connection in open.values {
      if grace > .zero, connection.isReady { connection.drain() } else { connection.shutDown() }
    }
    let bound = NIOLoopBound(self, eventLoop: loop)
    loop.scheduleTask(in: grace) {
      for connection in bound.value.open.values { connection.shutDown() }
    }
    loop.scheduleTask(in: grace + Self.closeLimit) {
      for connection in bound.value.open.values { connection.end(nil) }
    }
    return promise.futureResult
  }

  private func closed(_ connection: ClientConnection) {
    if connection.sentTooManyPings { keepaliveFactor = min(keepaliveFactor * 2, 1 << 10) }
    open[ObjectIdentifier(connection)] = nil
    guard open.isEmpty else { return }
    for promise in allClosed { promise.succeed() }
    allClosed = []
  }

  // MARK: One attempt

  /// The files are read for each connection, so a certificate that was renewed is used; reading
  /// them, and the system's roots, is not for an event loop.
  private func tlsContext() -> EventLoopFuture<NIOSSLContext?> {
    guard let tls = options.tls else { return loop.makeSucceededFuture(nil) }
    return NIOThreadPool.singleton.runIfActive(eventLoop: loop) { try tls.clientContext() }
  }

  private func connect(
    _ connection: ClientConnection, to address: Endpoint,
    _ context: Result<NIOSSLContext?, any Error>
  ) {
    guard !connection.isOver else { return }
    do {
      var tls: NIOSSLClientHandler?
      if let context = try context.get(), let options = options.tls {
        tls = try NIOSSLClientHandler(context: context, serverHostname: target.tlsName(options))
      }
      let bound = NIOLoopBound(connection, eventLoop: loop)
      let tlsHandler = NIOLoopBound(tls, eventLoop: loop)
      switch address {
      case .socket(let address):
        bootstrap(bound, tlsHandler, address).connect(to: address).assumeIsolated().whenComplete {
          result in
          switch result {
          case .success(let channel): if connection.isOver { channel.close(promise: nil) }
          case .failure(let error): connection.end(error)
          }
        }
      case .inProcess(let server): try join(connection, tls, server.server)
      }
    } catch {
      connection.end(error)
    }
  }

  private func join(
    _ connection: ClientConnection, _ tls: NIOSSLClientHandler?, _ server: RPCServer
  ) throws {
    let theirLoop = try server.nextLoop()
    let (mine, theirs) = PipeChannel.pair(loop, theirLoop)
    if let tls { try mine.pipeline.syncOperations.addHandler(tls) }
    try mine.pipeline.syncOperations.addHandler(connection)
    theirLoop.execute {
      do {
        try server.serve(theirs)
        theirs.activate()
      } catch {
        theirs.close(promise: nil)
      }
    }
    mine.activate()
  }

  private func bootstrap(
    _ connection: NIOLoopBound<ClientConnection>, _ tls: NIOLoopBound<NIOSSLClientHandler?>,
    _ address: SocketAddress
  ) -> ClientBootstrap {
    let bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(TimeAmount(options.connectTimeout))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(.writeBufferWaterMark, value: .init(low: 64 << 10, high: 128 << 10))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls = tls.value { try channel.pipeline.syncOperations.addHandler(tls) }
          try channel.pipeline.syncOperations.addHandler(connection.value)
        }
      }
    // A peer that acknowledges nothing is noticed by the kernel too (gRFC A18).
    guard options.keepalive != nil, address.protocol != .unix else { return bootstrap }
    let timeout = Int(TimeAmount(options.keepaliveTimeout).nanoseconds / 1_000_000)
    return bootstrap.channelOption(.tcpOption(Self.userTimeout), value: timeout)
  }
}

struct ConnectTimeout: Error {}
