import Contracts
import Identity
import RPC
import Records

/// The prepared set-up between its messages and its records.
extension ClientSetup {
  var message: Contracts.ClientSetup? {
    guard self != ClientSetup() else { return nil }
    return Contracts.ClientSetup(
      subscriptionPlan: subscriptionPlan, integrations: integrations.map(\.message),
      accountants: accountants)
  }

  init(_ setup: Contracts.ClientSetup) throws {
    guard setup.integrations.count <= 50, setup.accountants.count <= 200 else {
      throw RPCError(
        .invalidArgument, "client.setup may hold at most 50 integrations and 200 accountants")
    }
    subscriptionPlan = try Self.plan(setup.subscriptionPlan)
    integrations = try setup.integrations.map { try PreparedIntegration($0) }
    accountants = Set(
      try setup.accountants.map {
        try Self.subject($0, field: "client.setup.accountants")
      }
    ).sorted()
  }

  /// Empty for none.
  static func plan(_ text: String) throws -> String {
    let plan = try InputText.optional(
      text, field: "client.setup.subscription_plan", maximum: 63)
    return plan.isEmpty
      ? "" : try InputText.line(plan, field: "client.setup.subscription_plan", maximum: 63)
  }

  /// The `sub` of a user's tokens.
  static func subject(_ text: String, field: String) throws -> String {
    guard let subject = Subject(text) else {
      throw RPCError(.invalidArgument, "\(field) must hold the sub of a user's tokens")
    }
    return subject.description
  }
}

extension PreparedIntegration {
  /// The connectors that can be prepared: those that integration-dispatch has.
  private static let connectors = ["folder", "webhook"]

  var message: Contracts.PreparedIntegration {
    Contracts.PreparedIntegration(connector: connector, displayName: displayName)
  }

  init(_ integration: Contracts.PreparedIntegration) throws {
    guard Self.connectors.contains(integration.connector) else {
      throw RPCError(
        .invalidArgument,
        "client.setup.integrations.connector must be one of \(Self.connectors.joined(separator: ", "))"
      )
    }
    connector = integration.connector
    displayName = try InputText.line(
      integration.displayName, field: "client.setup.integrations.display_name", maximum: 100)
  }
}
