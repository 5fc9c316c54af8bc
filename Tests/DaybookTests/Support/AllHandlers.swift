import Contracts
import RPC

@testable import Daybook

extension FakeServices {
  /// Every method that a command may call, each answered with an empty message unless the command
  /// needs more of it.
  var all: [RPCHandler] { clientLink + documentStatus + integrationDispatch }

  private var clientLink: [RPCHandler] {
    [
      unary(ClientServiceMethods.createClient, CreateClientRequest.self, Client()),
      unary(ClientServiceMethods.getClient, GetClientRequest.self) {
        Client(
          name: $0.name, displayName: "Bakery North", contactEmail: "old@bakery.example",
          setup: ClientSetup(subscriptionPlan: "standard", accountants: ["eve"]), etag: "c-1")
      },
      unary(ClientServiceMethods.listClients, ListClientsRequest.self, ListClientsResponse()),
      unary(ClientServiceMethods.updateClient, UpdateClientRequest.self, Client()),
      unary(ClientServiceMethods.inviteClient, InviteClientRequest.self, Client()),
      unary(
        ClientServiceMethods.batchInviteClients, BatchInviteClientsRequest.self,
        BatchInviteClientsResponse()),
      unary(ClientServiceMethods.resendInvitation, ResendInvitationRequest.self, Client()),
      unary(ClientServiceMethods.withdrawInvitation, WithdrawInvitationRequest.self, Client()),
      unary(ClientServiceMethods.archiveClient, ArchiveClientRequest.self, Client()),
      unary(ClientServiceMethods.deleteClient, DeleteClientRequest.self, DeleteClientResponse()),
      unary(ClientServiceMethods.assignAccountant, AssignAccountantRequest.self, Client()),
      unary(ClientServiceMethods.unassignAccountant, UnassignAccountantRequest.self, Client()),
      unary(
        ClientServiceMethods.listClientHistory, ListClientHistoryRequest.self,
        ListClientHistoryResponse()),
      unary(LinkServiceMethods.openInvitation, OpenInvitationRequest.self, Invitation()),
      unary(LinkServiceMethods.acceptInvitation, AcceptInvitationRequest.self, Link()),
      unary(LinkServiceMethods.listLinks, ListLinksRequest.self, ListLinksResponse()),
      unary(LinkServiceMethods.removeLink, RemoveLinkRequest.self, Link()),
      unary(
        LinkServiceMethods.listLinkHistory, ListLinkHistoryRequest.self, ListLinkHistoryResponse()),
      unary(BackOfficeServiceMethods.rejectAccess, RejectAccessRequest.self, Client()),
      unary(BackOfficeServiceMethods.liftRejection, LiftRejectionRequest.self, Client()),
      unary(BackOfficeServiceMethods.passKycCheck, PassKycCheckRequest.self, Client()),
      stream(
        LinkReconciliationServiceMethods.reconcileLinks, ReconcileLinksRequest.self,
        of: LinkFinding.self),
    ]
  }

  private var documentStatus: [RPCHandler] {
    [
      unary(DocumentServiceMethods.getDocument, GetDocumentRequest.self) {
        Document(
          name: $0.name, kind: .purchaseInvoice,
          fields: DocumentFields(number: "FM-1", currencyCode: "EUR"), etag: "d-1")
      },
      unary(
        DocumentServiceMethods.listDocuments, ListDocumentsRequest.self, ListDocumentsResponse()),
      unary(DocumentServiceMethods.updateDocument, UpdateDocumentRequest.self, Document()),
      unary(
        DocumentServiceMethods.discardDocument, DiscardDocumentRequest.self,
        DiscardDocumentResponse()),
      unary(DocumentServiceMethods.approveDocument, ApproveDocumentRequest.self, Document()),
      unary(
        DocumentServiceMethods.batchApproveDocuments, BatchApproveDocumentsRequest.self,
        BatchApproveDocumentsResponse()),
      unary(DocumentServiceMethods.reconcilePayment, ReconcilePaymentRequest.self, Document()),
      unary(DocumentServiceMethods.undoReconciliation, UndoReconciliationRequest.self, Document()),
      content(DocumentServiceMethods.readDocumentContent, ReadDocumentContentRequest.self, []),
      unary(
        DocumentServiceMethods.listDocumentHistory, ListDocumentHistoryRequest.self,
        ListDocumentHistoryResponse()),
      unary(
        AccountingServiceMethods.getAccountingDocument, GetAccountingDocumentRequest.self,
        AccountingDocument()),
      unary(
        AccountingServiceMethods.listAccountingDocuments, ListAccountingDocumentsRequest.self,
        ListAccountingDocumentsResponse()),
      unary(
        AccountingServiceMethods.countAccountingDocuments, CountAccountingDocumentsRequest.self,
        CountAccountingDocumentsResponse()),
      unary(
        AccountingServiceMethods.markProcessed, MarkProcessedRequest.self, AccountingDocument()),
      unary(
        AccountingServiceMethods.unmarkProcessed, UnmarkProcessedRequest.self, AccountingDocument()),
      unary(
        AccountingServiceMethods.takeOverDocuments, TakeOverDocumentsRequest.self,
        TakeOverDocumentsResponse(takenOver: 3)),
      content(
        AccountingServiceMethods.readAccountingContent, ReadAccountingContentRequest.self, []),
      unary(
        AccountingServiceMethods.listAccountingHistory, ListAccountingHistoryRequest.self,
        ListAccountingHistoryResponse()),
      stream(
        ApprovalReconciliationServiceMethods.reconcileApprovals, ReconcileApprovalsRequest.self,
        of: ApprovalFinding.self),
      unary(
        NetworkServiceMethods.receiveDocument, ReceiveDocumentRequest.self,
        ReceiveDocumentResponse()),
    ]
  }

  private var integrationDispatch: [RPCHandler] {
    [
      unary(
        IntegrationServiceMethods.createIntegration, CreateIntegrationRequest.self, Integration()),
      unary(IntegrationServiceMethods.getIntegration, GetIntegrationRequest.self) {
        Integration(
          name: $0.name, connector: "webhook", displayName: "Books",
          configuration: .webhook(
            WebhookConfiguration(url: "https://old.example", secretSet: true)),
          etag: "i-1")
      },
      unary(
        IntegrationServiceMethods.listIntegrations, ListIntegrationsRequest.self,
        ListIntegrationsResponse()),
      unary(
        IntegrationServiceMethods.updateIntegration, UpdateIntegrationRequest.self, Integration()),
      unary(
        IntegrationServiceMethods.activateIntegration, ActivateIntegrationRequest.self,
        Integration()),
      unary(
        IntegrationServiceMethods.deactivateIntegration, DeactivateIntegrationRequest.self,
        Integration()),
      unary(
        IntegrationServiceMethods.listIntegrationHistory, ListIntegrationHistoryRequest.self,
        ListIntegrationHistoryResponse()),
      unary(
        DeliveryServiceMethods.listDeliveries, ListDeliveriesRequest.self, ListDeliveriesResponse()),
      unary(DeliveryServiceMethods.getDelivery, GetDeliveryRequest.self, Delivery()),
      unary(
        DeliveryServiceMethods.resendDocument, ResendDocumentRequest.self, ResendDocumentResponse()),
      unary(
        DeliveryServiceMethods.explainDelivery, ExplainDeliveryRequest.self,
        ExplainDeliveryResponse()),
      unary(
        DeliveryServiceMethods.batchGetExportStates, BatchGetExportStatesRequest.self,
        BatchGetExportStatesResponse()),
    ]
  }
}
