/// How a channel connects and what it accepts.
package struct ChannelOptions: Sendable {
  /// Nil speaks plain text.
  package var tls: TLSOptions?
  package var backoff = Backoff()
  package var connectTimeout = Duration.seconds(20)
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
  package var keepalive: Duration?
  /// A PING that is not answered by then ends the connection.
  package var keepaliveTimeout = Duration.seconds(20)

  package init() {}
}

/// The pause between attempts to connect, as gRPC's connection-backoff document has it.
package struct Backoff: Sendable {
  package var initial = Duration.seconds(1)
  package var multiplier = 1.6
  /// Each pause is stretched or shortened at random by up to this part of it.
  package var jitter = 0.2
  package var maximum = Duration.seconds(120)

  package init() {}
}
