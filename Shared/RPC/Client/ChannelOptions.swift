import NIOCore

/// How a channel connects and what it accepts.
package struct ChannelOptions: Sendable {
  /// Nil speaks plain text.
  package var tls: TLSOptions?
  package var backoff = Backoff()
  /// For a connection to be made, its TLS handshake and the server's SETTINGS.
  package var connectTimeout = Duration.seconds(20)
  package var loadBalancing = LoadBalancing.pickFirst()
  /// What it says of load balancing and connections goes before what stands here.
  package var serviceConfig: ServiceConfig?
  /// Bytes that a call keeps of its requests, to make it again; one that sends more is not made
  /// again.
  package var replayBytes = 256 << 10
  /// Connections to one address: a further one is made when the others are at their server's limit
  /// of streams and calls wait (gRFC A105).
  package var connectionsPerAddress = 1
  /// The first is the outermost.
  package var interceptors: [any ClientInterceptor] = []
  package var observer: (any ClientObserver)?
  /// A name is looked up again no sooner than this after the last time.
  package var resolutionInterval = Duration.seconds(30)
  /// Connections are closed after a time without calls that is between once and twice this; nil
  /// keeps them.
  package var idleTimeout: Duration? = .seconds(30 * 60)
  /// Bytes of one reply message; a longer one is RESOURCE_EXHAUSTED before it is read.
  package var messageBytes = 4 << 20
  /// A stream's writer waits while this many of its bytes are unsent.
  package var streamOutgoingBytes = 64 << 10
  /// Bytes the channel holds of replies nobody has taken; a stream that would exceed it ends with
  /// RESOURCE_EXHAUSTED.
  package var unreadBytes = 256 << 20
  /// Flow-control windows, in bytes.
  package var streamWindowBytes = 256 << 10
  package var connectionWindowBytes = 4 << 20
  /// The `:authority` of calls; nil means the target.
  package var authority: String?
  package var userAgent = "daybook-rpc/1"
  /// Sends a PING on a connection that was silent this long while calls are open; nil sends none.
  /// At least ten seconds, and agreed with the server: it ends connections that ask too often.
  package var keepalive: Duration?
  /// A PING that is not answered by then ends the connection.
  package var keepaliveTimeout = Duration.seconds(20)
  /// Sends them without calls too.
  package var keepaliveWithoutCalls = false

  /// From the service config; where it is asked for (gRFC A17: not by pick_first).
  var healthService: String?

  // Set by tests.
  /// The head start of an address before the next is tried too (gRFC A61).
  var attemptDelay = Duration.milliseconds(250)
  var keepaliveFloor = Duration.seconds(10)
  var lookUp: @Sendable (_ host: String, _ port: Int) throws -> [SocketAddress] = {
    try RPC.lookUp($0, $1)
  }

  package init() {}
}

extension ChannelOptions {
  var withServiceConfig: ChannelOptions {
    var options = self
    options.loadBalancing = serviceConfig?.loadBalancing ?? loadBalancing
    if case .roundRobin = options.loadBalancing {
      options.healthService = serviceConfig?.healthService
    }
    options.connectionsPerAddress = serviceConfig?.connectionsPerAddress ?? connectionsPerAddress
    return options
  }
}
