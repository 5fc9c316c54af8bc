import ArgumentParser
import Contracts

struct IntegrationActivate: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate",
    abstract: "Send what is approved from now on, once it is configured.")
  static let methods = [IntegrationServiceMethods.activateIntegration]

  @Argument(help: .integration) var integration: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ActivateIntegrationRequest(
      name: try services.names.integration(integration), requestId: change.requestId)
    try services.output.show(
      await services.integrations.activateIntegration(request, services.call))
  }
}

struct IntegrationDeactivate: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "deactivate",
    abstract: "Stop sending and cancel what is queued; nothing is removed at the destination.")
  static let methods = [IntegrationServiceMethods.deactivateIntegration]

  @Argument(help: .integration) var integration: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = DeactivateIntegrationRequest(
      name: try services.names.integration(integration), requestId: change.requestId)
    try services.output.show(
      await services.integrations.deactivateIntegration(request, services.call))
  }
}
