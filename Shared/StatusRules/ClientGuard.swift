/// How far the identity check (KYC) of a business has come.
package enum IdentityCheck: String, Sendable, CaseIterable {
  case notRequired = "not_required"
  case pending, passed, rejected
}

/// How the space's verified enterprise or VAT number stands to the client's.
package enum NumberMatch: String, Sendable, CaseIterable {
  case unverified, differs
  /// Verified, and the client's; also verified with no entry yet to compare it with.
  case matches
}

/// What the caller knows when a client event comes. State the facts that the event's guards ask for;
/// a guard whose fact is left out refuses.
package struct ClientFacts: Sendable {
  package var partnerKind: PartnerSpaceKind
  /// The partner has no entry with this enterprise or VAT number.
  package var isNewToPartner = false
  /// No KYC rejection stands for this (partner, business), also from a deleted entry.
  package var hasNoStandingRejection = false
  package var hasContactEmail = false
  /// The invitation used is live or opened: not void, used or past its expiry.
  package var invitationIsLive = false
  /// The registration link used is live: not revoked, used up or past its expiry.
  package var registrationLinkIsLive = false
  package var number = NumberMatch.unverified
  /// The space was made through this invitation or registration link.
  package var spaceIsNew = false
  package var consentIsGiven = false
  /// A consent was kept by an earlier completion that waits for the identity check.
  package var consentIsKept = false
  /// The client is linked to this very space.
  package var isLinked = false
  package var check = IdentityCheck.pending
  /// Why the back office rejects or lifts.
  package var hasReason = false
  /// As kept by ``ClientEffect/keepStatusBefore``; `nil` for an entry that a registration made: a
  /// withdrawal then leaves a draft.
  package var statusBeforeInvitation: ClientStatus?

  package init(partnerKind: PartnerSpaceKind) { self.partnerKind = partnerKind }

  var checkIsPending: Bool { check == .pending }
  var isWaitingForCheck: Bool { checkIsPending && consentIsKept }
  var isReferralOfExistingSpace: Bool { partnerKind == .referral && !spaceIsNew }
  var wasArchived: Bool { statusBeforeInvitation == .archived }
  var wasLost: Bool { statusBeforeInvitation == .lost }
  var wasInvitationRejected: Bool { statusBeforeInvitation == .invitationRejected }
}

package enum ClientGuard: String, TransitionGuard {
  case newToPartner = "new_to_partner"
  case noStandingRejection = "no_standing_rejection"
  case contactEmail = "contact_email"
  case liveInvitation = "live_invitation"
  case liveRegistrationLink = "live_registration_link"
  case verifiedNumberMatches = "verified_number_matches"
  case partnerIsReferral = "partner_is_referral"
  case existingSpace = "existing_space"
  case partnerMayLinkExisting = "partner_may_link_existing"
  case consent
  case checkPassed = "check_passed"
  case reason

  package func holds(_ facts: ClientFacts) -> Bool {
    switch self {
    case .newToPartner: facts.isNewToPartner
    case .noStandingRejection: facts.hasNoStandingRejection
    case .contactEmail: facts.hasContactEmail
    case .liveInvitation: facts.invitationIsLive
    case .liveRegistrationLink: facts.registrationLinkIsLive
    case .verifiedNumberMatches: facts.number == .matches
    case .partnerIsReferral: facts.partnerKind == .referral
    case .existingSpace: !facts.spaceIsNew
    case .partnerMayLinkExisting: !facts.isReferralOfExistingSpace
    case .consent: facts.consentIsGiven
    case .checkPassed: facts.check == .passed || facts.check == .notRequired
    case .reason: facts.hasReason
    }
  }

  package var advice: String {
    switch self {
    case .newToPartner:
      "A client with this enterprise or VAT number is in the client list already: use that entry."
    case .noStandingRejection:
      "Access was rejected for this business: contact support."
    case .contactEmail:
      "The client has no valid contact e-mail address: add one and try again."
    case .liveInvitation:
      "The invitation can no longer be used: ask the partner to send a new one."
    case .liveRegistrationLink:
      "The registration link can no longer be used: ask the partner for a new one."
    case .verifiedNumberMatches:
      "The space's verified enterprise or VAT number must be the invited business's: choose that space or have its number verified."
    case .partnerIsReferral:
      "The partner may link an existing space: complete the invitation instead."
    case .existingSpace:
      "The space was made through this invitation: complete the invitation instead."
    case .partnerMayLinkExisting:
      "This partner can only bring in businesses that have no space yet."
    case .consent:
      "The business has not consented to the link: ask its administrator to confirm it."
    case .checkPassed:
      "The identity check has not passed: contact support."
    case .reason:
      "A reason is needed: state it and try again."
    }
  }
}
