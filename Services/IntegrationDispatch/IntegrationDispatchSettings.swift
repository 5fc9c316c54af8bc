import Assembly
import Hosting
import Outbound
import StatusRules

/// The settings of this service beside those that all have.
enum IntegrationDispatchSettings {
  static let folderRoot = Setting.path(
    "folder.root",
    help: "Folder that folder integrations deliver below; without it none is configured."
  ).optional
  static let plainTextWebhooks = Setting.boolean(
    "webhook.allow-http", default: false, help: "Whether webhooks may be http:// addresses.")
  static let webhookContent = Setting.byteSize(
    "webhook.content-limit", 1_024...(256 << 20), default: 16 << 20,
    help: "Most that a document's files may be together to go to a webhook.")
  static let webhookTimeout = Setting.duration(
    "webhook.timeout", .seconds(1) ... .seconds(120), default: .seconds(30),
    help: "How long a webhook may take to answer.")
  static let webhookRoots = Setting.path(
    "outbound.roots", help: "PEM file of the authorities to trust instead of the system's."
  ).optional
  static let allowedNetworks = Setting.list(
    "outbound.allowed-networks", default: [],
    help: "Networks (10.20.0.0/16) that webhooks may call although they are not public.")
  static let destinations = Setting.integer(
    "delivery.destinations", 1...10_000, default: 256,
    help: "Integrations worked on at once; a slow one takes one place.")
  static let perDestination = Setting.integer(
    "delivery.concurrency", 1...64, default: 4, help: "Deliveries at once to one integration.")
  static let lease = Setting.duration(
    "delivery.lease", .seconds(1) ... .seconds(600), default: .seconds(15),
    help: "How long the deliveries of a process that died wait for another.")
  static let firstDelay = Setting.duration(
    "delivery.first-delay", .milliseconds(10) ... .seconds(600), default: .seconds(5),
    help: "Longest wait before the second attempt; each later one is four times as long.")
  static let maximumAttempts = Setting.integer(
    "delivery.maximum-attempts", 1...100, default: 12,
    help: "Attempts before a delivery needs a person.")
  static let contentLimit = Setting.byteSize(
    "delivery.file-limit", 1_024...(1 << 30), default: 64 << 20,
    help: "Longest file that is delivered.")
  static let keyFile = Setting.path(
    "secrets.key-file",
    help: "File of the keys that secrets are sealed with; secrets.keys in the store.folder."
  ).optional
  static let clientLink = PeerSettings("client-link", default: "127.0.0.1:7001")
  static let documentStatus = PeerSettings("document-status", default: "127.0.0.1:7002")

  static let all: [any DeclaredSetting] =
    [
      folderRoot, plainTextWebhooks, webhookContent, webhookTimeout, webhookRoots, allowedNetworks,
      destinations, perDestination, lease, firstDelay, maximumAttempts, contentLimit, keyFile,
    ] + PeerSettings.all(clientLink, documentStatus)

  static func connectors(_ settings: Settings) throws -> ConnectorTable {
    let client = try OutboundClient(
      OutboundConfiguration(
        policy: try settings.addressPolicy(allowing: allowedNetworks),
        certificateFile: try settings[webhookRoots]))
    return ConnectorTable([
      FolderConnector(root: try settings[folderRoot]),
      WebhookConnector(
        client: client, allowsPlainText: try settings[plainTextWebhooks],
        contentLimit: try settings[webhookContent], timeout: try settings[webhookTimeout]),
    ])
  }

  static func retryPolicy(_ settings: Settings) throws -> RetryPolicy {
    let standard = RetryPolicy.standard
    return RetryPolicy(
      maximumAttempts: try settings[maximumAttempts],
      firstDelay: Int64(try settings[firstDelay] / .microseconds(1)), factor: standard.factor,
      maximumDelay: standard.maximumDelay, maximumRetryAfter: standard.maximumRetryAfter)
  }

  static func keyPath(_ settings: Settings) throws -> String {
    try settings[keyFile] ?? settings[StoreSettings.folder] + "/secrets.keys"
  }

  static func keyRing(_ settings: Settings) throws -> KeyRing {
    let path = try keyPath(settings)
    do {
      return try KeyRing.open(path)
    } catch {
      throw StartFailure(.usage, "cannot use the key file \(path): \(error)")
    }
  }
}
