import Content
import Contracts
import Database
import Foundation
import Identity
import LinkGrants
import RPC
import Records
import TestDatabases

@testable import DocumentStatus
@testable import LinkGrants

/// A running document-status: its own services behind a real server on a free port, an empty
/// database, contents in a folder that goes with it. Who calls is a word in the metadata; everything
/// else is as in the executable.
final class Desk: Sendable {
  let parts: Parts
  let folder: URL
  let channel: RPCChannel
  private let server: RPCServer

  private init(parts: Parts, folder: URL, channel: RPCChannel, server: RPCServer) {
    self.parts = parts
    self.folder = folder
    self.channel = channel
    self.server = server
  }

  /// - Parameter onDisk: Whether the database is a file where the engine is SQLite.
  static func run(
    leased: Bool = true, onDisk: Bool = false, _ body: (Desk) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "document-status-\(UUID().uuidString)")
    if onDisk {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let url = try await TestEngine.current.freshURL(
      in: onDisk ? folder.path(percentEncoded: false) : nil)
    let database = try await Database.open(url: url, migrations: migrations)
    let contents = try await ContentStore.open(url: "file:\(folder.path(percentEncoded: false))")
    let parts = try await Parts(
      database: database, contents: contents, dispatch: RPCChannel(target: "127.0.0.1:1"))
    var options = ServerOptions()
    options.interceptors = [ErrorTranslation()]
    options.eventLoops = 2
    options.authenticate = { call in
      guard let caller = call.metadata["caller"].flatMap({ People.all[$0] }) else {
        throw RPCError(.unauthenticated, "nobody")
      }
      try Access.table.check(caller, mayCall: call.method)
      return caller
    }
    let server = RPCServer(services: parts.services, options: options)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let desk = Desk(
      parts: parts, folder: folder, channel: RPCChannel(target: "127.0.0.1:\(port)"),
      server: server)
    if leased { desk.holdLease() }
    let outcome: Result<Void, any Error>
    do {
      try await body(desk)
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    await desk.channel.close()
    await server.stop(grace: .seconds(2))
    await database.close()
    try? FileManager.default.removeItem(at: folder)
    try outcome.get()
  }

  /// What client-link grants for as long as a test runs.
  func holdLease() {
    parts.lease.renew(from: .now, for: .seconds(600))
  }

  var documents: DocumentServiceClient { DocumentServiceClient(channel) }
  var accounting: AccountingServiceClient { AccountingServiceClient(channel) }
  var network: NetworkServiceClient { NetworkServiceClient(channel) }
  var source: DocumentSourceServiceClient { DocumentSourceServiceClient(channel) }

  func by(_ person: String) -> CallOptions {
    CallOptions(metadata: ["caller": person], timeout: .seconds(60))
  }

  /// client-link's word of a link.
  func link(
    _ partner: String = "firm", _ business: String = "bakery", epoch: Int64 = 1,
    active: Bool = true, accountants: [String] = ["anna"], time: Int64? = nil
  ) async throws {
    _ = try await LinkGrantServiceClient(channel).applyLinkChange(
      ApplyLinkChangeRequest(
        sequence: epoch, partner: "partners/\(partner)", business: "businesses/\(business)",
        epoch: epoch, active: active, accountants: accountants,
        time: time.map(GoogleProtobufTimestamp.init(microseconds:)),
        client: "partners/\(partner)/clients/c-\(business)", clientDisplayName: business),
      by("client-link"))
  }

  /// The approvals that wait for integration-dispatch, in their order.
  func approvals() async throws -> [ApplyApprovalRequest] {
    let payloads = try await parts.database.read { tx in
      try await tx.query("SELECT payload FROM outbox_event ORDER BY sequence").map {
        try $0.bytes("payload")
      }
    }
    return try payloads.map { try ApplyApprovalRequest(storedBytes: $0) }
  }

  /// A sweep whose limit of age is in the future finds everything old enough.
  func sweep(olderThan age: Duration) async throws -> SweepReport {
    let database = parts.database
    return try await parts.contents.sweep(olderThan: age) { content in
      try await database.read { tx in try await DocumentStore().names(content, in: tx) }
    }
  }
}
