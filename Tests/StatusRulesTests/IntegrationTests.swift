import StatusRules
import Testing

@Suite struct IntegrationTests {
  private static func facts(checkPasses: Bool = true) -> IntegrationFacts {
    var facts = IntegrationFacts()
    facts.isOwn = true
    facts.linkIsActive = true
    facts.checkPasses = checkPasses
    return facts
  }

  private static func breakGuard(_ condition: IntegrationGuard, _ facts: inout IntegrationFacts) {
    switch condition {
    case .own: facts.isOwn = false
    case .activeLink: facts.linkIsActive = false
    }
  }

  private static func activity() throws -> ExpectedTable<IntegrationActivityMachine> {
    try ExpectedTable(
      """
      none|create|business_administrator|own|inactive|
      none|create|administrator client_manager accountant service|own active_link|inactive|
      inactive|activate|business_administrator|own|active|beginInterval
      inactive|activate|administrator client_manager accountant service|own active_link|active|beginInterval
      active|activate|business_administrator administrator client_manager accountant service|own|again|
      active|deactivate|business_administrator administrator client_manager accountant|own|inactive|endInterval cancelDeliveries
      inactive|deactivate|business_administrator administrator client_manager accountant|own|again|
      active|end_link|service||inactive|endInterval cancelDeliveries
      inactive|end_link|service||again|
      """
    ) { _ in facts() }
  }

  private static func configuration(
    checkPasses: Bool
  ) throws -> ExpectedTable<IntegrationConfigurationMachine> {
    let found = checkPasses ? "configured" : "not_configured"
    let lists = checkPasses ? "" : "listMissingFields"
    let all = "business_administrator administrator client_manager accountant service"
    return try ExpectedTable(
      """
      none|create|\(all)|own|\(found)|storeSettings \(lists)
      not_configured configured|configure|\(all)|own|\(found)|storeSettings \(lists)
      needs_authorisation|configure|\(all)|own|same|storeSettings
      not_configured configured|check|\(all)|own|\(found)|\(lists)
      not_configured configured|withdraw_grant|service||needs_authorisation|askForAuthorisation
      needs_authorisation|withdraw_grant|service||again|
      not_configured configured needs_authorisation|authorise|business_administrator administrator client_manager accountant|own|\(found)|storeSettings \(lists)
      """
    ) { _ in facts(checkPasses: checkPasses) }
  }

  @Test func `activity: every status, event and actor does what the table says`() throws {
    try Self.activity().checkEveryPair()
  }

  @Test func `activity: each guard failing alone refuses what asks for it`() throws {
    try Self.activity().checkGuards(Self.breakGuard)
  }

  @Test(arguments: [true, false])
  func `configuration: every status, event and actor does what the table says`(
    checkPasses: Bool
  ) throws {
    try Self.configuration(checkPasses: checkPasses).checkEveryPair()
  }

  @Test(arguments: [true, false])
  func `configuration: each guard failing alone refuses what asks for it`(
    checkPasses: Bool
  ) throws {
    try Self.configuration(checkPasses: checkPasses)
      .checkGuards(besides: [.activeLink], Self.breakGuard)
  }
}
