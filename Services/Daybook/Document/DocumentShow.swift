import ArgumentParser
import Contracts

struct DocumentShow: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one document, with every rule that its fields break.")
  static let methods = [DocumentServiceMethods.getDocument]

  @Argument(help: .document) var document: String
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = GetDocumentRequest(name: try services.names.document(document))
    try services.output.show(await services.documents.getDocument(request, services.call))
  }
}

struct DocumentList: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List documents, newest first.")
  static let methods = [DocumentServiceMethods.listDocuments]

  @Option(help: "Only this status.") var status: Choice<DocumentStatus>?
  @Option(help: "Only this kind.") var kind: Choice<DocumentKind>?
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let parent = try services.names.business
    let documents = try services.documents
    try await services.list(list, none: "no documents") { size, token in
      let page = try await documents.listDocuments(
        ListDocumentsRequest(
          parent: parent, status: status?.value ?? .unspecified,
          kind: kind?.value ?? .unspecified, pageSize: size, pageToken: token),
        services.call)
      return (page.documents, page.nextPageToken)
    }
  }
}

struct DocumentHistory: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List what happened to a document, newest first.",
    discussion: "Answers for discarded documents too.")
  static let methods = [DocumentServiceMethods.listDocumentHistory]

  @Argument(help: .document) var document: String
  @OptionGroup var list: ListOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.document(document)
    let documents = try services.documents
    try await services.list(list, none: "no history") { size, token in
      let page = try await documents.listDocumentHistory(
        ListDocumentHistoryRequest(name: name, pageSize: size, pageToken: token), services.call)
      return (page.entries, page.nextPageToken)
    }
  }
}
