import Database
import StatusRules

/// Why a document did not arrive at an integration: the facts, for the rules to name the first reason
/// that holds.
struct Explanation: Sendable {
  /// A document whose approval has not come here.
  enum Elsewhere: Sendable {
    case notApproved
    /// Approved, and the event is under way.
    case onItsWay
  }

  let reason: DeliveryReason
  /// The newest delivery; nil where there is none.
  let delivery: DeliveryRecord?

  static func of(
    _ document: DocumentName, to integration: IntegrationRecord, knownElsewhere: Elsewhere?,
    in tx: isolated Transaction
  ) async throws -> Explanation {
    let documents = DocumentStore()
    let isHere = try await documents.isApproved(document, in: tx)
    let conditions = integration.conditions(
      documentIsApproved: isHere || knownElsewhere == .onItsWay,
      linkIsActive: try await integration.name.side.hasActiveLink(in: tx))
    let newest = try await DeliveryStore().newest(of: document, to: integration.name, in: tx)
    // The decision falls when the approval arrives; until then it is to send whatever may be sent now.
    let decision =
      isHere
      ? try await documents.decision(on: integration.name, for: document, in: tx)
      : .decide(conditions)
    return Explanation(
      reason: .first(now: conditions, decision: decision, delivery: newest?.state),
      delivery: newest)
  }
}
