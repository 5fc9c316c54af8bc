package import Identity
package import StatusRules

extension CallerRole {
  /// The role in the words of the rules.
  package var actor: StatusRules.Actor {
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
