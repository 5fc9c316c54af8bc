import StatusRules
import Testing

@Suite struct RefusalTests {
  private static func refusal(
    _ event: ClientEvent, in status: ClientStatus?, by actor: Actor
  ) -> TransitionRefused? {
    #expect(throws: TransitionRefused.self) {
      try ClientMachine.decide(
        event, in: status, by: actor, given: ClientFacts(partnerKind: .accounting))
    }
  }

  @Test func `a status that does not allow the event names what is allowed`() {
    #expect(
      Self.refusal(.archive, in: .draft, by: .partner(.clientManager))?.description
        == "archive is not possible while the client is draft. "
        + "Possible for you now: prepare_setup, invite, delete_reference.")
  }

  @Test func `a role that may not cause the event is told so`() {
    let refusal = Self.refusal(.invite, in: .draft, by: .partner(.accountant))
    #expect(refusal?.reason.word == "actor_may_not")
    #expect(
      refusal?.description
        == "invite is not for a partner accountant while the client is draft. "
        + "Nothing is possible for you now.")
  }

  @Test func `a guard that fails says what to do`() {
    let refusal = Self.refusal(.invite, in: .draft, by: .partner(.administrator))
    #expect(refusal?.reason.word == "contact_email")
    #expect(
      refusal?.description
        == "invite was refused: The client has no valid contact e-mail address: "
        + "add one and try again.")
    #expect(refusal?.allowedEvents == ["prepare_setup", "invite", "delete_reference"])
  }

  @Test func `what is not there yet is said`() {
    #expect(
      Self.refusal(.archive, in: nil, by: .partner(.administrator))?.description
        == "archive is not possible before there is a client. "
        + "Possible for you now: add, import.")
  }

  @Test func `no advice speaks of identity checks' suspicions`() {
    for condition in ClientGuard.allCases {
      #expect(!condition.advice.contains("KYC"))
      #expect(!condition.advice.lowercased().contains("suspic"))
      #expect(condition.advice.hasSuffix("."))
    }
  }
}
