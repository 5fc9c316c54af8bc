import Identity
import StatusRules

// Identity's words in those of the rules.

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
