import Assembly
import Content
import Contracts
import Database
import Identity
import RPC
import Records

/// What a business does with its documents: each method decodes, does what no transaction can, asks
/// the rules in one transaction, and answers.
struct DocumentService: DocumentServiceServer {
  let database: Database
  let contents: ContentStore
  let changes: Changes
  let pages: PageTokens
  let outbox: Outbox

  var preparation: Preparation { Preparation(database: database, contents: contents) }

  func getDocument(_ request: GetDocumentRequest, _ call: ServerCall) async throws -> Document {
    let name = try Names.document(request.name, of: call)
    return try await database.read { tx in
      try await DocumentStore().existing(name, in: tx).message
    }
  }

  func listDocuments(
    _ request: ListDocumentsRequest, _ call: ServerCall
  ) async throws -> ListDocumentsResponse {
    let business = try Names.business(request.parent, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["documents", business, request.status.name, request.kind.name]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let query = DocumentQuery(
      business: business, status: try .init(request.status), type: try .init(request.kind),
      limit: size + 1)
    let documents = try await database.read { tx in
      try await DocumentStore().documents(query, after: after, in: tx)
    }
    let page = pages.page(
      documents, size: size, filter: filter, position: DocumentStore.position(of:))
    return ListDocumentsResponse(
      documents: page.items.map(\.listed), nextPageToken: page.nextPageToken)
  }

  func updateDocument(
    _ request: UpdateDocumentRequest, _ call: ServerCall
  ) async throws -> Document {
    let asked = request.document ?? Document()
    let name = try Names.document(asked.name, field: "document.name", of: call)
    let etag = try requiredETag(asked.etag, field: "document.etag")
    let draft = try DocumentDraft(asked)
    let events = DocumentEvents(by: try Cause(call), outbox: outbox)
    let prepared = try await preparation.save(draft, of: name)
    return try await changes.once(call, request.requestId, request) { tx in
      try await events.save(draft, of: name, etag: etag, prepared: prepared, in: tx).message
    }
  }

  func discardDocument(
    _ request: DiscardDocumentRequest, _ call: ServerCall
  ) async throws -> DiscardDocumentResponse {
    let name = try Names.document(request.name, of: call)
    let etag = try requiredETag(request.etag)
    let reason = try InputText.optional(request.reason, field: "reason", maximum: 500)
    let events = DocumentEvents(by: try Cause(call), outbox: outbox)
    return try await changes.once(call, request.requestId, request) { tx in
      try await events.discard(name, etag: etag, reason: reason, in: tx)
      return DiscardDocumentResponse()
    }
  }

  func reconcilePayment(
    _ request: ReconcilePaymentRequest, _ call: ServerCall
  ) async throws -> Document {
    let name = try Names.document(request.name, of: call)
    let draft = try PaymentDraft(request.payment)
    let events = PaymentEvents(by: try Cause(call), outbox: outbox)
    return try await changes.once(call, request.requestId, request) { tx in
      try await events.reconcile(draft, with: name, in: tx).message
    }
  }

  func undoReconciliation(
    _ request: UndoReconciliationRequest, _ call: ServerCall
  ) async throws -> Document {
    let name = try Names.document(request.name, of: call)
    let payment = try PaymentDraft.id(request.paymentId, field: "payment_id")
    let events = PaymentEvents(by: try Cause(call), outbox: outbox)
    return try await changes.once(call, request.requestId, request) { tx in
      try await events.undo(payment, of: name, in: tx).message
    }
  }

  func readDocumentContent(
    _ request: ReadDocumentContentRequest, _ replies: ReplyWriter<ContentChunk>, _ call: ServerCall
  ) async throws {
    let name = try Names.document(request.name, of: call)
    let part = try DocumentPart(request.part)
    let document = try await database.read { tx in
      try await DocumentStore().existing(name, in: tx)
    }
    let file = try document.file(part)
    try await ContentReading(contents: contents).send(file) { piece, isFirst in
      try await replies.write(ContentChunk(data: piece, info: isFirst ? file.message : nil))
    }
  }

  /// Answers also for a document that was discarded: what is left of it is its history.
  func listDocumentHistory(
    _ request: ListDocumentHistoryRequest, _ call: ServerCall
  ) async throws -> ListDocumentHistoryResponse {
    let name = try Names.document(request.name, of: call)
    let size = try PageSize.resolve(request.pageSize)
    let filter = ["document history", name.description]
    let after = try pages.position(of: request.pageToken, filter: filter)
    let before = try after.map(HistoryPosition.init)?.sequence
    let entries = try await database.read { tx in
      try await HistoryStore().entries(
        of: name.description, space: name.business, reader: .business, before: before,
        periods: nil, limit: size + 1, in: tx)
    }
    guard !entries.isEmpty || after != nil else { throw RPCError.notFound(request.name) }
    let page = pages.page(entries, size: size, filter: filter) { [.int($0.sequence)] }
    return ListDocumentHistoryResponse(entries: page.items, nextPageToken: page.nextPageToken)
  }
}

/// Where a page of history ends.
struct HistoryPosition {
  let sequence: Int64

  init(_ position: [SQLValue]) throws(PageError) {
    guard case .int(let sequence) = position.first else { throw .invalidPageToken }
    self.sequence = sequence
  }
}
