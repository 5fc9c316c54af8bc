import RPC

/// The settings of what clients' connections may do and how long they last.
enum ConnectionSettings {
  private static let day = Duration.seconds(86_400)

  static let keepalive = Setting.duration(
    "listen.keepalive", .zero...day, default: .seconds(7_200),
    help: "Silence after which a client is asked whether it is there; 0s never asks.")
  static let keepaliveTimeout = Setting.duration(
    "listen.keepalive-timeout", .milliseconds(100) ... .seconds(600), default: .seconds(20),
    help: "How long it may take to answer before its connection is closed.")
  static let age = Setting.duration(
    "listen.connection-age", .zero...day, default: .zero,
    help: "Age, ±10 %, at which a connection takes no more calls; 0s is any.")
  static let ageGrace = Setting.duration(
    "listen.connection-age-grace", .zero...day, default: .zero,
    help: "How long its calls may then go on; 0s is as long as they like.")
  static let idle = Setting.duration(
    "listen.connection-idle", .zero...day, default: .zero,
    help: "Time without calls after which a connection is given up; 0s is any.")
  static let pingInterval = Setting.duration(
    "listen.ping-interval", .zero...day, default: .seconds(300),
    help: "How often a client may send a PING; sooner ones are counted against it.")
  static let pingsWithoutCalls = Setting.boolean(
    "listen.pings-without-calls", default: false,
    help: "Whether it may also while it has no call.")

  static let all: [any DeclaredSetting] = [
    keepalive, keepaliveTimeout, age, ageGrace, idle, pingInterval, pingsWithoutCalls,
  ]

  static func rules(_ settings: Settings) throws -> ConnectionRules {
    var rules = ConnectionRules()
    rules.keepalive = try limit(keepalive, settings)
    rules.keepaliveTimeout = try settings[keepaliveTimeout]
    rules.maximumAge = try limit(age, settings)
    rules.ageGrace = try limit(ageGrace, settings)
    rules.maximumIdle = try limit(idle, settings)
    rules.pingInterval = try settings[pingInterval]
    rules.allowsPingsWithoutCalls = try settings[pingsWithoutCalls]
    return rules
  }

  /// Zero stands for none.
  private static func limit(_ setting: Setting<Duration>, _ settings: Settings) throws -> Duration?
  {
    let limit = try settings[setting]
    return limit == .zero ? nil : limit
  }
}
