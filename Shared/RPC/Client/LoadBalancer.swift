/// Which of a channel's addresses its calls go to. Lives on the channel's event loop.
protocol LoadBalancer: AnyObject {
  /// The addresses of the target, the first time and whenever they may have changed; never empty.
  func update(_ addresses: [Endpoint])
  /// A connection for a call. May begin to connect; never reports a change before it returns.
  func pick() -> Pick
  func shutDown()
  var state: ConnectivityState { get }
}

/// What a balancer says to a call.
enum Pick {
  case connection(ClientConnection)
  /// There will be a connection, or room on one, or a failure.
  case wait
  /// The last attempts failed; why.
  case fail(any Error)
}

/// How a channel spreads its calls over the addresses of its target.
package enum LoadBalancing: Sendable, Hashable {
  /// All calls on the first address that can be connected to.
  case pickFirst(shuffled: Bool = false)
  /// A connection to each address; calls take them in turn.
  case roundRobin
}
