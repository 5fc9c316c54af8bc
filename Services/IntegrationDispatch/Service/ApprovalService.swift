import Contracts
import Database
import RPC

/// Takes approvals in from document-status.
struct ApprovalService: ApprovalServiceServer {
  let database: Database
  let events: ApprovalEvents

  func applyApproval(
    _ request: ApplyApprovalRequest, _ call: ServerCall
  ) async throws -> ApplyApprovalResponse {
    let document = try ApprovedDocument(request)
    try await database.write { [events] tx in
      try await events.apply(document, sequence: request.sequence, of: request.incarnation, in: tx)
    }
    return ApplyApprovalResponse()
  }

  func listApprovals(
    _ request: ListApprovalsRequest, _ call: ServerCall
  ) async throws -> ListApprovalsResponse {
    let after = request.after.isEmpty ? nil : try Names.document(request.after, field: "after")
    guard (1...500).contains(request.pageSize) else {
      throw RPCError(.invalidArgument, "page_size must be 1 to 500")
    }
    let limit = Int(request.pageSize)
    return ListApprovalsResponse(
      approvals: try await database.read { tx in
        try await DocumentStore().approvals(after: after, limit: limit, in: tx)
      }.map { approval in
        KnownApproval(
          document: approval.name.description, number: approval.number, seller: approval.seller,
          approveTime: GoogleProtobufTimestamp(microseconds: approval.approveTime))
      })
  }
}
