import Contracts
import RPC
import StatusRules

// The words of the rules as the enums of the contract.

extension StatusRules.ClientStatus {
  var message: Contracts.ClientStatus {
    switch self {
    case .draft: .draft
    case .invited: .invited
    case .active: .active
    case .invitationRejected: .invitationRejected
    case .accessRejected: .accessRejected
    case .archived: .archived
    case .lost: .lost
    }
  }
}

extension ClientTab {
  /// The tab of the rules; nil for both. INVALID_ARGUMENT for a number that names none.
  var rule: StatusRules.ClientStatus.Tab? {
    get throws {
      switch self {
      case .unspecified: nil
      case .active: .active
      case .inactive: .inactive
      case .unrecognized: throw RPCError(.invalidArgument, "tab must be ACTIVE or INACTIVE")
      }
    }
  }
}

extension StatusRules.InvitationStatus {
  var message: Contracts.InvitationStatus {
    switch self {
    case .live: .live
    case .opened: .opened
    case .used: .used
    case .void: .void
    case .expired: .expired
    }
  }
}

extension OpenStep {
  var message: InvitationStep {
    switch self {
    case .expired: .expired
    case .step(.registeredWithoutLink): .registeredWithoutLink
    case .step(.notOpened): .notOpened
    case .step(.opened): .opened
    case .step(.spaceChosen): .spaceChosen
    case .step(.numberDiffers): .numberDiffers
    case .step(.onboarding): .onboarding
    case .step(.check): .kyc
    case .step(.consent): .consent
    }
  }
}
