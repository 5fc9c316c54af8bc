import Assembly
import Hosting
import Outbound

/// The settings of this service beside those that all have.
enum ClientLinkSettings {
  static let linkBase = Setting.url(
    "invitation.link-base", schemes: ["https", "http"],
    default: "https://app.daybook.example/invitations/",
    help: "What an invitation's token is appended to: the link in the mail and its QR code.")
  static let lifetime = Setting.duration(
    "invitation.lifetime", .seconds(60) ... .seconds(365 * 86_400), default: .seconds(30 * 86_400),
    help: "How long an invitation can be used.")
  static let reminder = Setting.duration(
    "invitation.reminder", .zero ... .seconds(365 * 86_400), default: .seconds(7 * 86_400),
    help: "How long before its expiry an invitation is sent again as a reminder; 0s sends none.")
  static let invitationKey = StoreSecret(
    "invitation-key", setting: "invitation.key-file", use: "invitations' tokens are derived from")
  static let checkIsRequired = Setting.boolean(
    "kyc.required", default: false,
    help: "Whether the back office must pass an identity check before a link is made.")
  static let leaseDuration = Setting.duration(
    "lease.duration", .milliseconds(500) ... .seconds(120), default: .seconds(10),
    help:
      "For how long another service may answer partners without hearing from here. The end of a "
      + "link waits at most this long for a service that cannot be reached.")

  static let smtpHost = Setting.text(
    "smtp.host", default: "127.0.0.1", help: "Mail server that invitations are handed to.")
  static let smtpPort = Setting.integer(
    "smtp.port", 1...65_535, default: 587, help: "Its port.")
  static let smtpSecurity = Setting.choice(
    "smtp.security", SMTPServer.Security.allCases.map(\.rawValue), default: "startTLS",
    help: "none (plain text, for a server on this machine), startTLS or tls.")
  static let smtpUser = Setting.text(
    "smtp.user", help: "Login at the mail server; without it there is none."
  ).optional
  static let smtpPassword = Setting.text("smtp.password", help: "Password of that login.")
    .secret.optional
  static let smtpFrom = Setting.text(
    "smtp.from", default: "invitations@daybook.example", help: "Address that invitations come from."
  )
  static let smtpNetworks = Setting.list(
    "smtp.allowed-networks", default: ["127.0.0.0/8", "::1/128"],
    help: "Networks beside public addresses that the mail server may be in, such as 10.20.0.0/16.")
  static let smtpRoots = Setting.path(
    "smtp.roots", help: "PEM file of authorities for the mail server instead of the system's."
  ).optional

  static let documentStatus = PeerSettings("document-status", default: "127.0.0.1:7002")
  static let integrationDispatch = PeerSettings(
    "integration-dispatch", default: "127.0.0.1:7003")

  static let all: [any DeclaredSetting] =
    [
      linkBase, lifetime, reminder, invitationKey.setting, checkIsRequired, leaseDuration, smtpHost,
      smtpPort, smtpSecurity, smtpUser, smtpPassword, smtpFrom, smtpNetworks, smtpRoots,
    ] + PeerSettings.all(documentStatus, integrationDispatch)
}
