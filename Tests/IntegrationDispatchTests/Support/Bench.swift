import Contracts
import Crypto
import Database
import Foundation
import Identity
import Logging
import Outbound
import Records
import StatusRules
import Synchronization
import TestDatabases
import Testing

@testable import IntegrationDispatch
@testable import LinkGrants
@testable import RPC

/// The rules' own, as RPC has one of its own too.
typealias RetryPolicy = StatusRules.RetryPolicy

/// The service in process: a real database, real folders, real HTTP.
final class Bench: Sendable {
  let root: TemporaryFolder
  private let store: TemporaryFolder
  let database: Database
  let keys: KeyRing
  let connectors: ConnectorTable
  let queue = DeliveryQueue()
  let lease = Lease()
  let worker: DeliveryWorker
  let integrations: IntegrationService
  let deliveries: DeliveryService
  let approvals: ApprovalService
  let links: LinkGrantReceiver
  let library = Library()

  static let secret = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()

  init(
    policy: RetryPolicy = .quick,
    allow networks: [IPNetwork] = [IPNetwork("127.0.0.0/8")].compactMap(\.self),
    plainText: Bool = true, more: [any IntegrationDispatch.Connector] = [],
    contentLimit: Int = 1 << 20,
    offersFolders: Bool = true, workerHasLease: Bool = true, isInFile: Bool = false
  ) async throws {
    root = try TemporaryFolder()
    store = try TemporaryFolder()
    database = try await Database.open(
      url: try await TestEngine.current.freshURL(in: isInFile ? store.path : nil),
      migrations: migrations)
    keys = try KeyRing(text: "k1 \(Data(repeating: 7, count: 32).base64EncodedString())")
    let client = try OutboundClient(
      OutboundConfiguration(policy: AddressPolicy(allow: networks)))
    connectors = ConnectorTable(
      more + [
        FolderConnector(root: offersFolders ? root.path : nil),
        WebhookConnector(
          client: client, allowsPlainText: plainText, contentLimit: contentLimit,
          timeout: .seconds(5)),
      ])
    let library = library
    worker = DeliveryWorker(
      database: database, queue: queue,
      attempts: Attempts(policy: policy, lease: workerHasLease ? lease : Lease()),
      connectors: connectors, keys: keys,
      content: { document, file throws(ContentFault) in try library.bytes(of: file) },
      perDestination: 4, leaseDuration: .seconds(30), logger: Logger(label: "test"))
    let calls = SideCalls(
      database: database, changes: Changes(in: database),
      access: SideAccess(partners: PartnerAccess(lease: lease)))
    let pages = try await PageTokens.open(in: database)
    integrations = IntegrationService(
      calls: calls, connectors: connectors, keys: keys, pages: pages)
    deliveries = DeliveryService(
      calls: calls, queue: queue, pages: pages, isApproved: { library.state(of: $0.description) })
    approvals = ApprovalService(database: database, events: ApprovalEvents(queue: queue))
    links = LinkEvents(connectors: connectors, keys: keys).receiver(
      in: database, try await Incarnation.open(in: database))
  }

  /// A call as the runtime hands it over, its caller proven.
  static func call(_ caller: Caller, _ method: RPCMethod = DeliveryServiceMethods.getDelivery)
    -> ServerCall
  {
    let call = ServerCall(
      method: method, metadata: [:], deadline: nil,
      peer: Peer(address: "192.0.2.1:1", certificateURIs: []))
    call.admit(caller)
    return call
  }

  // MARK: Doing things

  func makeFolder(
    _ path: String = "in", on side: String = "businesses/bakery", as user: Caller = .owner,
    active: Bool = true
  ) async throws -> Integration {
    try await make(
      Integration(
        connector: "folder", displayName: "Folder",
        configuration: .folder(FolderConfiguration(path: path))), on: side, as: user, active: active
    )
  }

  func makeWebhook(
    _ url: String, on side: String = "businesses/bakery", as user: Caller = .owner,
    active: Bool = true
  ) async throws -> Integration {
    try await make(
      Integration(
        connector: "webhook", displayName: "Webhook",
        configuration: .webhook(WebhookConfiguration(url: url, secret: Self.secret))),
      on: side, as: user, active: active)
  }

  func make(
    _ integration: Integration, on side: String = "businesses/bakery", as user: Caller = .owner,
    active: Bool = true
  ) async throws -> Integration {
    let made = try await integrations.createIntegration(
      CreateIntegrationRequest(parent: side, integration: integration), Self.call(user))
    guard active else { return made }
    return try await integrations.activateIntegration(
      ActivateIntegrationRequest(name: made.name), Self.call(user))
  }

  /// Approves a document of the bakery with one file, whose bytes are its own name.
  func approve(
    _ document: String = "doc-1", parts: [String] = ["original"], sequence: Int64 = 1,
    at time: Int64 = Bench.now
  ) async throws {
    _ = try await approvals.applyApproval(
      approval(document, parts: parts, sequence: sequence, at: time), Self.call(.documentStatus))
  }

  func approval(
    _ document: String = "doc-1", parts: [String] = ["original"], sequence: Int64 = 1,
    at time: Int64 = Bench.now
  ) -> ApplyApprovalRequest {
    ApplyApprovalRequest(
      sequence: sequence, document: "businesses/bakery/documents/\(document)",
      kind: "purchase_invoice", number: "F-1", issueDate: "2026-02-27", seller: "Mill",
      buyer: "Bakery", total: Amount(value: "121.00", currencyCode: "EUR"),
      contents: parts.map { library.put("\(document) \($0)", part: $0) },
      approveTime: GoogleProtobufTimestamp(microseconds: time))
  }

  func link(
    _ active: Bool = true, epoch: Int64 = 1, accountants: [String] = ["anna"],
    prepared: [PreparedIntegration] = [], at time: Int64 = Bench.now
  ) async throws {
    _ = try await links.applyLinkChange(
      ApplyLinkChangeRequest(
        sequence: epoch, partner: "partners/firm", business: "businesses/bakery", epoch: epoch,
        active: active, accountants: accountants, preparedIntegrations: prepared,
        time: GoogleProtobufTimestamp(microseconds: time), client: "partners/firm/clients/c1",
        clientDisplayName: "Bakery"),
      Self.call(.clientLink))
  }

  /// Microseconds since 1970 UTC, by the clock that transactions take their time from.
  static var now: Int64 { DatabaseOptions().clock() }

  func holdLease() { lease.renew(from: .now, for: .seconds(600)) }

  // MARK: Looking

  func list(_ side: String = "businesses/bakery", as user: Caller = .owner) async throws
    -> [Delivery]
  {
    try await deliveries.listDeliveries(
      ListDeliveriesRequest(parent: side), Self.call(user)
    ).deliveries
  }

  func get(_ name: String, as user: Caller = .owner) async throws -> Delivery {
    try await deliveries.getDelivery(GetDeliveryRequest(name: name), Self.call(user))
  }

  func explain(
    _ integration: Integration, document: String = "doc-1", as user: Caller = .owner
  ) async throws -> ExplainDeliveryResponse {
    let side = integration.name.split(separator: "/integrations/")[0]
    return try await deliveries.explainDelivery(
      ExplainDeliveryRequest(
        document: "\(side)/documents/\(document)", integration: integration.name), Self.call(user))
  }

  /// Runs the worker until `done`, at most 20 seconds.
  func work(
    destinations: Int = 8, until done: @escaping @Sendable () async throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup { group in
      group.addTask { await self.worker.run(destinations: destinations, owner: "test") }
      let isDone = try await Self.within(seconds: 20, done)
      group.cancelAll()
      try await group.waitForAll()
      #expect(isDone, "the deliveries did not come to the expected state in time")
    }
  }

  /// Runs the worker until every delivery of a side has one of the statuses.
  func work(
    until statuses: Set<Contracts.DeliveryStatus>, on side: String = "businesses/bakery",
    as user: Caller = .owner
  ) async throws {
    try await work {
      let all = try await self.list(side, as: user)
      return !all.isEmpty && all.allSatisfy { statuses.contains($0.status) }
    }
  }

  static func within(
    seconds: Int, _ done: @Sendable () async throws -> Bool
  ) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if try await done() { return true }
      try await Task.sleep(for: .milliseconds(5))
    }
    return false
  }
}

extension RetryPolicy {
  /// Retries at once, three attempts.
  static let quick = RetryPolicy(
    maximumAttempts: 3, firstDelay: 2_000, factor: 1, maximumDelay: 2_000,
    maximumRetryAfter: 24 * 3600 * 1_000_000)
  /// Does not come to its second attempt within a test.
  static let slow = RetryPolicy(
    maximumAttempts: 3, firstDelay: 3_600_000_000, factor: 1, maximumDelay: 3_600_000_000,
    maximumRetryAfter: 24 * 3600 * 1_000_000)
}

extension Caller {
  static let owner = user("omar", "bakery", .business, [.business(.administrator)])
  static let member = user("mia", "bakery", .business, [.business(.member)])
  static let stranger = user("olga", "butcher", .business, [.business(.administrator)])
  static let firm = user("fred", "firm", .partner(.accounting), [.partner(.administrator)])
  static let accountant = user("anna", "firm", .partner(.accounting), [.partner(.accountant)])
  static let unassigned = user("ugo", "firm", .partner(.accounting), [.partner(.accountant)])
  static let documentStatus = Caller(.service(.documentStatus))
  static let clientLink = Caller(.service(.clientLink))

  static func user(
    _ subject: String, _ space: String, _ kind: SpaceKind, _ roles: [CallerRole]
  ) -> Caller {
    guard let subject = Subject(subject), let space = SpaceID(space) else {
      return Caller(.service(.gateway))
    }
    return Caller(
      .user(User(subject: subject, space: space, spaceKind: kind, roles: roles)))
  }
}

/// The documents of document-status.
final class Library: Sendable {
  private let contents = Mutex<[String: [UInt8]]>([:])
  private let states = Mutex<[String: Bool]>([:])

  func put(_ text: String, part: String) -> ApprovedContent {
    let bytes = Array(text.utf8)
    let hash = Hex.text(SHA256.hash(data: bytes))
    contents.withLock { $0[hash] = bytes }
    return ApprovedContent(
      part: part, sha256: hash, sizeBytes: Int64(bytes.count),
      mediaType: part == "original" ? "application/pdf" : "application/xml")
  }

  /// Nothing can be read any more, as while document-status is away.
  func close() { contents.withLock { $0 = [:] } }

  func bytes(of file: ApprovedFile) throws(ContentFault) -> [UInt8] {
    guard let bytes = contents.withLock({ $0[file.sha256] }) else {
      throw ContentFault(answer: "the content could not be read", isPassing: true)
    }
    return bytes
  }

  func setState(of document: String, isApproved: Bool) {
    states.withLock { $0[document] = isApproved }
  }

  func state(of document: String) -> Bool? { states.withLock { $0[document] } }
}

/// The code with which `body` is refused; nil when it is not.
func code(_ body: () async throws -> Void) async -> RPCError.Code? {
  do {
    try await body()
    return nil
  } catch {
    return (ErrorTranslation.status(of: error) as? RPCError)?.code ?? .unknown
  }
}
