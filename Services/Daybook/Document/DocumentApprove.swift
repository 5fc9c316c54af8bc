import ArgumentParser
import Contracts

/// What was seen is what is approved: without an etag the document is read first, shown in a line, and
/// approved in exactly that version.
struct DocumentApprove: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve documents: they become e-invoices and are sent.",
    discussion: "Several documents are answered one by one.")
  static let methods = [
    DocumentServiceMethods.getDocument, DocumentServiceMethods.approveDocument,
    DocumentServiceMethods.batchApproveDocuments,
  ]

  @Argument(help: "One document, or up to 1000.") var document: [String]
  @Option(help: "The etag of what you saw, for one document (default: what is there now).")
  var etag: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard etag == nil || document.count == 1 else {
      throw ValidationError("--etag is for one document")
    }
  }

  func run(_ services: Services) async throws {
    let names = try document.map { try services.names.document($0) }
    if let name = names.first, names.count == 1 {
      let etag = try await services.version(of: name, etag: etag, for: "approving")
      let request = ApproveDocumentRequest(name: name, etag: etag, requestId: change.requestId)
      try services.output.show(await services.documents.approveDocument(request, services.call))
    } else {
      try await approveAll(names, services)
    }
  }

  private func approveAll(_ names: [String], _ services: Services) async throws {
    var versions: [DocumentVersion] = []
    for name in names {
      let etag = try await services.version(of: name, etag: nil, for: "approving")
      versions.append(DocumentVersion(name: name, etag: etag))
    }
    let request = BatchApproveDocumentsRequest(
      parent: try services.names.business, documents: versions, requestId: change.requestId)
    let answer = try await services.documents.batchApproveDocuments(request, services.call)
    try services.output.list(answer.results, none: "nothing was approved")
    try Failure.checkAll(answer.results.map(\.status), "approved")
  }
}

struct DocumentDiscard: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard",
    abstract: "Discard a document that awaits validation; its history stays.")
  static let methods = [
    DocumentServiceMethods.getDocument, DocumentServiceMethods.discardDocument,
  ]

  @Argument(help: .document) var document: String
  @Option(help: "Why, for the business to read.") var reason: String = ""
  @Option(help: "The etag of what you saw (default: what is there now).") var etag: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.document(document)
    let etag = try await services.version(of: name, etag: etag, for: "discarding")
    let request = DiscardDocumentRequest(
      name: name, etag: etag, reason: reason, requestId: change.requestId)
    let answer = try await services.documents.discardDocument(request, services.call)
    try services.output.done("\(name) is discarded; its history stays", answer)
  }
}
