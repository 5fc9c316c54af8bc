import Database
import LinkGrants
import StatusRules

/// An attempt that has begun: what the worker needs for it.
struct Attempt: Sendable {
  let delivery: DeliveryRecord
  let integration: IntegrationRecord
  let document: ApprovedDocument
}

/// The begin and the end of attempts: reads the facts, asks the rules, and records, all in the worker's
/// transactions.
struct Attempts: Sendable {
  let policy: RetryPolicy
  /// Partner-side deliveries begin only while the state of the links is known.
  let lease: Lease
  private let deliveries = DeliveryStore()

  init(policy: RetryPolicy, lease: Lease) {
    self.policy = policy
    self.lease = lease
  }

  /// Called by whoever has just leased the integration: what is in flight there was lost with the
  /// worker before.
  func reclaim(_ integration: IntegrationName, in tx: isolated Transaction) async throws {
    for var delivery in try await deliveries.inFlight(to: integration, in: tx) {
      var facts = facts(of: delivery)
      facts.leaseHasRunOut = true
      let outcome = try DeliveryMachine.decide(
        .loseWorker, in: delivery.status, by: .service, given: facts)
      let answer = "the worker was lost before the answer was recorded"
      try await carryOut(
        outcome, on: &delivery, answer: answer, retryAfter: nil, ended: nil, in: tx)
      if delivery.status == .retrying, !facts.hasAttemptsLeft {
        delivery.status =
          try DeliveryMachine.decide(.giveUp, in: delivery.status, by: .service, given: facts)
          .status ?? .failed
        delivery.dueTime = nil
      }
      try await deliveries.update(delivery, in: tx)
    }
  }

  /// Begins the next attempt that is due; nil when there is none.
  func begin(_ name: IntegrationName, in tx: isolated Transaction) async throws -> Attempt? {
    guard mayBegin(name.side),
      var delivery = try await deliveries.nextDue(to: name, at: tx.now, in: tx)
    else { return nil }
    guard let integration = try await IntegrationStore().integration(name, in: tx),
      let document = try await DocumentStore().document(delivery.document, in: tx)
    else {
      throw DatabaseError(.corrupt, "\(delivery.name) has no integration or no document")
    }
    var facts = DeliveryFacts()
    facts.isDue = true
    delivery.status =
      try DeliveryMachine.decide(.lease, in: delivery.status, by: .service, given: facts).status
      ?? .inFlight
    delivery.attempts += 1
    delivery.dueTime = nil
    try await deliveries.update(delivery, in: tx)
    try await deliveries.beginAttempt(delivery.attempts, of: delivery.name, in: tx)
    return Attempt(delivery: delivery, integration: integration, document: document)
  }

  /// When the integration's next attempt is due; nil when nothing waits.
  func nextDue(_ name: IntegrationName, in tx: isolated Transaction) async throws -> Int64? {
    let next = try await deliveries.nextDueTime(to: name, in: tx)
    // Without the lease it is looked again in a second, and not at once.
    return mayBegin(name.side) ? next : next.map { max($0, tx.now + 1_000_000) }
  }

  /// Records how an attempt ended. Answers the delivery as it is now.
  func record(
    _ result: AttemptResult, of name: DeliveryName, in tx: isolated Transaction
  ) async throws -> DeliveryRecord? {
    guard var delivery = try await deliveries.delivery(name, in: tx) else { return nil }
    let outcome = try DeliveryMachine.decide(
      result.event, in: delivery.status, by: .service, given: facts(of: delivery))
    if case .delivered(let place, _) = result {
      delivery.destination = place
      delivery.deliveredTime = tx.now
    }
    delivery.looksFirst = false
    try await carryOut(
      outcome, on: &delivery, answer: result.answer, retryAfter: result.retryAfter, ended: tx.now,
      in: tx)
    try await deliveries.update(delivery, in: tx)
    return delivery
  }

  /// After a link's end nothing of the firm may touch its destination, and only the lease says that
  /// the end would be known here.
  private func mayBegin(_ side: Side) -> Bool { side.partner == nil || lease.isHeld }

  private func facts(of delivery: DeliveryRecord) -> DeliveryFacts {
    var facts = DeliveryFacts()
    facts.isToStop = delivery.isToStop
    facts.hasAttemptsLeft = policy.hasAttemptsLeft(after: delivery.attempts)
    return facts
  }

  private func carryOut(
    _ outcome: Outcome<DeliveryMachine>, on delivery: inout DeliveryRecord, answer: String,
    retryAfter: Int64?, ended: Int64?, in tx: isolated Transaction
  ) async throws {
    delivery.status = outcome.status ?? delivery.status
    delivery.lastAnswer = answer
    delivery.dueTime = nil
    for effect in outcome.effects {
      switch effect {
      case .storeAttempt:
        try await deliveries.endAttempt(
          delivery.attempts, of: delivery.name, at: ended,
          isDelivered: delivery.status == .delivered, answer: answer, in: tx)
      case .scheduleRetry:
        let pause = policy.dueAfter(
          attempt: delivery.attempts, jitter: .random(in: 0...1), retryAfter: retryAfter)
        delivery.dueTime = tx.now + (pause ?? 0)
      case .lookAtDestinationFirst: delivery.looksFirst = true
      // A failed delivery is shown in lists, counted by the gauge and logged by the worker.
      case .askPerson: break
      case .storeCancelReason, .stopAfterAttempt, .makeDelivery: break
      }
    }
  }
}

extension AttemptResult {
  var event: DeliveryEvent {
    switch self {
    case .delivered: .confirm
    case .passing: .passingFault
    case .permanent, .gone: .permanentFault
    }
  }

  var answer: String {
    switch self {
    case .delivered(_, let answer), .passing(let answer, _), .permanent(let answer),
      .gone(let answer):
      answer
    }
  }

  var retryAfter: Int64? {
    guard case .passing(_, let retryAfter) = self else { return nil }
    return retryAfter
  }
}
