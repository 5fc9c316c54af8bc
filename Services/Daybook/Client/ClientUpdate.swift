import ArgumentParser
import Contracts

/// Reads the client, changes what was given, and writes it under the etag that was read: a change in
/// between is refused and not lost.
struct ClientUpdate: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change contact data and the prepared set-up.",
    discussion: "What is not given stays; a list that is given replaces the list that is there.")
  static let methods = [ClientServiceMethods.getClient, ClientServiceMethods.updateClient]

  @Argument(help: .client) var client: String
  @Option(help: "The name of the business.") var name: String?
  @OptionGroup var setup: SetupOptions
  @Flag(help: "Prepare no integrations.") var clearIntegrations = false
  @Flag(help: "Prepare no accountants.") var clearAccountants = false
  @Option(help: "The etag of what you saw (default: what is there now).") var etag: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let clients = try services.clients
    let request = GetClientRequest(name: try services.names.client(client))
    var client = try await clients.getClient(request, services.call)
    if let name { client.displayName = name }
    if clearIntegrations { client.setup?.integrations = [] }
    if clearAccountants { client.setup?.accountants = [] }
    setup.apply(to: &client)
    if let etag { client.etag = etag }
    let update = UpdateClientRequest(client: client, requestId: change.requestId)
    try services.output.show(await clients.updateClient(update, services.call))
  }
}
