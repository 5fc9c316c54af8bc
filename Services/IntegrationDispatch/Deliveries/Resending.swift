import Database
import Identity
import RPC
import Records
import StatusRules

/// Sends an approved document again: new deliveries, the old ones stay as they are.
struct Resending: Sendable {
  let queue: DeliveryQueue
  let user: User
  private let integrations = IntegrationStore()
  private let deliveries = DeliveryStore()

  init(queue: DeliveryQueue, by user: User) {
    self.queue = queue
    self.user = user
  }

  /// To the integration that is named, or to all of the side that are active and configured.
  /// FAILED_PRECONDITION where nothing can be sent, with what to put right.
  func resend(
    _ document: DocumentName, on side: Side, to integration: IntegrationName?,
    in tx: isolated Transaction
  ) async throws -> [DeliveryRecord] {
    if let integration {
      guard let record = try await integrations.integration(integration, in: tx) else {
        throw RPCError.notFound(integration.description)
      }
      return [try await resend(document, to: record, in: tx)]
    }
    // Said before what the integrations lack: without an approval none of them is reached.
    guard try await DocumentStore().isApproved(document, in: tx) else {
      throw RPCError(.failedPrecondition, DeliveryReason.notApproved.advice)
    }
    var made: [DeliveryRecord] = []
    for record in try await integrations.integrations(of: side, in: tx)
    where record.activity == .active && record.configuration == .configured {
      made.append(try await resend(document, to: record, in: tx))
    }
    guard !made.isEmpty else {
      throw RPCError(
        .failedPrecondition,
        "no integration of \(side) is active and configured: put one right, then resend")
    }
    return made
  }

  private func resend(
    _ document: DocumentName, to record: IntegrationRecord, in tx: isolated Transaction
  ) async throws -> DeliveryRecord {
    let newest = try await deliveries.newest(of: document, to: record.name, in: tx)
    if let newest {
      var facts = DeliveryFacts()
      facts.isOwn = true
      facts.isAssigned = true
      facts.obstacle = try await queue.obstacle(between: document, and: record, in: tx)
      _ = try DeliveryMachine.decide(
        .resend, in: newest.status, by: user.sideActor, given: facts)
    }
    let delivery = try await queue.add(document, to: record, approvedAt: nil, in: tx)
    try await HistoryStore().append(
      HistoryRow(
        thing: delivery.name.description, author: Author(user),
        event: DeliveryEvent.resend.rawValue, statusAfter: delivery.status.rawValue,
        audience: delivery.name.side.audience),
      space: delivery.name.side.space, in: tx)
    return delivery
  }
}
