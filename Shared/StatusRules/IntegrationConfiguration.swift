/// Whether an integration could deliver.
package enum IntegrationConfiguration: String, Sendable, CaseIterable {
  case notConfigured = "not_configured"
  case configured
  /// The destination has withdrawn the grant.
  case needsAuthorisation = "needs_authorisation"
}

/// What changes whether an integration could deliver.
package enum IntegrationConfigurationEvent: String, Sendable, CaseIterable {
  case create
  /// Its settings or secrets are changed.
  case configure
  /// Its own check is run again.
  case check
  /// The destination says that the grant is no longer good.
  case withdrawGrant = "withdraw_grant"
  /// The owner grants access at the destination again.
  case authorise
}

package enum IntegrationConfigurationEffect: String, Sendable, CaseIterable {
  /// Seal the secrets and store the settings.
  case storeSettings = "store_settings"
  /// Store the fields that the check misses.
  case listMissingFields = "list_missing_fields"
  /// Tell the owner's side that it must authorise again.
  case askForAuthorisation = "ask_for_authorisation"
}

/// ──create──► not_configured ◄──configure, check, authorise──► configured
///                  │   ▲                                        ▲   │
///       withdraw_grant authorise                        authorise withdraw_grant
///                  ▼   │                                        │   ▼
///                  └───┴──────── needs_authorisation ───────────┴───┘
///
/// What the check finds decides between not_configured and configured; a withdrawn grant is cured by
/// nothing but a new one.
package enum IntegrationConfigurationMachine: StateMachine {
  package typealias Status = IntegrationConfiguration
  package typealias Event = IntegrationConfigurationEvent
  package typealias Guard = IntegrationGuard
  package typealias Effect = IntegrationConfigurationEffect

  package static let name = "integration_configuration"

  private static let owners: [Actor] = .clientManagers + .accountant + .businessAdministrator
  private static let ownersOrService: [Actor] = owners + .service

  package static let table = TransitionTable<Self> {
    row(
      .create, by: ownersOrService, from: [.none], when: \.checkPasses, guards: [.own],
      to: .configured, effects: [.storeSettings])
    row(
      .create, by: ownersOrService, from: [.none], guards: [.own],
      to: .notConfigured, effects: [.storeSettings, .listMissingFields])

    row(
      .configure, by: ownersOrService, from: [.notConfigured, .configured], when: \.checkPasses,
      guards: [.own], to: .configured, effects: [.storeSettings])
    row(
      .configure, by: ownersOrService, from: [.notConfigured, .configured], guards: [.own],
      to: .notConfigured, effects: [.storeSettings, .listMissingFields])
    row(
      .configure, by: ownersOrService, from: [.needsAuthorisation], guards: [.own],
      to: .needsAuthorisation, effects: [.storeSettings])

    row(
      .check, by: ownersOrService, from: [.notConfigured, .configured], when: \.checkPasses,
      guards: [.own], to: .configured)
    row(
      .check, by: ownersOrService, from: [.notConfigured, .configured], guards: [.own],
      to: .notConfigured, effects: [.listMissingFields])

    row(
      .withdrawGrant, by: .service, from: [.notConfigured, .configured],
      to: .needsAuthorisation, effects: [.askForAuthorisation])
    again(.withdrawGrant, by: .service, from: [.needsAuthorisation])
    row(
      .authorise, by: owners, from: [.needsAuthorisation, .notConfigured, .configured],
      when: \.checkPasses, guards: [.own], to: .configured, effects: [.storeSettings])
    row(
      .authorise, by: owners, from: [.needsAuthorisation, .notConfigured, .configured],
      guards: [.own], to: .notConfigured, effects: [.storeSettings, .listMissingFields])
  }
}
