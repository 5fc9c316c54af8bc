import Contracts
import RPC

/// What an operator calls after a restore.
struct ApprovalReconciliationService: ApprovalReconciliationServiceServer {
  let reconciliation: ApprovalReconciliation

  func reconcileApprovals(
    _ request: ReconcileApprovalsRequest, _ replies: ReplyWriter<ApprovalFinding>,
    _ call: ServerCall
  ) async throws {
    try await reconciliation.run(isDryRun: request.dryRun) { try await replies.write($0) }
  }
}
