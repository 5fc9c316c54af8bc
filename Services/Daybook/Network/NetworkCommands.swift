import ArgumentParser
import Contracts

struct NetworkCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Hand over what the Peppol network brought.",
    discussion: "Needs the certificate of the service `network`: --certificate and --key.",
    subcommands: [NetworkReceive.self])
}

struct NetworkReceive: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Hand over a UBL invoice or credit note.",
    discussion: "The same transmission again is the same document.")
  static let methods = [NetworkServiceMethods.receiveDocument]

  @Argument(help: "The UBL file; - is standard input.") var file: String
  @Option(help: "The receiving business space.") var business: String
  @Option(help: "The network's id of the transmission.") var transmission: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ReceiveDocumentRequest(
      parent: try services.names.business(business), transmissionId: transmission,
      content: try InputFile(file).bytes())
    try services.output.show(await services.network.receiveDocument(request, services.call))
  }
}

extension ReceiveDocumentResponse: Shown {
  var facts: Facts {
    var facts = document?.facts ?? Facts()
    facts.add("redelivery", redelivery ? "yes: it was there already" : "")
    return facts
  }
}
