import ArgumentParser
import Contracts

struct DocumentUpdate: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Save the fields of a document that awaits validation.",
    discussion: """
      Saving is not approving: nothing is sent. The file of --fields holds all fields as one JSON \
      object, as `document show --json` prints them under "fields"; what is missing in it is empty \
      afterwards.
      """)
  static let methods = [
    DocumentServiceMethods.getDocument, DocumentServiceMethods.updateDocument,
  ]

  @Argument(help: .document) var document: String
  @Option(help: ArgumentHelp("The fields as JSON; - is standard input.", valueName: "file.json"))
  var fields: String?
  @Option(help: "What the document is.") var kind: Choice<DocumentKind>?
  @Option(help: "Whether it was issued on behalf of the supplier: true or false.")
  var selfBilled: Bool?
  @Option(help: "The etag of what you saw (default: what is there now).") var etag: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard fields != nil || kind != nil || selfBilled != nil else {
      throw ValidationError("give --fields, --kind or --self-billed")
    }
  }

  func run(_ services: Services) async throws {
    let given = try fields.map { try FieldsFile.read(InputFile($0)) }
    let documents = try services.documents
    let request = GetDocumentRequest(name: try services.names.document(document))
    var document = try await documents.getDocument(request, services.call)
    if etag == nil {
      try services.output.note("saving \(document.summary), etag \(document.etag)")
    }
    if let given { document.fields = given }
    if let kind { document.kind = kind.value }
    if let selfBilled { document.selfBilled = selfBilled }
    if let etag { document.etag = etag }
    let update = UpdateDocumentRequest(document: document, requestId: change.requestId)
    try services.output.show(await documents.updateDocument(update, services.call))
  }
}
