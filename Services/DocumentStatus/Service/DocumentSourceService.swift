import Content
import Contracts
import Database
import Identity
import RPC
import StatusRules

/// What integration-dispatch needs to deliver.
struct DocumentSourceService: DocumentSourceServiceServer {
  let database: Database
  let contents: ContentStore

  func getDocumentState(
    _ request: GetDocumentStateRequest, _ call: ServerCall
  ) async throws -> GetDocumentStateResponse {
    let name = try Names.document(request.name, of: call)
    let document = try await database.read { tx in
      try await DocumentStore().existing(name, in: tx)
    }
    return GetDocumentStateResponse(status: document.status.message)
  }

  func readSourceContent(
    _ request: ReadSourceContentRequest, _ replies: ReplyWriter<ContentChunk>, _ call: ServerCall
  ) async throws {
    let name = try Names.document(request.name, of: call)
    let part = try DocumentPart(request.part)
    let document = try await database.read { tx in
      try await DocumentStore().existing(name, in: tx)
    }
    guard document.status.isApproved else {
      throw RPCError(
        .failedPrecondition, "the document is not approved: nothing of it is delivered")
    }
    let file = try document.file(part)
    try await ContentReading(contents: contents).send(file) { piece, isFirst in
      try await replies.write(ContentChunk(data: piece, info: isFirst ? file.message : nil))
    }
  }
}
