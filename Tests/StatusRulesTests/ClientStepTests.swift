import StatusRules
import Testing

@Suite struct ClientStepTests {
  /// Each step done in turn: the next one is open.
  private static let way: [(ClientStep, @Sendable (inout ClientStepFacts) -> Void)] = [
    (.notOpened, { _ in }),
    (.opened, { $0.isOpened = true }),
    (.spaceChosen, { $0.spaceIsChosen = true }),
    (.numberDiffers, { $0.number = .differs }),
    (.onboarding, { $0.number = .matches }),
    (.check, { $0.isOnboarded = true }),
    (.consent, { $0.check = .passed }),
  ]

  @Test func `the first step that is not done is open`() {
    var facts = ClientStepFacts()
    for (step, advance) in Self.way {
      advance(&facts)
      #expect(ClientStep.open(facts) == step)
    }
  }

  @Test func `a later step does not hide an earlier one`() {
    var facts = ClientStepFacts()
    for (_, advance) in Self.way { advance(&facts) }
    facts.number = .differs
    #expect(ClientStep.open(facts) == .numberDiffers)
    facts.number = .matches
    facts.isOnboarded = false
    #expect(ClientStep.open(facts) == .onboarding)
  }

  @Test(arguments: [
    (IdentityCheck.notRequired, ClientStep.consent), (.pending, .check), (.passed, .consent),
    (.rejected, .check),
  ])
  func `consent is open once the identity check is no matter`(
    check: IdentityCheck, step: ClientStep
  ) {
    var facts = ClientStepFacts()
    for (_, advance) in Self.way { advance(&facts) }
    facts.check = check
    #expect(ClientStep.open(facts) == step)
  }

  @Test(arguments: [true, false])
  func `a business that registered without the link is told apart, opened or not`(isOpened: Bool) {
    var facts = ClientStepFacts()
    facts.hasSpaceOutsideInvitation = true
    facts.isOpened = isOpened
    #expect(ClientStep.open(facts) == .registeredWithoutLink)
    facts.spaceIsChosen = true
    facts.isOpened = true
    #expect(ClientStep.open(facts) == .spaceChosen)
  }
}
