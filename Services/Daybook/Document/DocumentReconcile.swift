import ArgumentParser
import Contracts

struct DocumentReconcile: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Reconcile a payment with a document.",
    discussion: "Paid in full, the document is fully_paid.")
  static let methods = [
    DocumentServiceMethods.getDocument, DocumentServiceMethods.reconcilePayment,
  ]

  @Argument(help: .document) var document: String
  @Option(help: "The bank's id of the payment, unique in the document.") var payment: String
  @Option(help: "How much: 12.50.") var amount: String
  @Option(help: "ISO 4217 (default: the document's).") var currency: String?
  @Option(help: "The day of the payment, ISO 8601 (default: today).") var date: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let name = try services.names.document(document)
    let documents = try services.documents
    var code = currency ?? ""
    if currency == nil {
      let document = try await documents.getDocument(GetDocumentRequest(name: name), services.call)
      code = document.total?.currencyCode ?? document.fields?.currencyCode ?? ""
    }
    let payment = Payment(
      paymentId: payment, amount: Amount(value: amount, currencyCode: code),
      date: date ?? TimeText.today())
    let request = ReconcilePaymentRequest(
      name: name, payment: payment, requestId: change.requestId)
    try services.output.show(await documents.reconcilePayment(request, services.call))
  }
}

struct DocumentUndoReconciliation: ServiceCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo-reconciliation", abstract: "Take the reconciliation of a payment back.")
  static let methods = [DocumentServiceMethods.undoReconciliation]

  @Argument(help: .document) var document: String
  @Option(help: "The payment's id.") var payment: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ services: Services) async throws {
    let request = UndoReconciliationRequest(
      name: try services.names.document(document), paymentId: payment,
      requestId: change.requestId)
    try services.output.show(await services.documents.undoReconciliation(request, services.call))
  }
}
