import Contracts
import Foundation

/// Changes beside a story, made again and again while a service is backed up.
extension Person {
  /// Adds a client that no story needs; answers its name.
  func addAnother(_ number: Int) async throws -> String {
    let vat = Story.number(500_000 + number)
    return try await clients.createClient(
      CreateClientRequest(
        parent: space,
        client: Client(
          displayName: "Business \(vat)", enterpriseNumber: vat, contactEmail: "a@example.com"),
        requestId: UUID().uuidString.lowercased()), options
    ).name
  }

  /// The names of this firm's clients.
  func clientNames() async throws -> Set<String> {
    var names: Set<String> = []
    var token = ""
    repeat {
      let page = try await clients.listClients(
        ListClientsRequest(parent: space, pageToken: token), options)
      names.formUnion(page.clients.map(\.name))
      token = page.nextPageToken
    } while !token.isEmpty
    return names
  }

  /// Imports a document that no story needs; answers its name.
  func importAnother(_ number: Int) async throws -> String {
    try await importDocument(
      try Samples.pdf(unique: "another \(number)"), kind: .purchaseInvoice, fileName: "another.pdf"
    ).name
  }

  /// Another webhook of this business, inactive; answers its name.
  func addWebhook(on platform: Platform) async throws -> String {
    try await integrations.createIntegration(
      CreateIntegrationRequest(
        parent: space,
        integration: Integration(
          connector: "webhook", displayName: "Another",
          configuration: .webhook(
            WebhookConfiguration(url: platform.webhook.url, secret: platform.webhook.secret))),
        requestId: UUID().uuidString.lowercased()), options
    ).name
  }

  /// Switches an integration on or off; answers its name.
  func toggle(_ name: String, _ number: Int) async throws -> String {
    let request = UUID().uuidString.lowercased()
    return number.isMultiple(of: 2)
      ? try await integrations.activateIntegration(
        ActivateIntegrationRequest(name: name, requestId: request), options
      ).name
      : try await integrations.deactivateIntegration(
        DeactivateIntegrationRequest(name: name, requestId: request), options
      ).name
  }
}
