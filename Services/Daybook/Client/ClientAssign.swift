import ArgumentParser
import Contracts

struct ClientAssign: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Let an accountant of your firm see a client's documents.")
  static let methods = [ClientServiceMethods.assignAccountant]

  @Argument(help: .client) var client: String
  @Argument(help: "The subject of the accountant's tokens.") var subject: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = AssignAccountantRequest(
      name: try services.names.client(client), subject: subject, requestId: change.requestId)
    try services.output.show(await services.clients.assignAccountant(request, services.call))
  }
}

struct ClientUnassign: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "unassign", abstract: "Take an accountant's view of a client away.")
  static let methods = [ClientServiceMethods.unassignAccountant]

  @Argument(help: .client) var client: String
  @Argument(help: "The subject of the accountant's tokens.") var subject: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = UnassignAccountantRequest(
      name: try services.names.client(client), subject: subject, requestId: change.requestId)
    try services.output.show(await services.clients.unassignAccountant(request, services.call))
  }
}
