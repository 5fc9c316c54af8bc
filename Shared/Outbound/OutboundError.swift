/// Why something could not be sent.
package struct OutboundError: Error, Sendable, Equatable, CustomStringConvertible {
  package let kind: Kind
  /// For the log: libcurl's own words and numbers. Not for outsiders: it may name addresses.
  package let cause: String

  init(_ kind: Kind, cause: String = "") {
    self.kind = kind
    self.cause = cause
  }

  /// What went wrong, sorted by whether trying again can help (`isPassing`).
  package enum Kind: Sendable, Equatable {
    // Passing: the same may work later.
    case nameNotResolved
    case connectFailed
    case timedOut
    /// The connection or its TLS handshake broke off, or the peer said something that is no
    /// HTTP or SMTP.
    case connectionLost
    /// The mail server said "not now" (4yz).
    case mailDeferred(code: Int)
    /// The calling task was cancelled; whether the request arrived is not known.
    case cancelled
    /// The client was closed.
    case closed

    // Permanent: the same will fail again.
    /// The name resolves to nothing but addresses that the `AddressPolicy` refuses.
    case addressRefused(IPAddress)
    case certificateRefused
    /// STARTTLS was asked for and the mail server has none.
    case encryptionUnavailable
    /// The mail server said no (5yz), or its login was refused.
    case mailRefused(code: Int)
    /// The request or message is not one that can be sent; says what is wrong with it.
    case malformed(String)
    /// Our own set-up: a CA file that cannot be read, no memory.
    case misconfigured
  }

  /// Whether trying again later is worth it.
  package var isPassing: Bool {
    switch kind {
    case .nameNotResolved, .connectFailed, .timedOut, .connectionLost, .mailDeferred, .cancelled,
      .closed:
      true
    case .addressRefused, .certificateRefused, .encryptionUnavailable, .mailRefused, .malformed,
      .misconfigured:
      false
    }
  }

  /// For people outside: what they can act on, and nothing of our network.
  package var message: String {
    switch kind {
    case .nameNotResolved: "the host name could not be resolved"
    case .connectFailed: "no connection could be made"
    case .timedOut: "the destination did not answer in time"
    case .connectionLost: "the connection broke off before a complete answer came"
    case .mailDeferred(let code): "the mail server asked to try again later (\(code))"
    case .cancelled: "the request was cancelled"
    case .closed: "the service is stopping"
    // The address itself is not told: it would make us a way to look up internal names.
    case .addressRefused: "the destination's address is not permitted"
    case .certificateRefused: "the destination's TLS certificate could not be verified"
    case .encryptionUnavailable: "the mail server does not offer encryption"
    case .mailRefused(let code): "the mail server refused the message (\(code))"
    case .malformed(let what): what
    case .misconfigured: "outgoing connections are not set up correctly"
    }
  }

  package var description: String { cause.isEmpty ? message : "\(message) [\(cause)]" }
}
