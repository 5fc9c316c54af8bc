import ArgumentParser
import Contracts

struct DeliveryResend: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend", abstract: "Send an approved document again, as new deliveries.",
    discussion: "To every active and configured integration of your side, or to one.")
  static let methods = [DeliveryServiceMethods.resendDocument]

  @Argument(help: .sideDocument) var document: String
  @Option(help: "Only to this integration.") var integration: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ResendDocumentRequest(
      document: try services.names.sideDocument(document),
      integration: try integration.map { try services.names.integration($0) } ?? "",
      requestId: change.requestId)
    let answer = try await services.deliveries.resendDocument(request, services.call)
    try services.output.list(answer.deliveries, none: "no active integration to send to")
  }
}
