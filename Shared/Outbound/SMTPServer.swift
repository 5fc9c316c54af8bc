import CCurl

/// The mail server that messages are handed to.
package struct SMTPServer: Sendable {
  package enum Security: String, Sendable, CaseIterable {
    /// Plain text: for a server on the same machine.
    case none
    /// Begins in plain text and must be raised to TLS, or the transfer fails.
    case startTLS
    /// TLS from the first byte (`smtps`).
    case tls
  }

  /// A user and password for the mail server; refused as malformed where `security` is `none`.
  package struct Login: Sendable {
    package let user: String
    package let password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  package var host: String
  package var port: Int
  package var security: Security
  package var login: Login?
  /// The name given in EHLO; nil is this machine's.
  package var greeting: String?
  package var timeouts: Timeouts

  package init(
    host: String, port: Int, security: Security, login: Login? = nil, greeting: String? = nil,
    timeouts: Timeouts = Timeouts()
  ) {
    self.host = host
    self.port = port
    self.security = security
    self.login = login
    self.greeting = greeting
    self.timeouts = timeouts
  }

  func check() throws(OutboundError) {
    guard Self.isHost(host), (1...65_535) ~= port else {
      throw OutboundError(.malformed("the mail server is not a host name and port"))
    }
    guard greeting.map(Self.isHost) ?? true else {
      throw OutboundError(.malformed("the mail greeting is not a host name"))
    }
    guard login == nil || security != .none else {
      throw OutboundError(.malformed("a mail login is only sent over TLS"))
    }
  }

  private static func isHost(_ text: String) -> Bool {
    (1...255) ~= text.utf8.count
      && (IPAddress(text) != nil
        || text.utf8.allSatisfy { $0.isAlphanumeric || ".-_".utf8.contains($0) })
  }
}

/// What the mail server said when it took charge of a message.
package struct MailReceipt: Sendable, Equatable {
  /// The SMTP reply, 250.
  package let code: Int
  /// Its last line: often the server's own number for the message.
  package let reply: String
  package let address: IPAddress?
  package let timings: TransferTimings
}

/// A message written out, with its envelope and the server to give it to.
struct MailTransfer: Sendable {
  let server: SMTPServer
  let content: [UInt8]
  private let from: String
  private let to: [String]

  init(_ message: MailMessage, _ server: SMTPServer) throws(OutboundError) {
    try server.check()
    self.server = server
    content = try message.encoded()
    from = message.from.address
    to = message.to.map(\.address)
  }

  func configure(_ easy: inout EasyHandle) throws(OutboundError) {
    try easy.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    try easy.set(CURLOPT_URL, url)
    let level = server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
    try easy.set(CURLOPT_USE_SSL, Int(level.rawValue))
    if let login = server.login {
      try easy.set(CURLOPT_USERNAME, login.user)
      try easy.set(CURLOPT_PASSWORD, login.password)
    }
    try easy.set(CURLOPT_MAIL_FROM, from)
    try easy.set(CURLOPT_MAIL_RCPT, to)
    try easy.set(CURLOPT_UPLOAD, true)
    try easy.set(CURLOPT_INFILESIZE_LARGE, large: content.count)
  }

  private var url: String {
    let scheme = server.security == .tls ? "smtps" : "smtp"
    let host = server.host.contains(":") ? "[\(server.host)]" : server.host
    return "\(scheme)://\(host):\(server.port)/\(server.greeting ?? "")"
  }
}
