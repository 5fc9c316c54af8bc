import StatusRules

/// SplitMix64: the same seed walks the same way on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
    choices[
      choices.index(choices.startIndex, offsetBy: Int.random(in: 0..<choices.count, using: &self))]
  }

  mutating func toss() -> Bool { Bool.random(using: &self) }

  /// A guard's fact: mostly such that it lets the transition through.
  mutating func mostly() -> Bool { Int.random(in: 0..<8, using: &self) > 0 }
}

/// Facts drawn at random, so that every row of a table comes up.
extension SeededGenerator {
  mutating func clientFacts() -> ClientFacts {
    var facts = ClientFacts(partnerKind: pick(PartnerSpaceKind.allCases))
    facts.isNewToPartner = mostly()
    facts.hasNoStandingRejection = mostly()
    facts.hasContactEmail = mostly()
    facts.invitationIsLive = mostly()
    facts.registrationLinkIsLive = mostly()
    facts.number = mostly() ? .matches : pick(NumberMatch.allCases)
    facts.spaceIsNew = toss()
    facts.consentIsGiven = mostly()
    facts.consentIsKept = toss()
    facts.isLinked = toss()
    facts.check = pick(IdentityCheck.allCases)
    facts.hasReason = mostly()
    facts.statusBeforeInvitation = pick([nil, .draft, .archived, .lost, .invitationRejected])
    return facts
  }

  mutating func invitationFacts() -> InvitationFacts {
    InvitationFacts(isPastExpiry: toss(), reminderIsDue: toss())
  }

  mutating func registrationLinkFacts() -> RegistrationLinkFacts {
    RegistrationLinkFacts(
      isPastExpiry: toss(), uses: Int.random(in: 0...3, using: &self), maximumUses: toss() ? 3 : nil
    )
  }

  mutating func documentFacts() -> DocumentFacts {
    var facts = DocumentFacts(
      kind: pick(DocumentKind.allCases),
      payments: Payments(total: 100, reconciled: pick([0, 40, 100, 101])))
    facts.isNotDuplicate = mostly()
    facts.isCorrectlyFormatted = toss()
    facts.etagMatches = mostly()
    facts.isCompliantEInvoice = mostly()
    facts.fieldsAreComplete = mostly()
    facts.linkIsActive = mostly()
    facts.isAssigned = mostly()
    return facts
  }

  mutating func accountingFacts() -> AccountingFacts {
    var facts = AccountingFacts(document: pick(DocumentStatus.allCases))
    facts.linkIsActive = mostly()
    facts.isAssigned = mostly()
    return facts
  }

  mutating func integrationFacts() -> IntegrationFacts {
    var facts = IntegrationFacts()
    facts.isOwn = mostly()
    facts.linkIsActive = mostly()
    facts.checkPasses = toss()
    return facts
  }

  mutating func deliveryFacts() -> DeliveryFacts {
    var facts = DeliveryFacts()
    facts.isDue = mostly()
    facts.hasAttemptsLeft = toss()
    facts.leaseHasRunOut = mostly()
    facts.isToStop = !mostly()
    facts.isOwn = mostly()
    facts.isAssigned = mostly()
    facts.obstacle = mostly() ? nil : .linkEnded
    return facts
  }
}
