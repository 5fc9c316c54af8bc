import Database
import Hosting
import Logging
import Records
import StatusRules

/// Carries deliveries to their destinations: lease an integration, begin an attempt, send, record.
///
/// An attempt that has begun is recorded before it is sent, so a process that dies in between leaves it
/// in flight, and who leases the integration next looks at the destination first. An integration is
/// held by one worker, which makes a few attempts at once there; what it waits for delays no other.
struct DeliveryWorker: Sendable {
  let database: Database
  let queue: DeliveryQueue
  let attempts: Attempts
  let connectors: ConnectorTable
  let keys: KeyRing
  let content: @Sendable (DocumentName, ApprovedFile) async throws(ContentFault) -> [UInt8]
  /// Attempts at once at one destination.
  let perDestination: Int
  /// How long the work of a process that died stays with it.
  let leaseDuration: Duration
  let logger: Logger

  /// Works until its task is cancelled; attempts that have begun are finished.
  ///
  /// - Parameter destinations: Worked on at once.
  func run(destinations: Int, owner: String) async {
    var loop = WorkLoop(queue.work, in: database, owner: owner)
    loop.concurrency = destinations
    loop.lease = leaseDuration
    loop.failed = { item, error in
      if error is CancellationError { return }
      logger.error(
        "deliveries could not be worked on",
        metadata: ["integration": "\(item.space) \(item.id)", "cause": "\(error)"])
    }
    loop.stalled = { error in
      logger.error("the queue cannot be asked for deliveries", metadata: ["cause": "\(error)"])
    }
    await loop.run { item in try await RequestContext().run { try await attend(item) } }
  }

  /// Makes the attempts that are due at one destination, then gives it back.
  func attend(_ item: LeasedWork.Item) async throws {
    guard let name = IntegrationName(workSpace: item.space, workID: item.id) else {
      try await database.write { tx in try await queue.work.finish(tx, item) }
      return
    }
    try await database.write { tx in
      try await queue.work.heartbeat(tx, item, for: leaseDuration)
      try await attempts.reclaim(name, in: tx)
    }
    try await makeAttempts(at: name, item)
    try await database.write { tx in
      if let due = try await attempts.nextDue(name, in: tx) {
        try await queue.work.release(tx, item, dueAt: due)
      } else {
        try await queue.work.finish(tx, item)
      }
    }
  }

  private func makeAttempts(at name: IntegrationName, _ item: LeasedWork.Item) async throws {
    try await withThrowingTaskGroup { group in
      var running = 0
      while true {
        let next = running < perDestination ? try await begin(name, item) : nil
        if let next {
          running += 1
          // A task of its own: a stop of the service lets an attempt that has begun come to its end.
          group.addTask { try await Task { try await make(next, item) }.value }
        } else if running > 0 {
          try await group.next()
          running -= 1
        } else {
          return
        }
      }
    }
  }

  private func begin(_ name: IntegrationName, _ item: LeasedWork.Item) async throws -> Attempt? {
    try await database.write { tx in
      try await queue.work.heartbeat(tx, item, for: leaseDuration)
      return try await attempts.begin(name, in: tx)
    }
  }

  private func make(_ attempt: Attempt, _ item: LeasedWork.Item) async throws {
    let result = await send(attempt)
    let recorded = try await database.write { tx in
      // Whoever has lost the lease records nothing: another looks at the destination now.
      try await queue.work.heartbeat(tx, item, for: leaseDuration)
      let delivery = try await attempts.record(result, of: attempt.delivery.name, in: tx)
      if case .gone = result { try await withdrawGrant(of: attempt.integration.name, in: tx) }
      return delivery
    }
    guard let recorded else { return }
    log(recorded, result)
    if ![.retrying, .queued].contains(recorded.status), let consignment = try? consignment(attempt)
    {
      await connectors.connector(attempt.integration.connector)?.settle(consignment)
    }
  }

  private func send(_ attempt: Attempt) async -> AttemptResult {
    let integration = attempt.integration
    if let gap = connectors.gaps(of: integration).first {
      return .permanent(answer: "\(gap.field): \(gap.message)")
    }
    if integration.configuration == .needsAuthorisation {
      return .permanent(answer: "the destination withdrew its permission: authorise it again")
    }
    guard let connector = connectors.connector(integration.connector) else {
      return .permanent(answer: "the connector is not offered")
    }
    do throws(KeyRingError) {
      let consignment = try consignment(attempt)
      if attempt.delivery.looksFirst, let found = await connector.look(for: consignment) {
        return found
      }
      return await connector.send(consignment)
    } catch .unknownKey {
      // Added to the key file since this replica started: one that has it takes the delivery up.
      logger.error("a secret is sealed with a key that this process does not have")
      return .passing(answer: "the key of the stored secret is not here yet", retryAfter: nil)
    } catch {
      logger.error("a secret does not open", metadata: ["cause": "\(error)"])
      return .permanent(answer: "the stored secret cannot be read: set it again, then resend")
    }
  }

  private func consignment(_ attempt: Attempt) throws(KeyRingError) -> Consignment {
    var secrets: [String: String] = [:]
    for (field, sealed) in attempt.integration.secrets {
      secrets[field] = try keys.open(sealed, for: "\(attempt.integration.name) \(field)")
    }
    let document = attempt.document
    return Consignment(
      delivery: attempt.delivery.name, document: document, isResend: attempt.delivery.isResend,
      settings: attempt.integration.settings, secrets: secrets
    ) { [content] file throws(ContentFault) in try await content(document.name, file) }
  }

  private func withdrawGrant(
    of name: IntegrationName, in tx: isolated Transaction
  ) async throws {
    guard let integration = try await IntegrationStore().integration(name, in: tx) else { return }
    try await IntegrationEvents(
      connectors: connectors, keys: keys, author: .dispatch, actor: .service
    ).withdrawGrant(of: integration, in: tx)
  }

  private func log(_ delivery: DeliveryRecord, _ result: AttemptResult) {
    logger.log(
      level: delivery.status == .failed ? .warning : .info, "delivery attempted",
      metadata: [
        "delivery": "\(delivery.name)", "attempt": "\(delivery.attempts)",
        "status": "\(delivery.status.rawValue)", "answer": "\(result.answer)",
      ])
  }
}
