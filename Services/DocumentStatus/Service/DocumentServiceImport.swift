import Assembly
import Content
import Contracts
import Identity
import RPC
import Records

extension DocumentService {
  /// The first message says what comes; it and all others carry the bytes.
  func importDocument(
    _ requests: RequestStream<ImportDocumentRequest>, _ call: ServerCall
  ) async throws -> Document {
    var messages = requests.makeAsyncIterator()
    guard let first = try await messages.next() else {
      throw RPCError(.invalidArgument, "the first message is needed: it says what is imported")
    }
    let business = try Names.business(first.parent, of: call)
    let label = ImportLabel(
      type: try DocumentType(first.kind), isSelfBilled: first.selfBilled,
      fileName: try InputText.optional(
        first.fileName, field: "file_name", maximum: ImportLimits.fileName),
      businessNumber: try call.caller.user.enterpriseNumber)
    let arrival = try await Intake(contents: contents).store(
      first: first.chunk, rest: FurtherChunks(messages: messages), as: label)
    let events = DocumentEvents(by: try Cause(call), outbox: outbox)
    // The bytes stand in the request by their hash: the same id with other bytes is another request.
    var request = first
    request.chunk = Array(arrival.original.content.hash.utf8)
    return try await changes.once(call, first.requestId, request) { tx in
      try await events.importDocument(arrival, to: business, in: tx).message
    }
  }
}

/// The bytes of the messages after the first.
private struct FurtherChunks: AsyncSequence {
  typealias Element = [UInt8]

  let messages: RequestStream<ImportDocumentRequest>.AsyncIterator

  struct AsyncIterator: AsyncIteratorProtocol {
    var messages: RequestStream<ImportDocumentRequest>.AsyncIterator

    mutating func next() async throws -> [UInt8]? { try await messages.next()?.chunk }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(messages: messages) }
}
