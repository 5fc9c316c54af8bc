/// How long a server keeps a connection and how it learns that a peer is gone (gRFCs A8 and A9).
/// Nil means never.
package struct ConnectionRules: Sendable {
  /// A connection on which nothing came for this long is asked by a PING, with calls or without,
  /// up to a quarter of it later.
  package var keepalive: Duration? = .seconds(7_200)
  /// A peer from which nothing came this long after that PING is gone: its connection is closed.
  package var keepaliveTimeout = Duration.seconds(20)
  /// A connection takes no more calls when it is this old, ±10 % at random so that clients which
  /// came together do not come back together.
  package var maximumAge: Duration?
  /// Calls that still run this long after that end with UNAVAILABLE.
  package var ageGrace: Duration?
  /// A connection takes no more calls when it had none for this long, up to a quarter of it later.
  package var maximumIdle: Duration?
  /// A peer may send a PING this often while it has calls. Replies make it forgiven: clients
  /// measure their line by PINGs between them.
  package var pingInterval = Duration.seconds(300)
  /// Whether it may also without calls; else one in two hours is allowed.
  package var allowsPingsWithoutCalls = false
  /// A peer that sends more PINGs too early than this loses its connection.
  package var pingStrikes = 2

  package init() {}
}
