import Assembly
import Identity
import StatusRules

// Identity's words in those of the rules.

extension PartnerKind {
  var rule: PartnerSpaceKind {
    switch self {
    case .accounting: .accounting
    case .referral: .referral
    case .reseller: .reseller
    }
  }
}

extension Cause {
  /// This service on nobody's behalf: timers, and what a mail server answered.
  static let clientLink = Cause(service: .clientLink)
}
