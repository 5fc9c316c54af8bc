/// A gRPC server: its services behind any number of listening addresses.
package final class RPCServer: Sendable {
  package init(services: [any RPCService], options: ServerOptions = ServerOptions()) {}

  /// Listens and returns the port that was bound, also where 0 was asked for.
  package func start(host: String, port: Int) async throws -> Int {
    throw RPCError(.unimplemented, "")
  }

  /// Stops gracefully: no new connections and calls, accepted calls finish; what is left after
  /// `grace` ends with UNAVAILABLE.
  package func stop(grace: Duration) async {}
}
