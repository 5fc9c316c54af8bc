import NIOCore
import NIOHTTP1
import NIOPosix

/// The admin port: plain HTTP/1.1, one request a connection, meant for loopback or a cluster's own
/// network. It has a thread of its own, so it answers while the event loops of the calls are busy,
/// and everything that a peer can spend on it is bounded.
package final class AdminServer: Sendable {
  package struct Limits: Sendable {
    /// Bytes of a whole request; more closes the connection.
    package var requestBytes = 8 << 10
    /// From the accept to the last byte of the answer. Not prolonged by bytes that trickle in.
    package var connectionTime = Duration.seconds(5)
    /// Open connections; further ones are closed at once.
    package var connections = 32

    package init() {}
  }

  private let routes: AdminRoutes
  private let limits: Limits
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  package init(routes: AdminRoutes, limits: Limits = Limits()) {
    self.routes = routes
    self.limits = limits
  }

  /// Listens and returns the bound port.
  package func start(host: String, port: Int) async throws -> Int {
    let places = ConnectionPlaces(limits.connections)
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [routes, limits] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(ConnectionBounds(limits, places))
          try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
          try pipeline.addHandler(AdminHandler(routes))
        }
      }
      .bind(host: host, port: port).get()
    return channel.localAddress?.port ?? port
  }

  /// Closes the port and every connection.
  package func stop() async { try? await group.shutdownGracefully() }
}
