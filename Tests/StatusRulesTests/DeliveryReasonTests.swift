import StatusRules
import Testing

@Suite struct DeliveryReasonTests {
  private static let ready = DeliveryConditions(
    documentIsApproved: true, linkIsActive: true, activity: .active, configuration: .configured,
    missingField: "folder")

  private static let deliveries: [(DeliveryState, DeliveryReason, String)] = [
    (.cancelled(.linkEnded), .cancelled(.linkEnded), "cancelled"),
    (.queued, .queued, "queued"),
    (.inFlight, .inFlight, "in_flight"),
    (.retrying(due: 7), .waitingForRetry(due: 7), "waiting_for_retry"),
    (.failed(lastAnswer: "410"), .failed(lastAnswer: "410"), "failed"),
    (.delivered(at: 5, place: "/in/a.xml"), .delivered(at: 5, place: "/in/a.xml"), "delivered"),
  ]

  /// Everything wrong at once, put right one by one: each time the next reason is the answer.
  @Test func `the first reason that holds is the answer`() {
    var now = DeliveryConditions(
      documentIsApproved: false, linkIsActive: false, activity: .inactive,
      configuration: .needsAuthorisation, missingField: "folder")
    var decision = DeliveryDecision.decide(now)
    func expect(_ reason: DeliveryReason, _ word: String, _ delivery: DeliveryState? = nil) {
      let answer = DeliveryReason.first(now: now, decision: decision, delivery: delivery)
      #expect(answer == reason)
      #expect(answer.word == word)
    }
    for delivery in [nil] + Self.deliveries.map(\.0) {
      expect(.notApproved, "not_approved", delivery)
    }
    now.documentIsApproved = true
    for delivery in [nil] + Self.deliveries.map(\.0) { expect(.linkEnded, "link_ended", delivery) }
    now.linkIsActive = true
    for delivery in [nil] + Self.deliveries.map(\.0) {
      expect(.integrationInactive, "integration_inactive", delivery)
    }
    decision = DeliveryDecision.decide(now)
    now.activity = .active
    for delivery in [nil] + Self.deliveries.map(\.0) {
      expect(.misconfigured(field: "authorisation"), "misconfigured", delivery)
    }
    now.configuration = .notConfigured
    expect(.misconfigured(field: "folder"), "misconfigured")
    let decidedWhileMisconfigured = DeliveryDecision.decide(now)
    now.configuration = .configured
    expect(.approvedWhile(.integrationInactive), "approved_while_inactive")
    decision = decidedWhileMisconfigured
    expect(.approvedWhile(.misconfigured(field: "folder")), "approved_while_misconfigured")
    for (delivery, reason, word) in Self.deliveries { expect(reason, word, delivery) }
  }

  @Test func `an integration made after the approval was inactive at it`() {
    #expect(
      DeliveryReason.first(now: Self.ready, decision: nil, delivery: nil)
        == .approvedWhile(.integrationInactive))
  }

  @Test func `a resend answers in place of the decision not to send`() {
    let notSent = DeliveryDecision.notToSend(because: .integrationInactive)
    for (delivery, reason, _) in Self.deliveries {
      #expect(
        DeliveryReason.first(now: Self.ready, decision: notSent, delivery: delivery) == reason)
    }
  }

  @Test func `a decision to send without its delivery yet is queued`() {
    #expect(DeliveryReason.first(now: Self.ready, decision: .send, delivery: nil) == .queued)
  }

  @Test(
    arguments: [
      (true, true, IntegrationActivity.active, IntegrationConfiguration.configured, nil),
      (false, true, .active, .configured, .notApproved),
      (true, false, .active, .configured, .linkEnded),
      (true, true, .inactive, .configured, .integrationInactive),
      (true, true, .active, .notConfigured, .misconfigured(field: "url")),
      (true, true, .active, .needsAuthorisation, .misconfigured(field: "authorisation")),
      (false, false, .inactive, .notConfigured, .notApproved),
      (true, false, .inactive, .notConfigured, .linkEnded),
      (true, true, .inactive, .notConfigured, .integrationInactive),
    ] as [(Bool, Bool, IntegrationActivity, IntegrationConfiguration, DeliveryObstacle?)])
  func `it is sent only when approved, linked, active and configured`(
    isApproved: Bool, isLinked: Bool, activity: IntegrationActivity,
    configuration: IntegrationConfiguration, obstacle: DeliveryObstacle?
  ) {
    let decision = DeliveryDecision.decide(
      DeliveryConditions(
        documentIsApproved: isApproved, linkIsActive: isLinked, activity: activity,
        configuration: configuration, missingField: "url"))
    #expect(decision == obstacle.map { .notToSend(because: $0) } ?? .send)
  }
}
