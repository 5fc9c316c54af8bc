import ArgumentParser
import Contracts

/// The contact and the set-up that is prepared before the link.
struct SetupOptions: ParsableArguments {
  @Option(help: "Where invitations go.")
  var email: String?
  @Option(help: "The contact's language for mails: nl, fr, en.")
  var language: String?
  @Option(help: "The subscription plan that starts with the link.")
  var plan: String?
  @Option(
    help: ArgumentHelp(
      "An integration that is made, inactive, with the link; may be repeated.",
      valueName: "connector[:name]"))
  var integration: [String] = []
  @Option(
    help: ArgumentHelp(
      "An accountant (token subject) who is assigned with the link; may be repeated.",
      valueName: "subject"))
  var accountant: [String] = []

  /// Puts what was given over what is there; a list that was given replaces the list.
  func apply(to client: inout Client) {
    if let email { client.contactEmail = email }
    if let language { client.languageCode = language }
    var setup = client.setup ?? ClientSetup()
    if let plan { setup.subscriptionPlan = plan }
    if !integration.isEmpty { setup.integrations = integration.map(Self.prepared) }
    if !accountant.isEmpty { setup.accountants = accountant }
    if setup != ClientSetup() || client.setup != nil { client.setup = setup }
  }

  /// `folder`, `webhook:Bookkeeping`; without a name the connector's serves.
  private static func prepared(_ text: String) -> PreparedIntegration {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let connector = parts.first ?? text
    return PreparedIntegration(
      connector: connector, displayName: parts.dropFirst().first ?? connector)
  }
}
