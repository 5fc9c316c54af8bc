/// "Invited although they accepted": the step of an invited client that is still open.
package enum ClientStep: String, Sendable, CaseIterable {
  /// The business has a space with this number, made or used without the invitation's link.
  case registeredWithoutLink = "registered_without_link"
  case notOpened = "not_opened"
  /// Opened; no space has been chosen or made yet.
  case opened
  /// A space is chosen; its number is not verified yet.
  case spaceChosen = "space_chosen"
  case numberDiffers = "number_differs"
  case onboarding
  /// The identity check has not passed yet.
  case check = "kyc"
  case consent

  /// The first step that is open, in the order in which a client meets them.
  package static func open(_ facts: ClientStepFacts) -> ClientStep {
    if !facts.spaceIsChosen && facts.hasSpaceOutsideInvitation { return .registeredWithoutLink }
    if !facts.isOpened { return .notOpened }
    if !facts.spaceIsChosen { return .opened }
    switch facts.number {
    case .unverified: return .spaceChosen
    case .differs: return .numberDiffers
    case .matches: break
    }
    if !facts.isOnboarded { return .onboarding }
    if facts.check == .pending || facts.check == .rejected { return .check }
    return .consent
  }

  /// What the partner can tell the client, in plain words.
  package var advice: String {
    switch self {
    case .registeredWithoutLink:
      "The business has a space, but did not use the invitation: resend it and ask them to use its link."
    case .notOpened:
      "The invitation has not been opened: check the e-mail address and the spam folder, or resend it."
    case .opened:
      "The invitation was opened: the client must still choose or make a space."
    case .spaceChosen:
      "A space was chosen: its enterprise or VAT number must still be verified."
    case .numberDiffers:
      "The space chosen belongs to another enterprise or VAT number: ask the client to choose the right one."
    case .onboarding:
      "The client must still complete the onboarding of the space."
    case .check:
      "The identity check is not complete: nothing to do for the client, or contact support."
    case .consent:
      "The client must still confirm that you may access the space."
    }
  }
}

/// What client-link knows of an invited client's way.
package struct ClientStepFacts: Sendable {
  package var isOpened = false
  package var spaceIsChosen = false
  package var number = NumberMatch.unverified
  package var isOnboarded = false
  package var check = IdentityCheck.pending
  /// A space with the client's verified number exists that this invitation did not lead to.
  package var hasSpaceOutsideInvitation = false

  package init() {}
}
