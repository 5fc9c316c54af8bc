import Assembly
import Contracts
import Database
import Identity
import RPC
import Records

extension DocumentService {
  /// Documents of a batch that are worked on at once: enough to fill the database's common commits.
  private static let batchConcurrency = 16
  private static let batchMaximum = 1_000

  func approveDocument(
    _ request: ApproveDocumentRequest, _ call: ServerCall
  ) async throws -> Document {
    let name = try Names.document(request.name, of: call)
    let etag = try requiredETag(request.etag)
    let events = DocumentEvents(by: try Cause(call), outbox: outbox)
    let prepared = try await preparation.approval(of: name, etag: etag)
    return try await changes.once(call, request.requestId, request) { tx in
      try await events.approve(name, etag: etag, prepared: prepared, in: tx).message
    }
  }

  /// Each document is a transaction of its own: one that cannot be approved stops no other.
  func batchApproveDocuments(
    _ request: BatchApproveDocumentsRequest, _ call: ServerCall
  ) async throws -> BatchApproveDocumentsResponse {
    _ = try Names.business(request.parent, of: call)
    guard (1...Self.batchMaximum).contains(request.documents.count) else {
      throw RPCError(.invalidArgument, "documents must be 1 to \(Self.batchMaximum)")
    }
    var results = request.documents.map { BatchApproveDocumentsResult(name: $0.name) }
    try await withThrowingTaskGroup(of: (Int, BatchApproveDocumentsResult).self) { group in
      var rest = request.documents.enumerated().makeIterator()
      func startNext() {
        guard let (index, version) = rest.next() else { return }
        group.addTask {
          (index, await approve(version, of: request.parent, request.requestId, call))
        }
      }
      for _ in 0..<Self.batchConcurrency { startNext() }
      while let (index, result) = try await group.next() {
        results[index] = result
        startNext()
      }
    }
    return BatchApproveDocumentsResponse(results: results)
  }

  private func approve(
    _ version: DocumentVersion, of parent: String, _ requestID: String, _ call: ServerCall
  ) async -> BatchApproveDocumentsResult {
    do {
      guard version.name.hasPrefix("\(parent)/") else {
        throw RPCError(.invalidArgument, "documents must be of parent")
      }
      let document = try await approve(version, requestID, call)
      return BatchApproveDocumentsResult(name: version.name, status: .ok, document: document)
    } catch {
      let told = ErrorTranslation.status(of: error) as? RPCError
      let status = told ?? RPCError(.unknown, "something went wrong on our side")
      return BatchApproveDocumentsResult(name: version.name, status: ItemStatus(status))
    }
  }

  /// A repeated batch repeats each of its documents: the key of one is the batch's and its name.
  private func approve(
    _ version: DocumentVersion, _ requestID: String, _ call: ServerCall
  ) async throws -> Document {
    let name = try Names.document(version.name, of: call)
    let etag = try requiredETag(version.etag)
    let events = DocumentEvents(by: try Cause(call), outbox: outbox)
    let key =
      requestID.isEmpty ? nil : try RequestKey(call, requestID, item: name.document)
    let content = try version.wireBytes()
    let prepared = try await preparation.approval(of: name, etag: etag)
    let answer = try await database.write { tx in
      let approve = {
        try await events.approve(name, etag: etag, prepared: prepared, in: tx).message.wireBytes()
      }
      guard let key else { return try await approve() }
      return try await RequestKeys().once(tx, key, content: content) { try await approve() }
    }
    return try Document(storedBytes: answer)
  }
}
