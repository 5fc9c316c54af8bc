import ArgumentParser
import Contracts

struct IntegrationCreate: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make an integration, inactive.")
  static let methods = [IntegrationServiceMethods.createIntegration]

  @Argument(help: "The kind: folder or webhook.") var connector: String
  @Argument(help: "A name for people.") var name: String
  @Option(help: "The client's business space, for a firm's token.") var business: String?
  @OptionGroup var destination: DestinationOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    var integration = Integration(connector: connector, displayName: name)
    try destination.apply(to: &integration)
    let request = CreateIntegrationRequest(
      parent: try services.names.side(business: business), integration: integration,
      requestId: change.requestId)
    try services.output.show(await services.integrations.createIntegration(request, services.call))
  }
}

/// Reads the integration, changes what was given, and writes it under the etag that was read.
struct IntegrationUpdate: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Configure an integration; the answer says what is missing.")
  static let methods = [
    IntegrationServiceMethods.getIntegration, IntegrationServiceMethods.updateIntegration,
  ]

  @Argument(help: .integration) var integration: String
  @Option(help: "A name for people.") var name: String?
  @OptionGroup var destination: DestinationOptions
  @Option(help: "The etag of what you saw (default: what is there now).") var etag: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let integrations = try services.integrations
    let request = GetIntegrationRequest(name: try services.names.integration(integration))
    var integration = try await integrations.getIntegration(request, services.call)
    if let name { integration.displayName = name }
    try destination.apply(to: &integration)
    if let etag { integration.etag = etag }
    let update = UpdateIntegrationRequest(integration: integration, requestId: change.requestId)
    try services.output.show(await integrations.updateIntegration(update, services.call))
  }
}
