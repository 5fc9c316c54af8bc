/// Whether a channel, or one address of it, has a connection (gRPC's
/// connectivity-semantics-and-api document).
package enum ConnectivityState: Sendable, Equatable {
  /// Not connected and not trying to: the next call does.
  case idle
  case connecting
  case ready
  /// The last attempts failed; another follows by itself.
  case transientFailure
  case shutdown
}
