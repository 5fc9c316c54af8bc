import Foundation
import Identity
import RPC
import Testing

/// The three real executables on free ports with a data folder of their own, a mail catcher and a
/// webhook receiver. Everything is stopped, by pid, and removed when the body has returned.
final class Platform: Sendable {
  let folder: URL
  let keys: DevelopmentKeys
  let clientLink: ServiceProcess
  let documentStatus: ServiceProcess
  let integrationDispatch: ServiceProcess
  let mail: MailCatcher
  let webhook: WebhookReceiver
  static let issuer = "https://daybook.test"

  var services: [ServiceProcess] { [clientLink, documentStatus, integrationDispatch] }

  /// Runs `body` on a platform that is up.
  ///
  /// - Parameter lease: The duration of the services' leases; short ones make tests short.
  static func run(
    lease: String = "2s", _ body: (Platform) async throws -> Void
  ) async throws {
    let platform = try Platform(lease: lease)
    defer { platform.remove() }
    for service in platform.services { try await service.start() }
    try await body(platform)
  }

  private init(lease: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "daybook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "delivered"), withIntermediateDirectories: true)
    try Tool.run(Repository.file("deploy/certificates"), [folder.appending(path: "pki").path])
    keys = try DevelopmentKeys(folder: folder.path)
    mail = try MailCatcher(folder: folder.appending(path: "mail"))
    webhook = try WebhookReceiver(folder: folder.appending(path: "webhook"))
    let ports = try FreePorts.take(3)
    let setup = ServiceSetup(folder: folder, keySet: keys.keySetPath, ports: ports)
    clientLink = setup.process(
      "client-link",
      [
        "--lease-duration", lease, "--smtp-host", "127.0.0.1", "--smtp-port", "\(mail.port)",
        "--smtp-security", "none",
      ])
    documentStatus = setup.process("document-status", [])
    integrationDispatch = setup.process(
      "integration-dispatch",
      [
        "--folder-root", folder.appending(path: "delivered").path, "--webhook-allow-http",
        "--outbound-allowed-networks", "127.0.0.0/8",
      ])
  }

  private func remove() {
    for service in services { service.kill() }
    mail.stop()
    webhook.stop()
    try? FileManager.default.removeItem(at: folder)
  }
}

/// Where the project's files are.
enum Repository {
  static func file(_ path: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: path).path
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: file(path))))
  }

  /// The Python that deploy/packages prepared.
  static let python = file(".build/python/bin/python3")
}
