/// Whether an integration is switched on. Independent of its configuration: an active integration may
/// well be misconfigured, and then receives nothing.
package enum IntegrationActivity: String, Sendable, CaseIterable {
  case active, inactive
}

/// What switches an integration on and off.
package enum IntegrationActivityEvent: String, Sendable, CaseIterable {
  case create, activate, deactivate
  /// The link of the partner whose integration this is has ended.
  case endLink = "end_link"
}

package enum IntegrationActivityEffect: String, Sendable, CaseIterable {
  /// Begin an interval of activity: only what is approved from now on is sent by itself.
  case beginInterval = "begin_interval"
  case endInterval = "end_interval"
  /// Cancel what is queued; what is in flight finishes; nothing is removed at the destination.
  case cancelDeliveries = "cancel_deliveries"
}

/// ──create──► inactive ──activate──► active
///                ▲──deactivate, end_link──┘
package enum IntegrationActivityMachine: StateMachine {
  package typealias Status = IntegrationActivity
  package typealias Event = IntegrationActivityEvent
  package typealias Guard = IntegrationGuard
  package typealias Effect = IntegrationActivityEffect

  package static let name = "integration_activity"

  package static let table = TransitionTable<Self> {
    row(.create, by: .businessAdministrator, from: [.none], guards: [.own], to: .inactive)
    row(
      .create, by: .clientManagers + .accountant + .service, from: [.none],
      guards: [.own, .activeLink],
      to: .inactive)

    row(
      .activate, by: .businessAdministrator, from: [.inactive], guards: [.own],
      to: .active, effects: [.beginInterval])
    row(
      .activate, by: .clientManagers + .accountant + .service, from: [.inactive],
      guards: [.own, .activeLink],
      to: .active, effects: [.beginInterval])
    again(
      .activate, by: .clientManagers + .accountant + .businessAdministrator + .service,
      from: [.active],
      guards: [.own])

    row(
      .deactivate, by: .clientManagers + .accountant + .businessAdministrator, from: [.active],
      guards: [.own],
      to: .inactive, effects: [.endInterval, .cancelDeliveries])
    again(
      .deactivate, by: .clientManagers + .accountant + .businessAdministrator, from: [.inactive],
      guards: [.own])

    row(
      .endLink, by: .service, from: [.active],
      to: .inactive, effects: [.endInterval, .cancelDeliveries])
    again(.endLink, by: .service, from: [.inactive])
  }
}
