/// A firm's line of work. A `referral` firm may only bring in businesses that have no space yet; a
/// `reseller` handles billing.
package enum PartnerKind: String, Sendable, Hashable, CaseIterable {
  case accounting, referral, reseller
}

/// What a user of a Partner Space may do: `administrator` everything; `clientManager` adds, sets up,
/// invites and archives clients and sees no documents; `accountant` works on the documents of the
/// clients assigned to them (assignments are data of the services, never of a token).
package enum PartnerRole: String, Sendable, Hashable, CaseIterable {
  case administrator
  case clientManager = "client_manager"
  case accountant
}

/// What a user of a Business Space may do: `administrator` also consents, removes links and manages
/// users and integrations; `member` works on documents.
package enum BusinessRole: String, Sendable, Hashable, CaseIterable {
  case administrator, member
}

/// A program that proves itself by its client certificate. The first three are Daybook's own;
/// `network` is the Peppol access point, `bankFeed` brings payments, and `gateway` calls for nobody
/// but may carry users' tokens where that is configured.
package enum ServiceName: String, Sendable, Hashable, CaseIterable {
  case clientLink = "client-link"
  case documentStatus = "document-status"
  case integrationDispatch = "integration-dispatch"
  case network
  case bankFeed = "bank-feed"
  case gateway
}

/// The kind of space that a user acts in, as their token states it.
package enum SpaceKind: Sendable, Hashable {
  case business
  case partner(PartnerKind)
  case backOffice

  /// The word in a token's `space_kind`.
  package var name: String {
    switch self {
    case .business: "business"
    case .partner: "partner"
    case .backOffice: "back_office"
    }
  }
}

/// What a caller is to the access table. A user has one or more of their space's roles, a service
/// exactly one.
package enum CallerRole: Sendable, Hashable, CaseIterable, CustomStringConvertible {
  case partner(PartnerRole)
  case business(BusinessRole)
  case backOffice
  case service(ServiceName)

  /// Ordered: the role that may do more comes first within a space.
  package static let allCases: [CallerRole] =
    PartnerRole.allCases.map(CallerRole.partner) + BusinessRole.allCases.map(CallerRole.business)
    + [.backOffice] + ServiceName.allCases.map(CallerRole.service)

  /// For people and for history entries: `partner client_manager`, `service document-status`.
  package var description: String {
    switch self {
    case .partner(let role): "partner \(role.rawValue)"
    case .business(let role): "business \(role.rawValue)"
    case .backOffice: "back_office"
    case .service(let name): "service \(name.rawValue)"
    }
  }

  /// The word in a token's `roles`; a service has none, because services carry no token.
  package var tokenName: String? {
    switch self {
    case .partner(let role): role.rawValue
    case .business(let role): role.rawValue
    case .backOffice: "back_office"
    case .service: nil
    }
  }

  /// Reads a token's role, which means something in its kind of space only.
  package init?(tokenName: String, in kind: SpaceKind) {
    switch kind {
    case .partner:
      guard let role = PartnerRole(rawValue: tokenName) else { return nil }
      self = .partner(role)
    case .business:
      guard let role = BusinessRole(rawValue: tokenName) else { return nil }
      self = .business(role)
    case .backOffice:
      guard tokenName == "back_office" else { return nil }
      self = .backOffice
    }
  }
}

/// Roles as one bit each: the check of a call is one AND, without hashing or allocation.
struct RoleSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ roles: some Sequence<CallerRole>) {
    self.init(rawValue: roles.reduce(0) { $0 | 1 << Self.bit(of: $1) })
  }

  private static func bit(of role: CallerRole) -> UInt32 {
    switch role {
    case .partner(.administrator): 0
    case .partner(.clientManager): 1
    case .partner(.accountant): 2
    case .business(.administrator): 3
    case .business(.member): 4
    case .backOffice: 5
    case .service(.clientLink): 6
    case .service(.documentStatus): 7
    case .service(.integrationDispatch): 8
    case .service(.network): 9
    case .service(.bankFeed): 10
    case .service(.gateway): 11
    }
  }

  /// In the order of `CallerRole.allCases`.
  var roles: [CallerRole] {
    CallerRole.allCases.filter { contains(RoleSet([$0])) }
  }
}
