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
      try await events.apply(document, sequence: request.sequence, in: tx)
    }
    return ApplyApprovalResponse()
  }
}
