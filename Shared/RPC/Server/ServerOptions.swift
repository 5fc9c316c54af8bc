/// How a server treats its calls and connections.
package struct ServerOptions: Sendable {
  /// Runs in the handler's task before the request is decoded. What it returns is the call's
  /// `principal`; what it throws is the call's status. Nil lets everybody in.
  package var authenticate: (@Sendable (ServerCall) async throws -> (any AnyObject & Sendable)?)?
  package var interceptors: [any ServerInterceptor] = []
  package var observer: any ServerObserver = SilentObserver()
  package var limits = ServerLimits()
  /// Methods whose messages may be longer, or must be shorter, than `limits` says.
  package var messageSizes: [RPCMethod: MessageSizes] = [:]
  package var connections = ConnectionRules()
  /// Nil serves plain text.
  package var tls: TLSOptions?
  /// Event loops; 0 means one a core.
  package var eventLoops = 0

  package init() {}
}

/// Bytes of one message of a method, without its prefix and not compressed.
package struct MessageSizes: Sendable {
  package var request: Int
  package var reply: Int

  package init(request: Int = 4 << 20, reply: Int = .max) {
    self.request = request
    self.reply = reply
  }
}

/// What a server grants its peers. All are per connection unless they say otherwise.
package struct ServerLimits: Sendable {
  /// Bytes of one request message; a longer one is RESOURCE_EXHAUSTED before it is read.
  package var messageBytes = 4 << 20
  /// Bytes of one reply message; a longer one is not sent and the call is RESOURCE_EXHAUSTED.
  package var replyBytes = Int.max
  package var concurrentStreams = 1_000
  /// Bytes of one header list as RFC 9113 section 6.5.2 counts them (32 a field).
  package var headerListBytes = 16 << 10
  /// Bytes the whole server holds of requests no handler has taken, of replies no client has taken
  /// and of open calls (4 KiB each), and 64 KiB more for each connection. A call that would exceed
  /// it ends with RESOURCE_EXHAUSTED.
  package var unreadBytes = 512 << 20
  /// The flow-control window of a stream, in bytes.
  package var streamWindowBytes = 256 << 10
  /// The flow-control window of a connection, in bytes.
  package var connectionWindowBytes = 4 << 20
  /// A stream's writer waits while this many of its bytes are unsent.
  package var streamOutgoingBytes = 64 << 10
  /// RST_STREAM frames a peer may send at once, and thereafter each second. Envoy resets a stream
  /// for every cancelled call: give such a peer more.
  package var resetBurst = 1_000
  package var resetsPerSecond = 33
  /// Concurrent connections of the whole server; further ones are closed at once.
  package var connections = 10_000
  /// A connection must be an HTTP/2 connection (its TLS handshake and preface done) by then.
  package var handshakeTimeout = Duration.seconds(10)

  package init() {}
}
