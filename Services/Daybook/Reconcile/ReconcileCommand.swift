import ArgumentParser
import Contracts
import RPC

struct ReconcileCommand: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare the services after one was restored, and close what is not proven open.",
    discussion: """
      Links first, then approvals. Lists what was found and done: what came after the backup and is \
      lost stands there by its name. Until it has run after a restore no partner is answered. It may \
      be run at any time, and again.
      """)
  static let methods = [
    LinkReconciliationServiceMethods.reconcileLinks,
    ApprovalReconciliationServiceMethods.reconcileApprovals,
  ]

  @Flag(help: "Tell what would be done and change nothing.") var dryRun = false
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    var links = ListWriter<LinkFinding>(services.output)
    let foundLinks = try await services.linkReconciliation.reconcileLinks(
      ReconcileLinksRequest(dryRun: dryRun), services.transfer)
    for try await finding in foundLinks { try links.page([finding]) }
    try links.end(none: "links: the services agree")

    var approvals = ListWriter<ApprovalFinding>(services.output)
    let foundApprovals = try await services.approvalReconciliation.reconcileApprovals(
      ReconcileApprovalsRequest(dryRun: dryRun), services.transfer)
    for try await finding in foundApprovals { try approvals.page([finding]) }
    try approvals.end(none: "approvals: the services agree")
  }
}

extension LinkFinding: Listed {
  static let columns: [Column<LinkFinding>] = [
    Column("LINK") { $0.kind.words },
    Column("PARTNER") { lastPart($0.partner) },
    Column("BUSINESS") { lastPart($0.business) },
    Column("KNOWN TO") { $0.service },
    Column("CLIENT") { $0.client },
    Column("ACCOUNTANTS") { $0.accountants.joined(separator: " ") },
  ]
}

extension ApprovalFinding: Listed {
  static let columns: [Column<ApprovalFinding>] = [
    Column("APPROVAL") { $0.kind.words },
    Column("DOCUMENT") { $0.document },
    Column("NUMBER") { $0.number },
    Column("SELLER") { $0.seller },
    Column("APPROVED") { TimeText.local($0.approveTime) },
  ]
}
