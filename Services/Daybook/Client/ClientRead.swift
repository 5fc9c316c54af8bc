import ArgumentParser
import Contracts

struct ClientShow: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one client in full.")
  static let methods = [ClientServiceMethods.getClient]

  @Argument(help: .client) var client: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = GetClientRequest(name: try services.names.client(client))
    try services.output.show(await services.clients.getClient(request, services.call))
  }
}

struct ClientList: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List clients in the order of their names.")
  static let methods = [ClientServiceMethods.listClients]

  @Option(help: "One of the two tabs (default: both).") var tab: Choice<ClientTab>?
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let parent = try services.names.partner
    let clients = try services.clients
    try await services.list(list, none: "no clients") { size, token in
      let page = try await clients.listClients(
        ListClientsRequest(
          parent: parent, tab: tab?.value ?? .unspecified, pageSize: size, pageToken: token),
        services.call)
      return (page.clients, page.nextPageToken)
    }
  }
}

struct ClientHistory: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List what happened to a client, newest first.",
    discussion: "Answers for deleted clients too.")
  static let methods = [ClientServiceMethods.listClientHistory]

  @Argument(help: .client) var client: String
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.client(client)
    let clients = try services.clients
    try await services.list(list, none: "no history") { size, token in
      let page = try await clients.listClientHistory(
        ListClientHistoryRequest(name: name, pageSize: size, pageToken: token), services.call)
      return (page.entries, page.nextPageToken)
    }
  }
}
