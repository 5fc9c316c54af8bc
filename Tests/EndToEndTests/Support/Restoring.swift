import Contracts
import Foundation
import Identity
import RPC
import Synchronization

/// The names that a service answered, in order.
private final class Answered: Sendable {
  let names = Mutex<[String]>([])
  var count: Int { names.withLock { $0.count } }
}

/// Backups, losses and restores of one service of a platform.
extension Platform {
  func backup(of service: ServiceProcess) -> URL {
    folder.appending(path: "backup-\(service.name)")
  }

  func backUp(_ service: ServiceProcess) throws {
    try service.command("backup", "--to", backup(of: service).path)
  }

  /// Backs a service up while it is written to, and sees that it goes on.
  ///
  /// - Parameter write: A change; answers the name of what it made or changed.
  /// - Returns: What was answered before the backup began, and so has to be in it.
  func backUp(
    _ service: ServiceProcess, while write: @escaping @Sendable (Int) async throws -> String
  ) async throws -> Set<String> {
    let answered = Answered()
    var before: Set<String> = []
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var number = 0
        while !Task.isCancelled {
          let name = try await write(number)
          answered.names.withLock { $0.append(name) }
          number += 1
        }
      }
      defer { group.cancelAll() }
      try await eventually("\(service.name) is written to") { answered.count >= 3 }
      before = answered.names.withLock { Set($0) }
      try await offPool { try self.backUp(service) }
      let count = answered.count
      try await eventually("\(service.name) goes on") { answered.count > count }
    }
    return before
  }

  /// Runs what blocks on a thread of its own, so that the tasks beside it go on.
  private func offPool(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
  }

  /// Takes the data of a service that is stopped away.
  func lose(_ service: ServiceProcess) throws {
    try FileManager.default.moveItem(
      at: service.data, to: service.data.appendingPathExtension("lost"))
  }

  /// kill -9, the data are gone, and the backup takes their place.
  ///
  /// - Parameter secret: The file that the operator keeps apart from backups.
  func restore(_ service: ServiceProcess, keeping secret: String? = nil) async throws {
    service.kill()
    try lose(service)
    try service.command("restore", "--from", backup(of: service).path)
    if let secret {
      try FileManager.default.copyItem(
        at: service.data.appendingPathExtension("lost").appending(path: secret),
        to: service.data.appending(path: secret))
    }
    try await service.start()
  }

  /// `daybook reconcile`, as the back office runs it; what it printed.
  func reconcile() async throws -> String {
    guard let subject = Subject("operator"), let space = SpaceID("platform") else {
      throw TestFailure("no subject or no space")
    }
    let token = try await TokenSigner(key: keys.signingKey, issuer: Self.issuer).sign(
      User(
        subject: subject, space: space, spaceKind: .backOffice, roles: [.backOffice],
        enterpriseNumber: nil))
    return try Tool.run(
      Tool.built("daybook"),
      [
        "reconcile", "--token", token, "--roots", folder.appending(path: "pki/roots.pem").path,
        "--client-link", clientLink.address, "--document-status", documentStatus.address,
        "--integration-dispatch", integrationDispatch.address,
      ])
  }

  /// Every file that was delivered and is there, with the time at which it was written.
  var deliveredFiles: [String: Date] {
    let delivered = folder.appending(path: "delivered")
    return VisibleFiles.below(delivered).reduce(into: [:]) { files, path in
      let values = try? delivered.appending(path: path).resourceValues(
        forKeys: [.contentModificationDateKey])
      files[path] = values?.contentModificationDate ?? .distantPast
    }
  }

  /// Waits until the services have told each other everything and no delivery waits any more: what
  /// has not arrived then will not come.
  func settled() async throws {
    try await eventually(within: .seconds(40), "nothing is to be told or delivered") {
      try services.allSatisfy { try waiting(in: $0) == "0" }
    }
  }

  /// How much leased work a service has, read by a program of others.
  private func waiting(in service: ServiceProcess) throws -> String {
    try Tool.run(
      "/usr/bin/sqlite3",
      [
        "-readonly", "-cmd", ".timeout 2000", service.data.appending(path: "database.sqlite").path,
        "SELECT count(*) FROM leased_work",
      ]
    ).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension Story {
  func play(_ only: String) async throws { try await play(from: only, upTo: only) }

  func play(from first: String, upTo last: String) async throws {
    for step in steps.drop(while: { $0.name != first }) {
      try await step.run()
      if step.name == last { return }
    }
  }

  /// How the firm's reading of the document and of its file ends; nil when both succeed.
  func readCode() async -> RPCError.Code? {
    await failure { [firm, firmDocument] in
      _ = try await firm.accounting.getAccountingDocument(
        GetAccountingDocumentRequest(name: firmDocument), firm.options)
      let content = try await firm.accounting.readAccountingContent(
        ReadAccountingContentRequest(name: firmDocument, part: .original), firm.options)
      for try await _ in content {}
    }?.code
  }

  func clientStatus() async throws -> ClientStatus {
    try await firm.clients.getClient(GetClientRequest(name: client.name), firm.options).status
  }

  /// Approves the document as it is now.
  func approveAgain() async throws {
    let now = try await business.documents.getDocument(
      GetDocumentRequest(name: document.name), business.options)
    _ = try await business.documents.approveDocument(
      ApproveDocumentRequest(name: now.name, etag: now.etag), business.options)
  }
}

extension String {
  /// Whether a line of a report tells this kind of finding about a story's link or document.
  func tells(_ kind: String, _ story: Story) -> Bool {
    split(separator: "\n").contains { line in
      line.contains(kind) && line.contains(story.business.user.space.description)
    }
  }
}
