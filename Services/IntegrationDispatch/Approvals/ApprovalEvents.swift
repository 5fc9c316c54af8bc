import Database
import LinkGrants
import StatusRules

/// Takes an approval in: the document, the decision for every integration of the business and of its
/// linked firms, and the deliveries that follow, all in the caller's transaction.
struct ApprovalEvents: Sendable {
  let queue: DeliveryQueue
  private let documents = DocumentStore()
  private let integrations = IntegrationStore()

  init(queue: DeliveryQueue) { self.queue = queue }

  /// - Parameters:
  ///   - sequence: Of the event among those of the document; one that came before changes nothing.
  ///   - incarnation: Of document-status's data.
  func apply(
    _ document: ApprovedDocument, sequence: Int64, of incarnation: String = "",
    in tx: isolated Transaction
  ) async throws {
    guard
      try await Inbox.accept(
        tx, source: Incarnation.source("document-status", incarnation),
        space: "businesses/\(document.name.business)",
        key: document.name.document, sequence: sequence)
    else { return }
    try await documents.put(document, in: tx)
    for side in try await sides(of: document.name.business, in: tx) {
      for integration in try await integrations.integrations(of: side, in: tx) {
        try await decide(on: integration, for: document, in: tx)
      }
    }
  }

  private func sides(
    of business: String, in tx: isolated Transaction
  ) async throws -> [Side] {
    let partners = try await LinkGrantStore().activePartners(ofBusiness: business, in: tx)
    return [Side(business: business)] + partners.map { Side(partner: $0, business: business) }
  }

  /// Decided once for each (document, integration), and stored also when nothing is to be sent.
  private func decide(
    on integration: IntegrationRecord, for document: ApprovedDocument, in tx: isolated Transaction
  ) async throws {
    var conditions = integration.conditions(documentIsApproved: true, linkIsActive: true)
    if try await !wasActive(integration.name, at: document.approveTime, in: tx) {
      conditions.activity = .inactive
    }
    let decision = DeliveryDecision.decide(conditions)
    let isNew = try await documents.putDecision(
      decision, on: integration.name, for: document.name, in: tx)
    guard isNew, decision == .send else { return }
    // The same id again where the approval comes again after a restore: the destination then tells.
    _ = try await queue.add(
      document.name, to: integration, approvedAt: document.approveTime, in: tx)
  }

  /// Whether the integration was active, and the firm linked, when the document was approved. The
  /// approval may have been under way for long: what was switched on meanwhile does not get it.
  ///
  /// The approval has document-status's time, the link client-link's, and the activity this service's.
  /// They are compared as given: an allowance for clocks that differ would send what was approved
  /// shortly before the owner switched on, and a resend sends what a difference held back.
  private func wasActive(
    _ name: IntegrationName, at time: Int64, in tx: isolated Transaction
  ) async throws -> Bool {
    let intervals = try await integrations.intervals(of: name, in: tx)
    guard intervals.contains(where: { $0.start <= time && time < $0.end ?? .max }) else {
      return false
    }
    guard let partner = name.side.partner else { return true }
    return try await LinkGrantStore().periods(
      partner: partner, business: name.side.business, in: tx
    ).contains { $0.contains(time) }
  }
}
