import Contracts
import Database
import Identity
import RPC
import Records
import StatusRules

/// Compares the approved documents with the approvals that integration-dispatch knows, after one of
/// the two was restored from a backup: both lists are walked in the order of their keys, a page at a
/// time, so that memory does not grow with them.
struct ApprovalReconciliation: Sendable {
  private static let page = 500

  let database: Database
  let outbox: Outbox
  let dispatch: ApprovalServiceClient

  /// - Parameter tell: Called for each finding, when what follows from it is durable.
  func run(isDryRun: Bool, tell: (ApprovalFinding) async throws -> Void) async throws {
    var after: DocumentName?
    while true {
      let (known, last) = try await knownApprovals(after: after)
      try await compare(known, after: after, upTo: last, isDryRun: isDryRun, tell)
      guard let last else { return }
      after = last
    }
  }

  /// A page of what integration-dispatch knows; the last name is nil at the end of the list.
  private func knownApprovals(
    after name: DocumentName?
  ) async throws -> (known: [DocumentName: KnownApproval], last: DocumentName?) {
    let answer = try await dispatch.listApprovals(
      ListApprovalsRequest(after: name?.description ?? "", pageSize: Int32(Self.page)),
      CallOptions(timeout: .seconds(20), waitForReady: true))
    var known: [DocumentName: KnownApproval] = [:]
    var last: DocumentName?
    for approval in answer.approvals {
      let name = try Names.anyDocument(approval.document)
      known[name] = approval
      last = name
    }
    return (known, answer.approvals.count == Self.page ? last : nil)
  }

  private func compare(
    _ known: [DocumentName: KnownApproval], after: DocumentName?, upTo last: DocumentName?,
    isDryRun: Bool, _ tell: (ApprovalFinding) async throws -> Void
  ) async throws {
    var unmatched = known
    var position = after
    while true {
      let names = try await database.read { [position] tx in
        try await DocumentRangeStore().approved(
          after: position, upTo: last, limit: Self.page, in: tx)
      }
      for name in names where unmatched.removeValue(forKey: name) == nil {
        if let finding = try await resend(name, isDryRun: isDryRun) { try await tell(finding) }
      }
      guard names.count == Self.page else { break }
      position = names.last
    }
    for (name, approval) in unmatched.sorted(by: { $0.value.document < $1.value.document }) {
      let document = try await database.read { tx in
        try await DocumentStore().document(name, in: tx)
      }
      // Approved since the list was read.
      if document?.status.isApproved == true { continue }
      try await tell(
        ApprovalFinding(
          document: approval.document, kind: document == nil ? .documentUnknown : .approvalLost,
          number: approval.number, seller: approval.seller, approveTime: approval.approveTime))
    }
  }

  /// Nil where the approval is on its way already.
  private func resend(_ name: DocumentName, isDryRun: Bool) async throws -> ApprovalFinding? {
    try await database.write { [outbox] tx in
      guard let document = try await DocumentStore().document(name, in: tx),
        document.status.isApproved,
        try await !outbox.hasUndone(tx, space: name.business, key: name.description)
      else { return nil }
      if !isDryRun {
        let author = Author(service: .documentStatus)
        try await outbox.append(
          tx, space: name.business, key: name.description, kind: "approval",
          payload: try document.approvalEvent(by: author), actor: author.subject)
      }
      return ApprovalFinding(
        document: name.description, kind: .approvalResent, number: document.fields.number,
        seller: document.fields.seller?.name ?? "",
        approveTime: document.approveTime.map(GoogleProtobufTimestamp.init(microseconds:)))
    }
  }
}
