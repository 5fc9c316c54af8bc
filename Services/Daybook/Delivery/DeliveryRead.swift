import ArgumentParser
import Contracts

struct DeliveryList: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List deliveries, newest first.")
  static let methods = [DeliveryServiceMethods.listDeliveries]

  @Option(help: "The client's business space, for a firm's token.") var business: String?
  @Option(help: "Only of this document.") var document: String?
  @Option(help: "Only to this integration.") var integration: String?
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let side = try services.names.side(business: business)
    let document = try document.map { try services.names.document($0, on: side) }
    let integration = try integration.map { try services.names.integration($0, on: side) }
    let deliveries = try services.deliveries
    try await services.list(list, none: "no deliveries") { size, token in
      let page = try await deliveries.listDeliveries(
        ListDeliveriesRequest(
          parent: side, document: document ?? "", integration: integration ?? "",
          pageSize: size, pageToken: token),
        services.call)
      return (page.deliveries, page.nextPageToken)
    }
  }
}

struct DeliveryShow: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one delivery with every attempt.")
  static let methods = [DeliveryServiceMethods.getDelivery]

  @Argument(help: .delivery) var delivery: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = GetDeliveryRequest(name: try services.names.delivery(delivery))
    try services.output.show(await services.deliveries.getDelivery(request, services.call))
  }
}

struct DeliveryExplain: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Why did it not arrive? The first reason that holds.")
  static let methods = [DeliveryServiceMethods.explainDelivery]

  @Argument(help: .sideDocument) var document: String
  @Argument(help: .integration) var integration: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ExplainDeliveryRequest(
      document: try services.names.sideDocument(document),
      integration: try services.names.integration(integration))
    try services.output.show(await services.deliveries.explainDelivery(request, services.call))
  }
}

struct DeliveryExportStates: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-states", abstract: "The export state of documents on your side.")
  static let methods = [DeliveryServiceMethods.batchGetExportStates]

  @Argument(help: "One document, or up to 1000 of one business.") var document: [String]
  @Option(help: "The client's business space, for a firm's token.") var business: String?
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let names = services.names
    let side =
      try business.map { try names.side(business: $0) } ?? names.side(ofDocuments: document)
    let request = BatchGetExportStatesRequest(
      parent: side, documents: try document.map { try names.document($0, on: side) })
    let answer = try await services.deliveries.batchGetExportStates(request, services.call)
    try services.output.list(answer.states, none: "no documents")
  }
}
