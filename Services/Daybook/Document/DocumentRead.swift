import ArgumentParser
import Contracts

struct DocumentRead: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read the original or the e-invoice of a document.")
  static let methods = [DocumentServiceMethods.readDocumentContent]

  @Argument(help: .document) var document: String
  @OptionGroup var content: ContentOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = ReadDocumentContentRequest(
      name: try services.names.document(document), part: content.part.value)
    try await content.save(
      try await services.documents.readDocumentContent(request, services.transfer),
      services.output)
  }
}
