import StatusRules
import Testing

@Suite struct DeliveryTests {
  /// A retry that is due with attempts left, a lost worker, and nothing in the way; for giving up, the
  /// attempts are spent.
  private static func facts(_ event: DeliveryEvent) -> DeliveryFacts {
    var facts = DeliveryFacts()
    facts.isDue = true
    facts.hasAttemptsLeft = event != .giveUp
    facts.leaseHasRunOut = true
    facts.isOwn = true
    facts.isAssigned = true
    facts.obstacle = nil
    return facts
  }

  private static func expected(
    _ text: String = table, change: @escaping (inout DeliveryFacts) -> Void = { _ in }
  ) throws -> ExpectedTable<DeliveryMachine> {
    try ExpectedTable(text) { event in
      var facts = facts(event)
      change(&facts)
      return facts
    }
  }

  static let table = """
    none|decide_to_send|service|no_obstacle|queued|
    queued|lease|service||in_flight|
    retrying|lease|service|due|in_flight|
    in_flight|confirm|service||delivered|storeAttempt
    in_flight|passing_fault|service||retrying|storeAttempt scheduleRetry
    in_flight retrying|permanent_fault|service||failed|storeAttempt askPerson
    retrying|give_up|service|attempts_spent|failed|askPerson
    in_flight|lose_worker|service|lease_ran_out|retrying|storeAttempt scheduleRetry lookAtDestinationFirst
    queued retrying|cancel|service||cancelled|storeCancelReason
    in_flight|cancel|service||in_flight|storeCancelReason stopAfterAttempt
    queued in_flight delivered retrying failed cancelled|resend|business_administrator member administrator|own no_obstacle|same|makeDelivery
    queued in_flight delivered retrying failed cancelled|resend|accountant|own assigned no_obstacle|same|makeDelivery
    """

  @Test func `every status, event and actor does what the table says, or is refused`() throws {
    try Self.expected().checkEveryPair()
  }

  @Test func `each guard failing alone refuses what asks for it, and nothing else`() throws {
    try Self.expected().checkGuards { condition, facts in
      switch condition {
      case .due: facts.isDue = false
      case .leaseRanOut: facts.leaseHasRunOut = false
      case .attemptsSpent: facts.hasAttemptsLeft = true
      case .own: facts.isOwn = false
      case .assigned: facts.isAssigned = false
      case .noObstacle: facts.obstacle = .integrationInactive
      }
    }
  }

  @Test func `a passing fault of the last attempt needs a person`() throws {
    try Self.expected("in_flight|passing_fault|service||failed|storeAttempt askPerson") {
      $0.hasAttemptsLeft = false
    }.checkRows()
  }

  @Test(arguments: [true, false])
  func `what was cancelled in flight makes no other attempt`(hasAttemptsLeft: Bool) throws {
    try Self.expected(
      """
      in_flight|passing_fault|service||cancelled|storeAttempt
      in_flight|lose_worker|service||cancelled|storeAttempt
      in_flight|confirm|service||delivered|storeAttempt
      in_flight|permanent_fault|service||failed|storeAttempt askPerson
      """
    ) {
      $0.isToStop = true
      $0.hasAttemptsLeft = hasAttemptsLeft
    }.checkRows()
  }
}
