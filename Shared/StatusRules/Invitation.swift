package enum InvitationStatus: String, Sendable, CaseIterable {
  case live, opened, used, void, expired
}

/// What happens to an invitation; `expire` and `remind` are the clock's.
package enum InvitationEvent: String, Sendable, CaseIterable {
  case make, open, use, remind, expire, void
}

package enum InvitationEffect: String, Sendable, CaseIterable {
  /// Make an unguessable token and store only its hash, with the expiry that the partner sees.
  case makeToken = "make_token"
  /// Send a reminder with the same link.
  case sendReminder = "send_reminder"
}

/// What the clock says of an invitation when an event comes.
package struct InvitationFacts: Sendable {
  /// The clock has passed the invitation's expiry.
  package var isPastExpiry: Bool
  /// A reminder's time has come and it has not been sent.
  package var reminderIsDue: Bool

  package init(isPastExpiry: Bool, reminderIsDue: Bool = false) {
    self.isPastExpiry = isPastExpiry
    self.reminderIsDue = reminderIsDue
  }
}

package enum InvitationGuard: String, TransitionGuard {
  case notExpired = "not_expired"
  case pastExpiry = "past_expiry"
  case reminderDue = "reminder_due"

  package func holds(_ facts: InvitationFacts) -> Bool {
    switch self {
    case .notExpired: !facts.isPastExpiry
    case .pastExpiry: facts.isPastExpiry
    case .reminderDue: facts.reminderIsDue
    }
  }

  package var advice: String {
    switch self {
    case .notExpired: "The invitation has expired: ask the partner to send a new one."
    case .pastExpiry: "The invitation has not expired yet."
    case .reminderDue: "No reminder is due."
    }
  }
}

/// ──make──► live ──open──► opened ──use──► used
///            │  └────────use────────────────┘
///            └─ live, opened ──void──► void, ──expire──► expired
///
/// An expiry holds by the clock, also before the timer has written `expired`.
package enum InvitationMachine: StateMachine {
  package typealias Status = InvitationStatus
  package typealias Event = InvitationEvent
  package typealias Guard = InvitationGuard
  package typealias Effect = InvitationEffect

  package static let name = "invitation"

  /// Whoever may cause a client event that makes invitations void, and the services following it.
  private static let voiders: [Actor] =
    .clientManagers + .businessAdministrator + .backOffice + .service
  /// Whoever holds the token, signed in or not.
  private static let holders: [Actor] = [.invitee] + .business

  package static let table = TransitionTable<Self> {
    row(.make, by: .clientManagers, from: [.none], to: .live, effects: [.makeToken])
    row(.open, by: holders, from: [.live], guards: [.notExpired], to: .opened)
    again(.open, by: holders, from: [.opened], guards: [.notExpired])
    row(
      .use, by: .businessAdministrator, from: [.live, .opened], guards: [.notExpired], to: .used)
    stays(
      .remind, by: .service, from: [.live, .opened], guards: [.notExpired, .reminderDue],
      effects: [.sendReminder])
    row(.expire, by: .service, from: [.live, .opened], guards: [.pastExpiry], to: .expired)
    row(.void, by: voiders, from: [.live, .opened], to: .void)
  }
}
