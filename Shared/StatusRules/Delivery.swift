package enum DeliveryStatus: String, Sendable, CaseIterable {
  case queued
  case inFlight = "in_flight"
  case delivered, retrying, failed, cancelled
}

/// What happens to a delivery: the worker's outcomes, and what a side or a link's end asks for.
package enum DeliveryEvent: String, Sendable, CaseIterable {
  /// The decision for (document, integration) is to send.
  case decideToSend = "decide_to_send"
  /// A worker takes the delivery for the time of its lease.
  case lease
  /// The destination confirms that it has the document.
  case confirm
  case passingFault = "passing_fault"
  case permanentFault = "permanent_fault"
  /// Retrying with no attempt left, as after the last worker was lost.
  case giveUp = "give_up"
  /// The worker's lease ran out without an outcome.
  case loseWorker = "lose_worker"
  /// The integration was deactivated, or the link ended.
  case cancel
  case resend
}

/// Why a delivery was cancelled.
package enum CancelReason: String, Sendable, CaseIterable {
  case integrationDeactivated = "integration_deactivated"
  case linkEnded = "link_ended"
}

package enum DeliveryEffect: String, Sendable, CaseIterable {
  /// Store the attempt with its answer.
  case storeAttempt = "store_attempt"
  /// Store when the next attempt is due (``RetryPolicy``).
  case scheduleRetry = "schedule_retry"
  /// The next attempt looks at the destination before it sends.
  case lookAtDestinationFirst = "look_at_destination_first"
  /// A person must act: show it, count it, alarm.
  case askPerson = "ask_person"
  /// Store why, as ``CancelReason``.
  case storeCancelReason = "store_cancel_reason"
  /// Mark the delivery so that it makes no attempt after the one in flight.
  case stopAfterAttempt = "stop_after_attempt"
  /// Make a new delivery with a new id.
  case makeDelivery = "make_delivery"
}

/// What integration-dispatch knows when a delivery event comes. What is left out refuses.
package struct DeliveryFacts: Sendable {
  /// The clock has reached the time at which the retry is due.
  package var isDue = false
  /// The policy allows another attempt.
  package var hasAttemptsLeft = false
  /// The lease of the worker that has it is over.
  package var leaseHasRunOut = false
  /// It was cancelled while in flight (``DeliveryEffect/stopAfterAttempt``).
  package var isToStop = false
  /// The integration is on the caller's own side.
  package var isOwn = false
  /// The calling accountant has the client assigned.
  package var isAssigned = false
  /// What stands between document and destination now, if anything.
  package var obstacle: DeliveryObstacle? = .notApproved

  package init() {}
}

package enum DeliveryGuard: String, TransitionGuard {
  case due
  case leaseRanOut = "lease_ran_out"
  case attemptsSpent = "attempts_spent"
  case own
  case assigned
  case noObstacle = "no_obstacle"

  package func holds(_ facts: DeliveryFacts) -> Bool {
    switch self {
    case .due: facts.isDue
    case .leaseRanOut: facts.leaseHasRunOut
    case .attemptsSpent: !facts.hasAttemptsLeft
    case .own: facts.isOwn
    case .assigned: facts.isAssigned
    case .noObstacle: facts.obstacle == nil
    }
  }

  package var advice: String {
    switch self {
    case .due: "The next attempt is not due yet."
    case .leaseRanOut: "A worker still has this delivery."
    case .attemptsSpent: "There are attempts left."
    case .own: "Only deliveries to your own side's integrations are yours to resend."
    case .assigned: "This client is not assigned to you: ask your administrator."
    case .noObstacle:
      "The document must be approved, and the integration active and correctly configured: put that right, then resend."
    }
  }
}

/// ──decide_to_send──► queued ──lease──► in_flight ──confirm──► delivered
///                        │       ┌─lease──▲ │ ├──permanent fault, attempts spent──► failed
///                        │       │          │ └──told to stop──► cancelled            ▲
///                        │    retrying ◄────┘ passing fault, lost worker              │
///                     cancel     │ └──permanent_fault, give_up────────────────────────┘
///                        └──► cancelled ◄──cancel
///
/// A retry keeps the delivery and its id. A resend is a new delivery; the old one stays as it is.
package enum DeliveryMachine: StateMachine {
  package typealias Status = DeliveryStatus
  package typealias Event = DeliveryEvent
  package typealias Guard = DeliveryGuard
  package typealias Effect = DeliveryEffect

  package static let name = "delivery"

  private static let any: [Status?] = Status.allCases

  package static let table = TransitionTable<Self> {
    row(.decideToSend, by: .service, from: [.none], guards: [.noObstacle], to: .queued)
    row(.lease, by: .service, from: [.queued], to: .inFlight)
    row(.lease, by: .service, from: [.retrying], guards: [.due], to: .inFlight)
    row(
      .confirm, by: .service, from: [.inFlight], to: .delivered, effects: [.storeAttempt])

    row(
      .passingFault, by: .service, from: [.inFlight], when: \.isToStop,
      to: .cancelled, effects: [.storeAttempt])
    row(
      .passingFault, by: .service, from: [.inFlight], when: \.hasAttemptsLeft,
      to: .retrying, effects: [.storeAttempt, .scheduleRetry])
    row(
      .passingFault, by: .service, from: [.inFlight],
      to: .failed, effects: [.storeAttempt, .askPerson])
    row(
      .permanentFault, by: .service, from: [.inFlight, .retrying],
      to: .failed, effects: [.storeAttempt, .askPerson])
    row(
      .giveUp, by: .service, from: [.retrying], guards: [.attemptsSpent],
      to: .failed, effects: [.askPerson])

    // Whether a lost attempt arrived is known only at the destination. A delivery that was told to stop
    // does not look: after a link's end nothing of the firm touches the destination again.
    row(
      .loseWorker, by: .service, from: [.inFlight], when: \.isToStop, guards: [.leaseRanOut],
      to: .cancelled, effects: [.storeAttempt])
    row(
      .loseWorker, by: .service, from: [.inFlight], guards: [.leaseRanOut],
      to: .retrying, effects: [.storeAttempt, .scheduleRetry, .lookAtDestinationFirst])

    row(
      .cancel, by: .service, from: [.queued, .retrying],
      to: .cancelled, effects: [.storeCancelReason])
    row(
      .cancel, by: .service, from: [.inFlight],
      to: .inFlight, effects: [.storeCancelReason, .stopAfterAttempt])

    stays(
      .resend, by: .business + .partnerAdministrator, from: any, guards: [.own, .noObstacle],
      effects: [.makeDelivery])
    stays(
      .resend, by: .accountant, from: any, guards: [.own, .assigned, .noObstacle],
      effects: [.makeDelivery])
  }
}
