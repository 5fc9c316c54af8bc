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

  /// - Parameter sequence: Of the event among those of the document; one that came before changes
  ///   nothing.
  func apply(
    _ document: ApprovedDocument, sequence: Int64, in tx: isolated Transaction
  ) async throws {
    guard
      try await Inbox.accept(
        tx, source: "document-status", space: "businesses/\(document.name.business)",
        key: document.name.document, sequence: sequence)
    else { return }
    try await documents.put(document, in: tx)
    for side in try await sides(of: document.name.business, in: tx) {
      for integration in try await integrations.integrations(of: side, in: tx) {
        try await decide(on: integration, for: document.name, in: tx)
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
    on integration: IntegrationRecord, for document: DocumentName, in tx: isolated Transaction
  ) async throws {
    let decision = DeliveryDecision.decide(
      integration.conditions(documentIsApproved: true, linkIsActive: true))
    let isNew = try await documents.putDecision(
      decision, on: integration.name, for: document, in: tx)
    guard isNew, decision == .send else { return }
    _ = try await queue.add(document, to: integration, isResend: false, in: tx)
  }
}
