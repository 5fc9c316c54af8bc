/// What stands between a document and an integration before any delivery: a document is delivered when
/// it is approved, and the integration is active, and it is correctly configured.
package enum DeliveryObstacle: Hashable, Sendable {
  case notApproved
  /// Partner side: the link with the business has ended.
  case linkEnded
  case integrationInactive
  /// The field that is missing or wrong, or `authorisation` when the grant was withdrawn.
  case misconfigured(field: String)

  /// The field named when the destination has withdrawn its grant.
  package static let authorisation = "authorisation"

  /// The first that holds, in this order; `nil` when nothing stands in the way.
  package static func first(in facts: DeliveryConditions) -> DeliveryObstacle? {
    if !facts.documentIsApproved { return .notApproved }
    if !facts.linkIsActive { return .linkEnded }
    if facts.activity == .inactive { return .integrationInactive }
    switch facts.configuration {
    case .configured: return nil
    case .notConfigured: return .misconfigured(field: facts.missingField)
    case .needsAuthorisation: return .misconfigured(field: authorisation)
    }
  }
}

/// The facts about a document and an integration at one moment.
package struct DeliveryConditions: Sendable {
  package var documentIsApproved: Bool
  /// The partner's link; `true` for an integration of the business itself.
  package var linkIsActive: Bool
  package var activity: IntegrationActivity
  package var configuration: IntegrationConfiguration
  /// The first field that the integration's own check misses; read when it is not configured.
  package var missingField: String

  package init(
    documentIsApproved: Bool, linkIsActive: Bool, activity: IntegrationActivity,
    configuration: IntegrationConfiguration, missingField: String = ""
  ) {
    self.documentIsApproved = documentIsApproved
    self.linkIsActive = linkIsActive
    self.activity = activity
    self.configuration = configuration
    self.missingField = missingField
  }
}

/// The decision for one (document, integration), taken once, when the approval arrives, and stored.
package enum DeliveryDecision: Hashable, Sendable {
  case send
  case notToSend(because: DeliveryObstacle)

  package static func decide(_ facts: DeliveryConditions) -> DeliveryDecision {
    DeliveryObstacle.first(in: facts).map { .notToSend(because: $0) } ?? .send
  }
}

/// The newest delivery of a document to an integration, as it stands.
package enum DeliveryState: Hashable, Sendable {
  case queued
  case cancelled(CancelReason)
  case inFlight
  /// Due in microseconds since 1970 UTC.
  case retrying(due: Int64)
  case failed(lastAnswer: String)
  /// When in microseconds since 1970 UTC; where in the destination's own terms.
  case delivered(at: Int64, place: String)
}

/// "Why did it not arrive?": the answer for one document and one integration.
package enum DeliveryReason: Hashable, Sendable {
  case notApproved
  case linkEnded
  case integrationInactive
  case misconfigured(field: String)
  /// Nothing was sent at the approval: the integration was inactive, misconfigured, or not there yet.
  case approvedWhile(DeliveryObstacle)
  case cancelled(CancelReason)
  case queued
  case inFlight
  case waitingForRetry(due: Int64)
  case failed(lastAnswer: String)
  case delivered(at: Int64, place: String)

  /// The first reason that holds, in the order of the cases.
  /// - Parameters:
  ///   - now: the conditions as they are now.
  ///   - decision: as stored at the approval; `nil` when the integration did not exist then.
  ///   - delivery: the newest one, from the approval or a resend; `nil` when there is none.
  package static func first(
    now: DeliveryConditions, decision: DeliveryDecision?, delivery: DeliveryState?
  ) -> DeliveryReason {
    switch DeliveryObstacle.first(in: now) {
    case .notApproved: return .notApproved
    case .linkEnded: return .linkEnded
    case .integrationInactive: return .integrationInactive
    case .misconfigured(let field): return .misconfigured(field: field)
    case nil: break
    }
    guard let delivery else {
      switch decision {
      case .notToSend(let obstacle): return .approvedWhile(obstacle)
      case nil: return .approvedWhile(.integrationInactive)
      case .send: return .queued
      }
    }
    switch delivery {
    case .cancelled(let reason): return .cancelled(reason)
    case .queued: return .queued
    case .inFlight: return .inFlight
    case .retrying(let due): return .waitingForRetry(due: due)
    case .failed(let answer): return .failed(lastAnswer: answer)
    case .delivered(let at, let place): return .delivered(at: at, place: place)
    }
  }

  /// A stable word for programs.
  package var word: String {
    switch self {
    case .notApproved: "not_approved"
    case .linkEnded: "link_ended"
    case .integrationInactive: "integration_inactive"
    case .misconfigured: "misconfigured"
    case .approvedWhile(.misconfigured): "approved_while_misconfigured"
    case .approvedWhile: "approved_while_inactive"
    case .cancelled: "cancelled"
    case .queued: "queued"
    case .inFlight: "in_flight"
    case .waitingForRetry: "waiting_for_retry"
    case .failed: "failed"
    case .delivered: "delivered"
    }
  }

  /// What it means and what to do, in plain words. Times stand in the reason itself.
  package var advice: String {
    switch self {
    case .notApproved:
      "The document is not approved yet: saving is not enough, the business must approve it."
    case .linkEnded:
      "The link between the firm and the business has ended: nothing is sent on the firm's side."
    case .integrationInactive:
      "The integration is not active: activate it, then resend the document."
    case .misconfigured(DeliveryObstacle.authorisation):
      "The destination no longer grants access: authorise the integration again, then resend."
    case .misconfigured(let field):
      "The integration is not correctly configured (\(field)): correct it, then resend the document."
    case .approvedWhile(.misconfigured(let field)):
      "The document was approved while the integration was not correctly configured (\(field)): resend it."
    case .approvedWhile:
      "The document was approved before the integration was active: resend it."
    case .cancelled(.integrationDeactivated):
      "It was cancelled because the integration was deactivated: resend the document."
    case .cancelled(.linkEnded):
      "It was cancelled because the link had ended: resend the document."
    case .queued: "It is queued and will be sent in its turn."
    case .inFlight: "It is being sent now."
    case .waitingForRetry: "The destination did not take it yet: it is tried again by itself."
    case .failed(let answer):
      "The destination refused it or did not take it in any attempt (\(answer)): put that right, then resend."
    case .delivered(_, let place): "It has arrived at \(place)."
    }
  }
}
