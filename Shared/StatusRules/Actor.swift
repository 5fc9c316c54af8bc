/// What a Partner Space may do for businesses.
package enum PartnerSpaceKind: String, Sendable, CaseIterable {
  case accounting
  /// May only bring in businesses that have no space yet.
  case referral
  /// Handles billing.
  case reseller
}

package enum PartnerRole: String, Sendable, CaseIterable {
  /// May do everything in the Partner Space.
  case administrator
  /// Adds, sets up, invites and archives clients; sees no documents.
  case clientManager = "client_manager"
  /// Reads, processes and sends the documents of the clients assigned to them.
  case accountant
}

package enum BusinessRole: String, Sendable, CaseIterable {
  /// Everything of a member; also consent, link removal, users and integrations.
  case administrator
  /// Documents: import, save, approve, reconcile.
  case member
}

/// Who causes an event. The caller's proven identity says it, never the request.
package enum Actor: Hashable, Sendable, CaseIterable {
  case partner(PartnerRole)
  case business(BusinessRole)
  /// Runs the platform: identity checks (KYC).
  case backOffice
  /// One of our own executables, on nobody's behalf: timers, workers, what follows a change elsewhere.
  case service
  /// The Peppol network delivering an e-invoice.
  case network
  /// A bank feed reporting payments.
  case bankFeed
  /// Holds an invitation's token and may have no space yet.
  case invitee

  package static let allCases: [Actor] =
    PartnerRole.allCases.map(Actor.partner) + BusinessRole.allCases.map(Actor.business)
    + [.backOffice, .service, .network, .bankFeed, .invitee]

  /// The name in histories and refusals, such as `partner client_manager`.
  package var name: String {
    switch self {
    case .partner(let role): "partner \(role.rawValue)"
    case .business(let role): "business \(role.rawValue)"
    case .backOffice: "back office"
    case .service: "service"
    case .network: "network"
    case .bankFeed: "bank feed"
    case .invitee: "invitee"
    }
  }
}

/// The "who" column of the tables, where several may do the same.
extension [Actor] {
  /// The partner's side of a client list: an accountant reads documents and changes no client.
  static let clientManagers: Self = [.partner(.administrator), .partner(.clientManager)]
  /// Consent and link removal bind the business, so that a member may not give them.
  static let businessAdministrator: Self = [.business(.administrator)]
  static let business: Self = [.business(.administrator), .business(.member)]
  static let partnerAdministrator: Self = [.partner(.administrator)]
  static let accountant: Self = [.partner(.accountant)]
  static let backOffice: Self = [.backOffice]
  static let service: Self = [.service]
  static let network: Self = [.network]
}
