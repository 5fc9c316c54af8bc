import Assembly
import Hosting
import Outbound

/// The mail server that the settings name.
struct MailSettings: Sendable {
  let client: OutboundClient
  let server: SMTPServer
  let sender: MailAddress

  /// - Throws: `StartFailure` for what cannot be right.
  init(_ settings: Settings) throws {
    let user = try settings[ClientLinkSettings.smtpUser]
    let password = try settings[ClientLinkSettings.smtpPassword]
    guard (user == nil) == (password == nil) else {
      throw StartFailure(.usage, "smtp.user and smtp.password go together")
    }
    let security =
      SMTPServer.Security(rawValue: try settings[ClientLinkSettings.smtpSecurity]) ?? .tls
    guard user == nil || security != .none else {
      throw StartFailure(.usage, "smtp.user needs smtp.security startTLS or tls")
    }
    let login = user.flatMap { user in
      password.map { SMTPServer.Login(user: user, password: $0) }
    }
    server = SMTPServer(
      host: try settings[ClientLinkSettings.smtpHost],
      port: try settings[ClientLinkSettings.smtpPort],
      security: security, login: login)
    do {
      sender = try MailAddress(try settings[ClientLinkSettings.smtpFrom])
    } catch {
      throw StartFailure(.usage, "smtp.from: \(error)")
    }
    client = try OutboundClient(
      OutboundConfiguration(
        policy: try settings.addressPolicy(allowing: ClientLinkSettings.smtpNetworks),
        certificateFile: try settings[ClientLinkSettings.smtpRoots]))
  }
}
