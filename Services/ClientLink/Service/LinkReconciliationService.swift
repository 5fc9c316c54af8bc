import Contracts
import RPC

/// What an operator calls after a restore.
struct LinkReconciliationService: LinkReconciliationServiceServer {
  let reconciliation: LinkReconciliation

  func reconcileLinks(
    _ request: ReconcileLinksRequest, _ replies: ReplyWriter<LinkFinding>, _ call: ServerCall
  ) async throws {
    try await reconciliation.run(isDryRun: request.dryRun) { try await replies.write($0) }
  }
}
