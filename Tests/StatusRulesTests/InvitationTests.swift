import StatusRules
import Testing

@Suite struct InvitationTests {
  private static func expected() throws -> ExpectedTable<InvitationMachine> {
    try ExpectedTable(
      """
      none|make|administrator client_manager||live|makeToken
      live|open|invitee business_administrator member|not_expired|opened|
      opened|open|invitee business_administrator member|not_expired|again|
      live opened|use|business_administrator|not_expired|used|
      live opened|remind|service|not_expired reminder_due|same|sendReminder
      live opened|expire|service|past_expiry|expired|
      live opened|void|administrator client_manager business_administrator back_office service||void|
      """
    ) { InvitationFacts(isPastExpiry: $0 == .expire, reminderIsDue: true) }
  }

  @Test func `every status, event and actor does what the table says, or is refused`() throws {
    try Self.expected().checkEveryPair()
  }

  @Test func `each guard failing alone refuses what asks for it, and nothing else`() throws {
    try Self.expected().checkGuards { condition, facts in
      switch condition {
      case .notExpired: facts.isPastExpiry = true
      case .pastExpiry: facts.isPastExpiry = false
      case .reminderDue: facts.reminderIsDue = false
      }
    }
  }

  @Test(arguments: [InvitationStatus.used, .void, .expired])
  func `an invitation that is over can do nothing`(status: InvitationStatus) {
    for actor in Actor.allCases {
      #expect(InvitationMachine.allowedEvents(status, actor).isEmpty)
    }
  }
}

@Suite struct RegistrationLinkTests {
  private static func expected(
    uses: Int = 0, maximum: Int? = nil, _ text: String? = nil
  ) throws -> ExpectedTable<RegistrationLinkMachine> {
    try ExpectedTable(
      text ?? """
        none|make|administrator client_manager||live|makeToken
        live|use|business_administrator|not_expired uses_left|live|countUse
        live|expire|service|past_expiry|expired|
        live|revoke|administrator client_manager||revoked|
        """
    ) { RegistrationLinkFacts(isPastExpiry: $0 == .expire, uses: uses, maximumUses: maximum) }
  }

  @Test func `every status, event and actor does what the table says, or is refused`() throws {
    try Self.expected().checkEveryPair()
  }

  @Test func `each guard failing alone refuses what asks for it, and nothing else`() throws {
    try Self.expected(maximum: 5).checkGuards { condition, facts in
      switch condition {
      case .notExpired: facts.isPastExpiry = true
      case .usesLeft: facts.uses = 5
      case .pastExpiry: facts.isPastExpiry = false
      }
    }
  }

  @Test func `the last use uses it up`() throws {
    try Self.expected(uses: 3, maximum: 5, "live|use|business_administrator||live|countUse")
      .checkRows()
    try Self.expected(uses: 4, maximum: 5, "live|use|business_administrator||used_up|countUse")
      .checkRows()
  }

  @Test func `the last use of an expired link is refused`() {
    let refusal = #expect(throws: TransitionRefused.self) {
      try RegistrationLinkMachine.decide(
        .use, in: .live, by: .business(.administrator),
        given: RegistrationLinkFacts(isPastExpiry: true, uses: 4, maximumUses: 5))
    }
    #expect(refusal?.reason.word == "not_expired")
  }
}
