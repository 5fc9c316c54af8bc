/// A virtual connection to a service: connects when first used and again after a loss.
package final class RPCChannel: Sendable {
  /// `target` is "host:port" or "unix:" and a path.
  package init(target: String, options: ChannelOptions = ChannelOptions()) {}

  package func unary<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> R {
    throw RPCError(.unimplemented, "")
  }

  /// Returns once the call is on its way; the replies are read from the result.
  package func serverStreaming<Q: WireMessage, R: WireMessage>(
    _ method: RPCMethod, _ request: Q, _ options: CallOptions, as reply: R.Type
  ) async throws(RPCError) -> Replies<R> {
    throw RPCError(.unimplemented, "")
  }

  /// Calls that are running end with UNAVAILABLE.
  package func close() async {}
}
