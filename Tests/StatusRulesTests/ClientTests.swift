import StatusRules
import Testing

@Suite struct ClientTests {
  /// Every guard passes, with an identity check that is not pending and no invitation before.
  static func facts(_ event: ClientEvent) -> ClientFacts {
    var facts = ClientFacts(partnerKind: event == .openWithExistingSpace ? .referral : .accounting)
    facts.isNewToPartner = true
    facts.hasNoStandingRejection = true
    facts.hasContactEmail = true
    facts.invitationIsLive = true
    facts.registrationLinkIsLive = true
    facts.number = .matches
    facts.spaceIsNew = event != .openWithExistingSpace
    facts.consentIsGiven = true
    facts.check = .passed
    facts.hasReason = true
    return facts
  }

  static func expected(
    _ text: String, change: @escaping (inout ClientFacts) -> Void = { _ in }
  ) throws -> ExpectedTable<ClientMachine> {
    try ExpectedTable(text) { event in
      var facts = facts(event)
      change(&facts)
      return facts
    }
  }

  static let table = """
    none|add|administrator client_manager|new_to_partner no_standing_rejection|draft|makeEntry
    none|import|administrator client_manager|new_to_partner no_standing_rejection|draft|makeEntry
    draft invited invitation_rejected access_rejected archived lost|prepare_setup|administrator client_manager||same|keepSetup
    draft archived lost invitation_rejected|invite|administrator client_manager|contact_email no_standing_rejection|invited|keepStatusBefore makeInvitation sendInvitation
    invited|resend|administrator client_manager|contact_email|same|voidInvitations makeInvitation sendInvitation
    invited|open_with_existing_space|business_administrator|live_invitation partner_is_referral existing_space verified_number_matches|invitation_rejected|voidInvitations dropConsent
    invited|complete|business_administrator|live_invitation verified_number_matches consent check_passed|active|useInvitation openLink applySetup startSubscription dropConsent
    none|register|business_administrator|live_registration_link no_standing_rejection verified_number_matches partner_may_link_existing consent check_passed|active|makeEntry useRegistrationLink openLink applySetup startSubscription dropConsent
    draft invited lost invitation_rejected|register|business_administrator|live_registration_link no_standing_rejection verified_number_matches partner_may_link_existing consent check_passed|active|voidInvitations useRegistrationLink openLink applySetup startSubscription dropConsent
    invited|pass_check|back_office||same|
    invited|reject_access|back_office|reason|access_rejected|voidInvitations dropConsent keepRejection
    active|reject_access|back_office|reason|access_rejected|voidInvitations endLink endSubscriptions switchOffPartnerIntegrations cancelPartnerDeliveries keepRejection
    access_rejected|lift_rejection|back_office|reason|draft|endRejection
    active|archive|administrator client_manager||archived|endLink endSubscriptions switchOffPartnerIntegrations cancelPartnerDeliveries
    archived|archive|administrator client_manager||again|
    lost|remove_link|business_administrator||again|
    active|remove_link|business_administrator||lost|endLink endSubscriptions switchOffPartnerIntegrations cancelPartnerDeliveries
    active|close_unproven|service||lost|endLink endSubscriptions switchOffPartnerIntegrations cancelPartnerDeliveries
    invited|withdraw_invitation|administrator client_manager||draft|voidInvitations dropConsent
    draft invitation_rejected access_rejected archived lost|delete_reference|administrator client_manager||gone|removeEntry
    """

  @Test func `every status, event and actor does what the table says, or is refused`() throws {
    try Self.expected(Self.table).checkEveryPair()
  }

  @Test func `each guard failing alone refuses what asks for it, and nothing else`() throws {
    try Self.expected(Self.table).checkGuards { condition, facts in
      switch condition {
      case .newToPartner: facts.isNewToPartner = false
      case .noStandingRejection: facts.hasNoStandingRejection = false
      case .contactEmail: facts.hasContactEmail = false
      case .liveInvitation: facts.invitationIsLive = false
      case .liveRegistrationLink: facts.registrationLinkIsLive = false
      case .verifiedNumberMatches: facts.number = .differs
      case .partnerIsReferral: facts.partnerKind = .reseller
      case .existingSpace: facts.spaceIsNew = true
      case .partnerMayLinkExisting: (facts.partnerKind, facts.spaceIsNew) = (.referral, false)
      case .consent: facts.consentIsGiven = false
      case .checkPassed: facts.check = .rejected
      case .reason: facts.hasReason = false
      }
    }
  }

  @Test func `an unverified number is not the client's`() throws {
    try refuses(.complete, in: .invited, "verified_number_matches") { $0.number = .unverified }
  }

  @Test func `a check that is not required lets a client become active`() throws {
    let line =
      "invited|complete|business_administrator||active|useInvitation openLink applySetup startSubscription dropConsent"
    try Self.expected(line) { $0.check = .notRequired }.checkRows()
  }

  @Test func `a pending check keeps invited, and the consent with it`() throws {
    try Self.expected(
      """
      invited|complete|business_administrator||invited|useInvitation keepConsent
      none|register|business_administrator||invited|makeEntry useRegistrationLink keepConsent
      invited|register|business_administrator||invited|useRegistrationLink keepConsent
      draft lost invitation_rejected|register|business_administrator||invited|keepStatusBefore useRegistrationLink keepConsent
      """
    ) { $0.check = .pending }.checkRows()
  }

  @Test(arguments: [ClientEvent.complete, .register])
  func `a pending check excuses no other guard`(event: ClientEvent) throws {
    for (guardName, breaking) in [
      ("verified_number_matches", { $0.number = .differs }),
      ("consent", { $0.consentIsGiven = false }),
    ] as [(String, (inout ClientFacts) -> Void)] {
      try refuses(event, in: .invited, guardName) {
        $0.check = .pending
        breaking(&$0)
      }
    }
  }

  @Test func `who waits for the check and comes again is answered the same`() throws {
    try Self.expected(
      """
      invited|complete|business_administrator||again|
      invited|register|business_administrator||again|
      """
    ) {
      $0.check = .pending
      $0.consentIsKept = true
      $0.invitationIsLive = false
      $0.registrationLinkIsLive = false
    }.checkRows()
  }

  @Test func `who is linked and completes again is answered the same`() throws {
    try Self.expected("active|complete|business_administrator||again|") {
      $0.isLinked = true
      $0.invitationIsLive = false
    }.checkRows()
  }

  @Test func `a check that passes makes the client active whose consent was kept`() throws {
    try Self.expected(
      "invited|pass_check|back_office||active|voidInvitations openLink applySetup startSubscription dropConsent"
    ) { $0.consentIsKept = true }.checkRows()
  }

  @Test func `completing a referral's invitation with an existing space rejects it`() throws {
    let referral: (inout ClientFacts) -> Void = {
      $0.partnerKind = .referral
      $0.spaceIsNew = false
    }
    try Self.expected(
      "invited|complete|business_administrator||invitation_rejected|voidInvitations dropConsent",
      change: referral
    ).checkRows()
    for (guardName, breaking) in [
      ("verified_number_matches", { $0.number = .differs }),
      ("live_invitation", { $0.invitationIsLive = false }),
    ] as [(String, (inout ClientFacts) -> Void)] {
      try refuses(.complete, in: .invited, guardName) {
        referral(&$0)
        breaking(&$0)
      }
    }
  }

  @Test(arguments: [PartnerSpaceKind.accounting, .reseller])
  func `partners that are no referral link existing spaces`(kind: PartnerSpaceKind) throws {
    try Self.expected(
      """
      invited|complete|business_administrator||active|useInvitation openLink applySetup startSubscription dropConsent
      none|register|business_administrator||active|makeEntry useRegistrationLink openLink applySetup startSubscription dropConsent
      """
    ) {
      $0.partnerKind = kind
      $0.spaceIsNew = false
    }.checkRows()
  }

  @Test(arguments: [ClientStatus.draft, .archived, .lost, .invitationRejected])
  func `a withdrawn invitation leaves the status before it`(before: ClientStatus) throws {
    try Self.expected(
      "invited|withdraw_invitation|administrator||\(before.rawValue)|voidInvitations dropConsent"
    ) { $0.statusBeforeInvitation = before }.checkRows()
  }

  @Test func `facts left out refuse whatever has a guard`() {
    for event in ClientEvent.allCases {
      for row in (try? Self.expected(Self.table).rows) ?? [] where row.event == event {
        let outcome = try? ClientMachine.decide(
          event, in: row.from, by: row.actor, given: ClientFacts(partnerKind: .referral))
        #expect((outcome == nil) == !row.guards.isEmpty, "\(row)")
      }
    }
  }

  @Test func `only active clients stand in the active tab`() {
    #expect(ClientStatus.allCases.filter { $0.tab == .active } == [.active])
  }

  @Test func `statuses are written as the domain writes them`() {
    #expect(
      ClientStatus.allCases.map(\.rawValue) == [
        "draft", "invited", "active", "invitation_rejected", "access_rejected", "archived", "lost",
      ])
  }

  private func refuses(
    _ event: ClientEvent, in status: ClientStatus, _ guardName: String,
    given change: (inout ClientFacts) -> Void
  ) throws {
    var facts = Self.facts(event)
    change(&facts)
    let refusal = #expect(throws: TransitionRefused.self) {
      try ClientMachine.decide(event, in: status, by: .business(.administrator), given: facts)
    }
    #expect(refusal?.reason.word == guardName)
  }
}
