/// The status of a shareable registration link.
package enum RegistrationLinkStatus: String, Sendable, CaseIterable {
  case live
  case usedUp = "used_up"
  case expired, revoked
}

/// What happens to a registration link; `expire` is the clock's.
package enum RegistrationLinkEvent: String, Sendable, CaseIterable {
  case make, use, expire, revoke
}

package enum RegistrationLinkEffect: String, Sendable, CaseIterable {
  /// Make an unguessable token and store only its hash.
  case makeToken = "make_token"
  case countUse = "count_use"
}

/// The expiry and the uses of a registration link when an event comes.
package struct RegistrationLinkFacts: Sendable {
  /// The clock has passed the link's expiry; false for a link without one.
  package var isPastExpiry: Bool
  package var uses: Int
  /// `nil`: any number.
  package var maximumUses: Int?

  package init(isPastExpiry: Bool, uses: Int, maximumUses: Int?) {
    self.isPastExpiry = isPastExpiry
    self.uses = uses
    self.maximumUses = maximumUses
  }

  var usesLeft: Int { maximumUses.map { max(0, $0 - uses) } ?? .max }
  var isLastUse: Bool { usesLeft == 1 }
}

package enum RegistrationLinkGuard: String, TransitionGuard {
  case notExpired = "not_expired"
  case usesLeft = "uses_left"
  case pastExpiry = "past_expiry"

  package func holds(_ facts: RegistrationLinkFacts) -> Bool {
    switch self {
    case .notExpired: !facts.isPastExpiry
    case .usesLeft: facts.usesLeft > 0
    case .pastExpiry: facts.isPastExpiry
    }
  }

  package var advice: String {
    switch self {
    case .notExpired: "The registration link has expired: ask the partner for a new one."
    case .usesLeft: "The registration link is used up: ask the partner for a new one."
    case .pastExpiry: "The registration link has not expired yet."
    }
  }
}

/// ──make──► live ──use──► live … ──last use──► used_up
///             ├──expire──► expired
///             └──revoke──► revoked
package enum RegistrationLinkMachine: StateMachine {
  package typealias Status = RegistrationLinkStatus
  package typealias Event = RegistrationLinkEvent
  package typealias Guard = RegistrationLinkGuard
  package typealias Effect = RegistrationLinkEffect

  package static let name = "registration_link"

  package static let table = TransitionTable<Self> {
    row(.make, by: .clientManagers, from: [.none], to: .live, effects: [.makeToken])
    row(
      .use, by: .businessAdministrator, from: [.live], when: \.isLastUse, guards: [.notExpired],
      to: .usedUp, effects: [.countUse])
    row(
      .use, by: .businessAdministrator, from: [.live], guards: [.notExpired, .usesLeft],
      to: .live, effects: [.countUse])
    row(.expire, by: .service, from: [.live], guards: [.pastExpiry], to: .expired)
    row(.revoke, by: .clientManagers, from: [.live], to: .revoked)
  }
}
