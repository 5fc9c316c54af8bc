import ArgumentParser
import Contracts

struct IntegrationShow: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one integration; secrets are never shown.")
  static let methods = [IntegrationServiceMethods.getIntegration]

  @Argument(help: .integration) var integration: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = GetIntegrationRequest(name: try services.names.integration(integration))
    try services.output.show(await services.integrations.getIntegration(request, services.call))
  }
}

struct IntegrationList: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the integrations of one side.")
  static let methods = [IntegrationServiceMethods.listIntegrations]

  @Option(help: "The client's business space, for a firm's token.") var business: String?
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let parent = try services.names.side(business: business)
    let integrations = try services.integrations
    try await services.list(list, none: "no integrations") { size, token in
      let page = try await integrations.listIntegrations(
        ListIntegrationsRequest(parent: parent, pageSize: size, pageToken: token), services.call)
      return (page.integrations, page.nextPageToken)
    }
  }
}

struct IntegrationHistory: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List what happened to an integration, newest first.")
  static let methods = [IntegrationServiceMethods.listIntegrationHistory]

  @Argument(help: .integration) var integration: String
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.integration(integration)
    let integrations = try services.integrations
    try await services.list(list, none: "no history") { size, token in
      let page = try await integrations.listIntegrationHistory(
        ListIntegrationHistoryRequest(name: name, pageSize: size, pageToken: token),
        services.call)
      return (page.entries, page.nextPageToken)
    }
  }
}
