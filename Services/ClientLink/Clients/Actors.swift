import Identity
import StatusRules

/// Callers in the words of the rules.
extension User {
  /// The role in which this user causes a client event: the one that may do most.
  var clientActor: Actor { roles.first?.actor ?? .invitee }
}

extension CallerRole {
  var actor: Actor {
    switch self {
    case .partner(.administrator): .partner(.administrator)
    case .partner(.clientManager): .partner(.clientManager)
    case .partner(.accountant): .partner(.accountant)
    case .business(.administrator): .business(.administrator)
    case .business(.member): .business(.member)
    case .backOffice: .backOffice
    case .service(.network): .network
    case .service(.bankFeed): .bankFeed
    case .service: .service
    }
  }
}

extension PartnerKind {
  var rule: PartnerSpaceKind {
    switch self {
    case .accounting: .accounting
    case .referral: .referral
    case .reseller: .reseller
    }
  }
}
