/// Where a client stands in its relationship with one partner.
package enum ClientStatus: String, Sendable, CaseIterable {
  case draft, invited, active
  case invitationRejected = "invitation_rejected"
  case accessRejected = "access_rejected"
  case archived, lost

  /// The client list's tabs: *active* lists `active`, *inactive* all others.
  package enum Tab: String, Sendable, CaseIterable { case active, inactive }
  package var tab: Tab { self == .active ? .active : .inactive }
}

/// What a partner, a business and the back office do to a client. Histories hold the raw values.
package enum ClientEvent: String, Sendable, CaseIterable {
  case add
  case `import`
  case prepareSetup = "prepare_setup"
  case invite
  case resend
  /// The invitation is opened with a space that the business already had.
  case openWithExistingSpace = "open_with_existing_space"
  /// Onboarding is complete and the business consents to the link.
  case complete
  /// The same, through a shareable registration link.
  case register
  /// The identity check (KYC) that a completion waited for has passed.
  case passCheck = "pass_check"
  case rejectAccess = "reject_access"
  case liftRejection = "lift_rejection"
  case archive
  case removeLink = "remove_link"
  /// After a restore from a backup the link could not be proven to stand still.
  case closeUnproven = "close_unproven"
  case withdrawInvitation = "withdraw_invitation"
  case deleteReference = "delete_reference"
}

/// What the caller of a client event carries out.
package enum ClientEffect: String, Sendable, CaseIterable {
  /// Make the entry in the partner's client list.
  case makeEntry = "make_entry"
  /// Take the entry out of both tabs; its history and a standing rejection stay.
  case removeEntry = "remove_entry"
  /// Keep subscription plan, integrations and users until the client is active.
  case keepSetup = "keep_setup"
  /// Remember the status before `invited`, for a withdrawal.
  case keepStatusBefore = "keep_status_before"
  /// Make a fresh invitation: a new token, its own expiry.
  case makeInvitation = "make_invitation"
  /// Send the e-mail with link, QR code and the partner's own message.
  case sendInvitation = "send_invitation"
  /// Mark the invitation used: it is good for one completion.
  case useInvitation = "use_invitation"
  /// Make every live or opened invitation of this client void.
  case voidInvitations = "void_invitations"
  /// Count one use of the registration link.
  case useRegistrationLink = "use_registration_link"
  /// Keep the consent until the identity check is decided.
  case keepConsent = "keep_consent"
  /// Forget a kept consent, if there is one: it never serves a later invitation.
  case dropConsent = "drop_consent"
  /// Make the link, with a new epoch; the other services learn it.
  case openLink = "open_link"
  /// Apply the prepared set-up.
  case applySetup = "apply_setup"
  case startSubscription = "start_subscription"
  /// End the link: answer when the other services have confirmed it, or their lease has run out.
  case endLink = "end_link"
  /// End the subscriptions that the firm manages.
  case endSubscriptions = "end_subscriptions"
  /// Switch off the partner's integrations for this client; the business keeps its own.
  case switchOffPartnerIntegrations = "switch_off_partner_integrations"
  /// Cancel the queued deliveries of those integrations.
  case cancelPartnerDeliveries = "cancel_partner_deliveries"
  /// Let the rejection stand for this (partner, business), beyond the entry's deletion.
  case keepRejection = "keep_rejection"
  /// End the standing rejection.
  case endRejection = "end_rejection"
}

/// ──add, import──► draft ──invite──► invited ──complete, pass_check──► active ──archive──► archived
///                    ▲ ◄──withdraw──┘ ▲ ▲ │                            │ └──remove_link──► lost
///                    │                │ │ ├──reject_access─────────────┴──► access_rejected
///                    │                │ │ └──existing space──► invitation_rejected  │
///                    │                │ └──invite── archived, lost, invitation_rejected
///                    │                └──complete, register with a pending check    │
///                    └──lift_rejection──────────────────────────────────────────────┘
///
/// `register` (a shareable link) leads to active from nothing, draft, invited, lost and
/// invitation_rejected. A referral partner's invitation of a business that has a space already ends in
/// invitation_rejected. `delete_reference` leaves nothing.
package enum ClientMachine: StateMachine {
  package typealias Status = ClientStatus
  package typealias Event = ClientEvent
  package typealias Guard = ClientGuard
  package typealias Effect = ClientEffect

  package static let name = "client"

  private static let linkMade: [Effect] = [
    .openLink, .applySetup, .startSubscription, .dropConsent,
  ]
  private static let linkEnds: [Effect] = [
    .endLink, .endSubscriptions, .switchOffPartnerIntegrations, .cancelPartnerDeliveries,
  ]
  private static let mayRegister: [Guard] = [
    .liveRegistrationLink, .noStandingRejection, .verifiedNumberMatches, .partnerMayLinkExisting,
    .consent,
  ]
  private static let mayComplete: [Guard] = [.liveInvitation, .verifiedNumberMatches, .consent]

  package static let table = TransitionTable<Self> {
    row(
      .add, by: .clientManagers, from: [.none], guards: [.newToPartner, .noStandingRejection],
      to: .draft, effects: [.makeEntry])
    row(
      .import, by: .clientManagers, from: [.none], guards: [.newToPartner, .noStandingRejection],
      to: .draft, effects: [.makeEntry])
    stays(
      .prepareSetup, by: .clientManagers,
      from: [.draft, .invited, .invitationRejected, .accessRejected, .archived, .lost],
      effects: [.keepSetup])
    row(
      .invite, by: .clientManagers, from: [.draft, .archived, .lost, .invitationRejected],
      guards: [.contactEmail, .noStandingRejection],
      to: .invited, effects: [.keepStatusBefore, .makeInvitation, .sendInvitation])
    row(
      .resend, by: .clientManagers, from: [.invited], guards: [.contactEmail],
      to: .invited, effects: [.voidInvitations, .makeInvitation, .sendInvitation])

    // Another business's space proves nothing about the invited one: its number must match even here.
    row(
      .openWithExistingSpace, by: .businessAdministrator, from: [.invited],
      guards: [.liveInvitation, .partnerIsReferral, .existingSpace, .verifiedNumberMatches],
      to: .invitationRejected, effects: [.voidInvitations, .dropConsent])
    again(.complete, by: .businessAdministrator, from: [.invited], when: \.isWaitingForCheck)
    again(.complete, by: .businessAdministrator, from: [.active], when: \.isLinked)
    row(
      .complete, by: .businessAdministrator, from: [.invited], when: \.isReferralOfExistingSpace,
      guards: [.liveInvitation, .verifiedNumberMatches],
      to: .invitationRejected, effects: [.voidInvitations, .dropConsent])
    row(
      .complete, by: .businessAdministrator, from: [.invited], when: \.checkIsPending,
      guards: mayComplete, to: .invited, effects: [.useInvitation, .keepConsent])
    row(
      .complete, by: .businessAdministrator, from: [.invited], guards: mayComplete + [.checkPassed],
      to: .active, effects: [.useInvitation] + linkMade)

    row(
      .register, by: .businessAdministrator, from: [.none], when: \.checkIsPending,
      guards: mayRegister,
      to: .invited, effects: [.makeEntry, .useRegistrationLink, .keepConsent])
    row(
      .register, by: .businessAdministrator, from: [.none], guards: mayRegister + [.checkPassed],
      to: .active, effects: [.makeEntry, .useRegistrationLink] + linkMade)
    again(.register, by: .businessAdministrator, from: [.invited], when: \.isWaitingForCheck)
    row(
      .register, by: .businessAdministrator, from: [.invited], when: \.checkIsPending,
      guards: mayRegister, to: .invited, effects: [.useRegistrationLink, .keepConsent])
    row(
      .register, by: .businessAdministrator, from: [.draft, .lost, .invitationRejected],
      when: \.checkIsPending, guards: mayRegister,
      to: .invited, effects: [.keepStatusBefore, .useRegistrationLink, .keepConsent])
    row(
      .register, by: .businessAdministrator, from: [.draft, .invited, .lost, .invitationRejected],
      guards: mayRegister + [.checkPassed],
      to: .active, effects: [.voidInvitations, .useRegistrationLink] + linkMade)

    // A completion or registration that waited for its check needs nothing more from the client.
    row(
      .passCheck, by: .backOffice, from: [.invited], when: \.consentIsKept,
      to: .active, effects: [.voidInvitations] + linkMade)
    row(.passCheck, by: .backOffice, from: [.invited], to: .invited)
    row(
      .rejectAccess, by: .backOffice, from: [.invited], guards: [.reason],
      to: .accessRejected, effects: [.voidInvitations, .dropConsent, .keepRejection])
    row(
      .rejectAccess, by: .backOffice, from: [.active], guards: [.reason],
      to: .accessRejected, effects: [.voidInvitations] + linkEnds + [.keepRejection])
    row(
      .liftRejection, by: .backOffice, from: [.accessRejected], guards: [.reason],
      to: .draft, effects: [.endRejection])

    row(.archive, by: .clientManagers, from: [.active], to: .archived, effects: linkEnds)
    again(.archive, by: .clientManagers, from: [.archived])
    row(.removeLink, by: .businessAdministrator, from: [.active], to: .lost, effects: linkEnds)
    again(.removeLink, by: .businessAdministrator, from: [.lost])
    row(.closeUnproven, by: .service, from: [.active], to: .lost, effects: linkEnds)

    row(
      .withdrawInvitation, by: .clientManagers, from: [.invited], when: \.wasArchived,
      to: .archived, effects: [.voidInvitations, .dropConsent])
    row(
      .withdrawInvitation, by: .clientManagers, from: [.invited], when: \.wasLost,
      to: .lost, effects: [.voidInvitations, .dropConsent])
    row(
      .withdrawInvitation, by: .clientManagers, from: [.invited], when: \.wasInvitationRejected,
      to: .invitationRejected, effects: [.voidInvitations, .dropConsent])
    row(
      .withdrawInvitation, by: .clientManagers, from: [.invited],
      to: .draft, effects: [.voidInvitations, .dropConsent])
    row(
      .deleteReference, by: .clientManagers,
      from: [.draft, .invitationRejected, .accessRejected, .archived, .lost],
      to: .gone, effects: [.removeEntry])
  }
}
