import Content
import Contracts
import Database
import EInvoice
import Hosting
import RPC
import Records

/// Approvals on their way to integration-dispatch.
extension DocumentRecord {
  /// The event of an approval, without its sequence, which the outbox gives.
  func approvalEvent(by author: Author) throws -> [UInt8] {
    var contents = [ApprovedContent(original, part: "original")]
    if let eInvoice { contents.append(ApprovedContent(eInvoice, part: "e_invoice")) }
    return try ApplyApprovalRequest(
      document: name.description, kind: type.rawValue, number: fields.number,
      issueDate: fields.issueDate?.description ?? "", seller: fields.seller?.name ?? "",
      buyer: fields.buyer?.name ?? "", total: amounts.map { .cents($0.total, $0.currency) },
      contents: contents, actor: author.message,
      approveTime: approveTime.map(GoogleProtobufTimestamp.init(microseconds:))
    ).wireBytes()
  }
}

extension ApprovedContent {
  fileprivate init(_ file: StoredFile, part: String) {
    self.init(
      part: part, sha256: file.content.hash, sizeBytes: file.content.size,
      mediaType: file.mediaType)
  }
}

/// Carries approvals to integration-dispatch.
struct ApprovalCarrier: Sendable {
  let client: ApprovalServiceClient
  /// Of this service's data.
  let incarnation: String

  /// Returns when integration-dispatch has it durably.
  func carry(_ event: OutboxEvent) async throws {
    var request = try ApplyApprovalRequest(storedBytes: event.payload)
    request.sequence = event.sequence
    request.incarnation = incarnation
    // The trace of the approval goes on in the service that delivers.
    let context = RequestContext(of: ["traceparent": event.trace])
    _ = try await context.run {
      try await client.applyApproval(request, CallOptions(timeout: .seconds(5)).inRequest)
    }
  }
}
