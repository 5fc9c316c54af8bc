import Contracts
import Identity

/// Who may call what: one row a method. A method without a row lets nobody in and stops the start.
enum Access {
  static let table = AccessTable(documents + accounting + services)

  private static let documents = [
    MethodAccess(DocumentServiceMethods.importDocument, allow: business),
    MethodAccess(DocumentServiceMethods.getDocument, allow: business),
    MethodAccess(DocumentServiceMethods.listDocuments, allow: business),
    MethodAccess(DocumentServiceMethods.updateDocument, allow: business),
    MethodAccess(DocumentServiceMethods.discardDocument, allow: business),
    MethodAccess(DocumentServiceMethods.approveDocument, allow: business),
    MethodAccess(DocumentServiceMethods.batchApproveDocuments, allow: business),
    MethodAccess(DocumentServiceMethods.reconcilePayment, allow: payers),
    MethodAccess(DocumentServiceMethods.undoReconciliation, allow: payers),
    MethodAccess(DocumentServiceMethods.readDocumentContent, allow: business),
    MethodAccess(DocumentServiceMethods.listDocumentHistory, allow: business),
  ]

  /// A client manager sees no documents.
  private static let accounting = [
    MethodAccess(AccountingServiceMethods.getAccountingDocument, allow: accountants),
    MethodAccess(AccountingServiceMethods.listAccountingDocuments, allow: accountants),
    MethodAccess(AccountingServiceMethods.countAccountingDocuments, allow: accountants),
    MethodAccess(AccountingServiceMethods.markProcessed, allow: accountants),
    MethodAccess(AccountingServiceMethods.unmarkProcessed, allow: accountants),
    MethodAccess(AccountingServiceMethods.takeOverDocuments, allow: accountants),
    MethodAccess(AccountingServiceMethods.readAccountingContent, allow: accountants),
    MethodAccess(AccountingServiceMethods.listAccountingHistory, allow: accountants),
  ]

  private static let services = [
    MethodAccess(NetworkServiceMethods.receiveDocument, allow: .service(.network)),
    MethodAccess(
      DocumentSourceServiceMethods.getDocumentState, allow: .service(.integrationDispatch)),
    MethodAccess(
      DocumentSourceServiceMethods.readSourceContent, allow: .service(.integrationDispatch)),
    MethodAccess(LinkGrantServiceMethods.applyLinkChange, allow: .service(.clientLink)),
    MethodAccess(LinkGrantServiceMethods.listLinkGrants, allow: .service(.clientLink)),
    MethodAccess(ApprovalReconciliationServiceMethods.reconcileApprovals, allow: .backOffice),
  ]

  private static let business: [CallerRole] = [.business(.administrator), .business(.member)]
  private static let payers = business + [.service(.bankFeed)]
  private static let accountants: [CallerRole] = [
    .partner(.administrator), .partner(.accountant),
  ]
}
