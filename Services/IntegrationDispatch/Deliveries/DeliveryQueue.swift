import Database
import Identity
import RPC
import StatusRules

/// Makes deliveries due. The item of work is the integration and not the delivery: a worker holds one
/// destination at a time, so that a bad one keeps no worker from the others.
struct DeliveryQueue: Sendable {
  let work = LeasedWork(queue: "deliveries")
  private let store = DeliveryStore()

  /// A new delivery, queued. Refused while anything stands between document and integration.
  ///
  /// - Parameter approvedAt: Of the delivery that follows from the approval, whose id is the same
  ///   whenever it is made: after a restore a destination then knows what it has. Nil for a resend.
  func add(
    _ document: DocumentName, to integration: IntegrationRecord, approvedAt: Int64?,
    in tx: isolated Transaction
  ) async throws -> DeliveryRecord {
    let side = integration.name.side
    var facts = DeliveryFacts()
    facts.obstacle = try await obstacle(between: document, and: integration, in: tx)
    let outcome = try DeliveryMachine.decide(.decideToSend, in: nil, by: .service, given: facts)
    guard let space = SpaceID(side.partner ?? side.business) else {
      throw RPCError.notFound(side.description)
    }
    let id =
      approvedAt.map { time in
        ResourceID.repeatable(
          in: space, at: time, from: "delivery\n\(document)\n\(integration.name)")
      } ?? .timeOrdered(in: space, now: tx.now)
    let delivery = DeliveryRecord(
      name: DeliveryName(side: side, delivery: id.part), document: document,
      integration: integration.name.integration, status: outcome.status ?? .queued,
      isResend: approvedAt == nil, cancelReason: nil, isToStop: false, looksFirst: false,
      lastAnswer: "",
      destination: "", dueTime: tx.now, deliveredTime: nil, createTime: tx.now, attempts: 0)
    try await store.insert(delivery, in: tx)
    try await work.schedule(
      tx, space: side.space, id: integration.name.workID, at: tx.now)
    return delivery
  }

  /// What stands between a document and an integration now; nil when nothing does.
  func obstacle(
    between document: DocumentName, and integration: IntegrationRecord,
    in tx: isolated Transaction
  ) async throws -> DeliveryObstacle? {
    .first(
      in: integration.conditions(
        documentIsApproved: try await DocumentStore().isApproved(document, in: tx),
        linkIsActive: try await integration.name.side.hasActiveLink(in: tx)))
  }
}

/// Takes back what was not sent yet.
struct DeliveryCancelling: Sendable {
  private let store = DeliveryStore()

  /// Cancels what waits; what is in flight finishes and is not tried again.
  func cancelAll(
    to integration: IntegrationName, because reason: CancelReason, in tx: isolated Transaction
  ) async throws {
    for status in [DeliveryStatus.queued, .retrying, .inFlight] {
      // One decision for all in a status: the rules look at nothing else here.
      let outcome = try DeliveryMachine.decide(
        .cancel, in: status, by: .service, given: DeliveryFacts())
      try await store.cancel(
        to: integration, in: status, becoming: outcome.status ?? status, because: reason,
        stops: outcome.effects.contains(.stopAfterAttempt), in: tx)
    }
  }
}

/// The integration as an item of work.
extension IntegrationName {
  var workID: String { "\(side.business)/\(integration)" }

  init?(workSpace space: String, workID: String) {
    let parts = workID.split(separator: "/").map(String.init)
    guard parts.count == 2, let side = Side(space: space, business: parts[0]) else { return nil }
    self.init(side: side, integration: parts[1])
  }
}
