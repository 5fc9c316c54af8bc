import ArgumentParser
import Contracts

struct ClientAdd: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a business to the client list, as a draft.")
  static let methods = [ClientServiceMethods.createClient]

  @Argument(help: "The name of the business.") var name: String
  @Argument(help: "Its enterprise or VAT number, in any usual spelling.") var number: String
  @OptionGroup var setup: SetupOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    var client = Client(displayName: name, enterpriseNumber: number)
    setup.apply(to: &client)
    let request = CreateClientRequest(
      parent: try services.names.partner, client: client, requestId: change.requestId)
    try services.output.show(await services.clients.createClient(request, services.call))
  }
}
