import ArgumentParser
import Contracts

struct ClientArchive: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "End the link with a client.",
    discussion: """
      When the command has answered, you read none of the client's data or documents any more. It \
      may take some seconds when a service cannot be reached.
      """)
  static let methods = [ClientServiceMethods.archiveClient]

  @Argument(help: .client) var client: String
  @Option(help: "Why, for both sides to read.") var reason: String = ""
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ArchiveClientRequest(
      name: try services.names.client(client), reason: reason, requestId: change.requestId)
    try services.output.show(await services.clients.archiveClient(request, services.call))
  }
}

struct ClientDelete: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete the reference to a client that is not linked; its history stays.")
  static let methods = [ClientServiceMethods.deleteClient]

  @Argument(help: .client) var client: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.client(client)
    let request = DeleteClientRequest(name: name, requestId: change.requestId)
    let answer = try await services.clients.deleteClient(request, services.call)
    try services.output.done("\(name) is deleted; its history stays", answer)
  }
}
