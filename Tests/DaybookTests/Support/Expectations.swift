import Contracts
import Protobuf
import RPC
import Testing

@testable import Daybook

/// A command line and the call that it must end in.
struct Expectation: Sendable, CustomTestStringConvertible {
  let line: String
  let token: String?
  let method: RPCMethod
  let request: String

  init(
    _ line: String, as token: String? = partnerToken, _ method: RPCMethod,
    _ request: some ProtobufMessage
  ) {
    self.line = line
    self.token = token
    self.method = method
    self.request = JSONText.of(request)
  }

  var testDescription: String { line }
}

/// The `--request-id` of every changing command below.
let requestID = "00000000-0000-4000-8000-000000000001"
private let client = "partners/jansen/clients/01kb"
private let document = "businesses/bakery/documents/01kb"
private let seen = "partners/jansen/businesses/bakery/documents/01kb"
private let integration = "businesses/bakery/integrations/01kc"

let onClients: [Expectation] = [
  Expectation(
    "client add Bakery 0400.123.020 --email a@b.example --plan standard --integration webhook:Books",
    ClientServiceMethods.createClient,
    CreateClientRequest(
      parent: "partners/jansen",
      client: Client(
        displayName: "Bakery", enterpriseNumber: "0400.123.020", contactEmail: "a@b.example",
        setup: ClientSetup(
          subscriptionPlan: "standard",
          integrations: [PreparedIntegration(connector: "webhook", displayName: "Books")])),
      requestId: requestID)),
  Expectation("client show 01kb", ClientServiceMethods.getClient, GetClientRequest(name: client)),
  Expectation(
    "client list --tab inactive", ClientServiceMethods.listClients,
    ListClientsRequest(parent: "partners/jansen", tab: .inactive, pageSize: 200)),
  Expectation(
    "client update 01kb --email new@bakery.example --clear-accountants",
    ClientServiceMethods.updateClient,
    UpdateClientRequest(
      client: Client(
        name: client, displayName: "Bakery North", contactEmail: "new@bakery.example",
        setup: ClientSetup(subscriptionPlan: "standard"), etag: "c-1"),
      requestId: requestID)),
  Expectation(
    "client invite 01kb --message welcome", ClientServiceMethods.inviteClient,
    InviteClientRequest(name: client, message: "welcome", requestId: requestID)),
  Expectation(
    "client invite 01kb partners/jansen/clients/01kc", ClientServiceMethods.batchInviteClients,
    BatchInviteClientsRequest(
      parent: "partners/jansen", names: [client, "partners/jansen/clients/01kc"],
      requestId: requestID)),
  Expectation(
    "client resend 01kb", ClientServiceMethods.resendInvitation,
    ResendInvitationRequest(name: client, requestId: requestID)),
  Expectation(
    "client withdraw 01kb", ClientServiceMethods.withdrawInvitation,
    WithdrawInvitationRequest(name: client, requestId: requestID)),
  Expectation(
    "client archive 01kb --reason moved", ClientServiceMethods.archiveClient,
    ArchiveClientRequest(name: client, reason: "moved", requestId: requestID)),
  Expectation(
    "client delete 01kb", ClientServiceMethods.deleteClient,
    DeleteClientRequest(name: client, requestId: requestID)),
  Expectation(
    "client assign 01kb eve", ClientServiceMethods.assignAccountant,
    AssignAccountantRequest(name: client, subject: "eve", requestId: requestID)),
  Expectation(
    "client unassign 01kb eve", ClientServiceMethods.unassignAccountant,
    UnassignAccountantRequest(name: client, subject: "eve", requestId: requestID)),
  Expectation(
    "client history 01kb --limit 7", ClientServiceMethods.listClientHistory,
    ListClientHistoryRequest(name: client, pageSize: 7)),
  Expectation(
    "invitation open https://app.example/invitations/jansen.01kb", as: businessToken,
    LinkServiceMethods.openInvitation, OpenInvitationRequest(token: "jansen.01kb")),
  Expectation(
    "invitation accept jansen.01kb --consent", as: businessToken,
    LinkServiceMethods.acceptInvitation,
    AcceptInvitationRequest(
      parent: "businesses/bakery", token: "jansen.01kb", consent: true, requestId: requestID)),
  Expectation(
    "link list", as: businessToken, LinkServiceMethods.listLinks,
    ListLinksRequest(parent: "businesses/bakery", pageSize: 200)),
  Expectation(
    "link remove partners/jansen --reason over", as: businessToken, LinkServiceMethods.removeLink,
    RemoveLinkRequest(name: "businesses/bakery/links/jansen", reason: "over", requestId: requestID)),
  Expectation(
    "link history jansen", as: businessToken, LinkServiceMethods.listLinkHistory,
    ListLinkHistoryRequest(name: "businesses/bakery/links/jansen", pageSize: 200)),
  Expectation(
    "backoffice reject jansen/01kb --reason unclear --internal-reason suspicion",
    as: backOfficeToken, BackOfficeServiceMethods.rejectAccess,
    RejectAccessRequest(
      name: client, reason: "unclear", internalReason: "suspicion", requestId: requestID)),
  Expectation(
    "backoffice lift jansen/01kb --reason cleared", as: backOfficeToken,
    BackOfficeServiceMethods.liftRejection,
    LiftRejectionRequest(name: client, reason: "cleared", requestId: requestID)),
  Expectation(
    "backoffice pass-kyc \(client)", as: backOfficeToken, BackOfficeServiceMethods.passKycCheck,
    PassKycCheckRequest(name: client, requestId: requestID)),
]

let onDocuments: [Expectation] = [
  Expectation(
    "document show 01kb", as: businessToken, DocumentServiceMethods.getDocument,
    GetDocumentRequest(name: document)),
  Expectation(
    "document list --status awaiting-validation --kind sales_invoice", as: businessToken,
    DocumentServiceMethods.listDocuments,
    ListDocumentsRequest(
      parent: "businesses/bakery", status: .awaitingValidation, kind: .salesInvoice, pageSize: 200)
  ),
  Expectation(
    "document update 01kb --kind purchase-receipt --self-billed true", as: businessToken,
    DocumentServiceMethods.updateDocument,
    UpdateDocumentRequest(
      document: Document(
        name: document, kind: .purchaseReceipt, selfBilled: true,
        fields: DocumentFields(number: "FM-1", currencyCode: "EUR"), etag: "d-1"),
      requestId: requestID)),
  Expectation(
    "document discard 01kb --reason twice", as: businessToken,
    DocumentServiceMethods.discardDocument,
    DiscardDocumentRequest(name: document, etag: "d-1", reason: "twice", requestId: requestID)),
  Expectation(
    "document approve 01kb", as: businessToken, DocumentServiceMethods.approveDocument,
    ApproveDocumentRequest(name: document, etag: "d-1", requestId: requestID)),
  Expectation(
    "document approve 01kb --etag d-0", as: businessToken, DocumentServiceMethods.approveDocument,
    ApproveDocumentRequest(name: document, etag: "d-0", requestId: requestID)),
  Expectation(
    "document approve 01kb 01kd", as: businessToken, DocumentServiceMethods.batchApproveDocuments,
    BatchApproveDocumentsRequest(
      parent: "businesses/bakery",
      documents: [
        DocumentVersion(name: document, etag: "d-1"),
        DocumentVersion(name: "businesses/bakery/documents/01kd", etag: "d-1"),
      ], requestId: requestID)),
  Expectation(
    "document reconcile 01kb --payment p-1 --amount 12.50 --date 2026-11-30", as: businessToken,
    DocumentServiceMethods.reconcilePayment,
    ReconcilePaymentRequest(
      name: document,
      payment: Payment(
        paymentId: "p-1", amount: Amount(value: "12.50", currencyCode: "EUR"), date: "2026-11-30"),
      requestId: requestID)),
  Expectation(
    "document undo-reconciliation 01kb --payment p-1", as: businessToken,
    DocumentServiceMethods.undoReconciliation,
    UndoReconciliationRequest(name: document, paymentId: "p-1", requestId: requestID)),
  Expectation(
    "document read 01kb --part e-invoice", as: businessToken,
    DocumentServiceMethods.readDocumentContent,
    ReadDocumentContentRequest(name: document, part: .eInvoice)),
  Expectation(
    "document history 01kb", as: businessToken, DocumentServiceMethods.listDocumentHistory,
    ListDocumentHistoryRequest(name: document, pageSize: 200)),
  Expectation(
    "accounting show bakery/01kb", AccountingServiceMethods.getAccountingDocument,
    GetAccountingDocumentRequest(name: seen)),
  Expectation(
    "accounting list --status ready-to-process", AccountingServiceMethods.listAccountingDocuments,
    ListAccountingDocumentsRequest(
      parent: "partners/jansen/businesses/-", accountingStatus: .readyToProcess, pageSize: 200)),
  Expectation(
    "accounting count", AccountingServiceMethods.countAccountingDocuments,
    CountAccountingDocumentsRequest(parent: "partners/jansen")),
  Expectation(
    "accounting mark \(document) --etag a-1", AccountingServiceMethods.markProcessed,
    MarkProcessedRequest(name: seen, etag: "a-1", requestId: requestID)),
  Expectation(
    "accounting unmark \(seen)", AccountingServiceMethods.unmarkProcessed,
    UnmarkProcessedRequest(name: seen, requestId: requestID)),
  Expectation(
    "accounting take-over bakery --from 2026-01-01", AccountingServiceMethods.takeOverDocuments,
    TakeOverDocumentsRequest(
      parent: "partners/jansen/businesses/bakery", fromDate: "2026-01-01", requestId: requestID)),
  Expectation(
    "accounting read bakery/01kb", AccountingServiceMethods.readAccountingContent,
    ReadAccountingContentRequest(name: seen, part: .original)),
  Expectation(
    "accounting history bakery/01kb", AccountingServiceMethods.listAccountingHistory,
    ListAccountingHistoryRequest(name: seen, pageSize: 200)),
  Expectation(
    "network receive /dev/null --business bakery --transmission t-1", as: nil,
    NetworkServiceMethods.receiveDocument,
    ReceiveDocumentRequest(parent: "businesses/bakery", transmissionId: "t-1")),
]

let onIntegrations: [Expectation] = [
  Expectation(
    "integration create folder Books --path in", as: businessToken,
    IntegrationServiceMethods.createIntegration,
    CreateIntegrationRequest(
      parent: "businesses/bakery",
      integration: Integration(
        connector: "folder", displayName: "Books",
        configuration: .folder(FolderConfiguration(path: "in"))),
      requestId: requestID)),
  Expectation(
    "integration create webhook Books --business bakery --url https://b.example",
    IntegrationServiceMethods.createIntegration,
    CreateIntegrationRequest(
      parent: "partners/jansen/businesses/bakery",
      integration: Integration(
        connector: "webhook", displayName: "Books",
        configuration: .webhook(WebhookConfiguration(url: "https://b.example"))),
      requestId: requestID)),
  Expectation(
    "integration show bakery/01kc", IntegrationServiceMethods.getIntegration,
    GetIntegrationRequest(name: "partners/jansen/businesses/bakery/integrations/01kc")),
  Expectation(
    "integration list", as: businessToken, IntegrationServiceMethods.listIntegrations,
    ListIntegrationsRequest(parent: "businesses/bakery", pageSize: 200)),
  Expectation(
    "integration update 01kc --url https://new.example", as: businessToken,
    IntegrationServiceMethods.updateIntegration,
    UpdateIntegrationRequest(
      integration: Integration(
        name: integration, connector: "webhook", displayName: "Books",
        configuration: .webhook(WebhookConfiguration(url: "https://new.example", secretSet: true)),
        etag: "i-1"),
      requestId: requestID)),
  Expectation(
    "integration activate 01kc", as: businessToken, IntegrationServiceMethods.activateIntegration,
    ActivateIntegrationRequest(name: integration, requestId: requestID)),
  Expectation(
    "integration deactivate 01kc", as: businessToken,
    IntegrationServiceMethods.deactivateIntegration,
    DeactivateIntegrationRequest(name: integration, requestId: requestID)),
  Expectation(
    "integration history 01kc", as: businessToken,
    IntegrationServiceMethods.listIntegrationHistory,
    ListIntegrationHistoryRequest(name: integration, pageSize: 200)),
  Expectation(
    "delivery list --document 01kb --integration 01kc", as: businessToken,
    DeliveryServiceMethods.listDeliveries,
    ListDeliveriesRequest(
      parent: "businesses/bakery", document: document, integration: integration, pageSize: 200)),
  Expectation(
    "delivery list --business bakery --document 01kb --integration 01kc",
    DeliveryServiceMethods.listDeliveries,
    ListDeliveriesRequest(
      parent: "partners/jansen/businesses/bakery", document: document,
      integration: "partners/jansen/businesses/bakery/integrations/01kc", pageSize: 200)),
  Expectation(
    "delivery show 01ke", as: businessToken, DeliveryServiceMethods.getDelivery,
    GetDeliveryRequest(name: "businesses/bakery/deliveries/01ke")),
  Expectation(
    "delivery resend bakery/01kb --integration bakery/01kc", DeliveryServiceMethods.resendDocument,
    ResendDocumentRequest(
      document: seen, integration: "partners/jansen/businesses/bakery/integrations/01kc",
      requestId: requestID)),
  Expectation(
    "delivery explain 01kb 01kc", as: businessToken, DeliveryServiceMethods.explainDelivery,
    ExplainDeliveryRequest(document: document, integration: integration)),
  Expectation(
    "delivery export-states bakery/01kb", DeliveryServiceMethods.batchGetExportStates,
    BatchGetExportStatesRequest(
      parent: "partners/jansen/businesses/bakery", documents: [document])),
  Expectation(
    "delivery export-states 01kb", as: businessToken, DeliveryServiceMethods.batchGetExportStates,
    BatchGetExportStatesRequest(parent: "businesses/bakery", documents: [document])),
]
