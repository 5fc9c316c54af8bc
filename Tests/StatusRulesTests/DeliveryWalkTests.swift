import StatusRules
import Testing

@Suite struct DeliveryWalkTests {
  private static let over: Set<DeliveryStatus> = [.delivered, .failed, .cancelled]

  @Test(arguments: UInt64(1)...50)
  func `a delivery that is over stays so, and no attempt follows a cancellation`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var status: DeliveryStatus?
    var attempts = 0
    var isToStop = false
    let policy = RetryPolicy.standard
    for step in 0..<200 {
      var facts = random.deliveryFacts()
      facts.isToStop = isToStop
      facts.hasAttemptsLeft = policy.hasAttemptsLeft(after: attempts)
      let event = random.pick(DeliveryEvent.allCases)
      guard
        let outcome = try? DeliveryMachine.decide(event, in: status, by: .service, given: facts)
      else { continue }
      let context: Comment = "seed \(seed), step \(step): \(event.rawValue)"
      if let status, Self.over.contains(status) { #expect(outcome.status == status, context) }
      if status != .inFlight && outcome.status == .inFlight {
        attempts += 1
        #expect(!isToStop, "an attempt after the cancellation: \(context)")
      }
      if outcome.effects.contains(.stopAfterAttempt) { isToStop = true }
      #expect(outcome.status != nil, "a delivery is never gone: \(context)")
      status = outcome.status
    }
  }
}
