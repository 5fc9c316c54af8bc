import ArgumentParser
import Contracts
import RPC

struct DocumentImport: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import a PDF, a scan in PDF, or a UBL file.",
    discussion: "The document awaits validation. For UBL, --kind may be left out.")
  static let methods = [DocumentServiceMethods.importDocument]

  @Argument(help: "The file; - is standard input.") var file: String
  @Option(help: "What the document is.") var kind: Choice<DocumentKind>?
  @Flag(help: "Issued on behalf of the supplier.") var selfBilled = false
  @Option(help: "The name to keep it under (default: the file's).") var fileName: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let input = InputFile(file)
    let head = ImportDocumentRequest(
      parent: try services.names.business, kind: kind?.value ?? .unspecified,
      selfBilled: selfBilled, fileName: fileName ?? input.name, requestId: change.requestId)
    let document = try await services.channel(.documentStatus).clientStreaming(
      DocumentServiceMethods.importDocument, services.transfer, as: Document.self
    ) { (requests: RequestWriter<ImportDocumentRequest>) in
      try await Self.send(input, after: head, to: requests)
    }
    try services.output.show(document)
  }

  private static func send(
    _ input: InputFile, after head: ImportDocumentRequest,
    to requests: RequestWriter<ImportDocumentRequest>
  ) async throws {
    var progress = Progress("sending \(input.name)", total: input.size)
    defer { progress.end() }
    var sent: Int64 = 0
    try await requests.write(head)
    try await input.forEachChunk { chunk in
      try await requests.write(ImportDocumentRequest(chunk: chunk))
      sent += Int64(chunk.count)
      progress.reached(sent)
    }
  }
}
