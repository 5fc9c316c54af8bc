import Contracts
import Foundation
import RPC

/// The files of the tests: those of the sample data, and changed copies of them.
enum Papers {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "deploy/sample")

  static func sample(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: samples.appending(path: name)))
  }

  /// A PDF that differs from every other by its mark.
  static func pdf(_ mark: String = UUID().uuidString, filler: Int = 0) -> [UInt8] {
    Array("%PDF-1.4\n%\(mark)\n".utf8) + [UInt8](repeating: 0x20, count: filler)
      + Array("\ntrailer\n%%EOF\n".utf8)
  }

  /// The received sample with its number and other words replaced.
  static func ubl(_ number: String, _ changes: [String: String] = [:]) throws -> [UInt8] {
    var text = String(decoding: try sample("received-invoice.xml"), as: UTF8.self)
      .replacing("EC-2026-08902", with: number)
    for (old, new) in changes { text = text.replacing(old, with: new) }
    return Array(text.utf8)
  }

  /// Fields of an invoice of 100.00 + 21 % that lacks nothing.
  static func fields(_ number: String = "F-1") -> DocumentFields {
    DocumentFields(
      number: number, issueDate: "2026-11-05", dueDate: "2026-12-05", currencyCode: "EUR",
      buyerReference: "FLOUR",
      seller: Party(
        displayName: "Flour Mill Noord BV", vatIdentifier: "BE0433901289",
        registrationNumber: "0433901289", endpoint: "0208:0433901289", street: "Molenweg 8",
        city: "Brugge", postalCode: "8000", countryCode: "BE"),
      buyer: Party(
        displayName: "Bakery North BV", vatIdentifier: "BE0400123020",
        registrationNumber: "0400123020", endpoint: "0208:0400123020", street: "Broodstraat 3",
        city: "Antwerpen", postalCode: "2000", countryCode: "BE"),
      paymentInstructions: PaymentInstructions(meansCode: "30", account: "BE37734009876528"),
      lines: [
        DocumentLine(
          itemName: "Flour", quantity: "2", unitCode: "C62", netPrice: "50.00", vatCategory: "S",
          vatRate: "21")
      ])
  }
}

/// What many tests begin with.
extension Desk {
  func importFile(
    _ bytes: [UInt8], kind: DocumentKind = .purchaseInvoice, by person: String = "clerk",
    to business: String = "bakery", selfBilled: Bool = false, requestID: String = "",
    fileName: String = "file", chunkSize: Int = 256 << 10
  ) async throws -> Document {
    try await documents.importDocument(self.by(person)) { writer in
      let first = bytes.prefix(chunkSize)
      try await writer.write(
        ImportDocumentRequest(
          parent: "businesses/\(business)", kind: kind, selfBilled: selfBilled,
          fileName: fileName, requestId: requestID, chunk: Array(first)))
      var rest = bytes.dropFirst(chunkSize)
      while !rest.isEmpty {
        try await writer.write(ImportDocumentRequest(chunk: Array(rest.prefix(chunkSize))))
        rest = rest.dropFirst(chunkSize)
      }
    }
  }

  func save(
    _ document: Document, _ fields: DocumentFields, kind: DocumentKind? = nil,
    by person: String = "clerk"
  ) async throws -> Document {
    var changed = document
    changed.fields = fields
    changed.kind = kind ?? document.kind
    return try await documents.updateDocument(UpdateDocumentRequest(document: changed), by(person))
  }

  func approve(_ document: Document, by person: String = "clerk") async throws -> Document {
    try await documents.approveDocument(
      ApproveDocumentRequest(name: document.name, etag: document.etag), by(person))
  }

  func get(_ name: String, by person: String = "clerk") async throws -> Document {
    try await documents.getDocument(GetDocumentRequest(name: name), by(person))
  }

  /// A PDF with complete fields, awaiting approval: 121.00 EUR.
  func completePDF(_ number: String = "F-1") async throws -> Document {
    try await save(try await importFile(Papers.pdf()), Papers.fields(number))
  }

  func pay(
    _ name: String, _ id: String, _ value: String, currency: String = "EUR",
    by person: String = "clerk"
  ) async throws -> Document {
    try await documents.reconcilePayment(
      ReconcilePaymentRequest(
        name: name,
        payment: Payment(
          paymentId: id, amount: Amount(value: value, currencyCode: currency), date: "2026-11-20")),
      by(person))
  }

  func receive(
    _ bytes: [UInt8], _ transmission: String, to business: String = "bakery"
  ) async throws -> ReceiveDocumentResponse {
    try await network.receiveDocument(
      ReceiveDocumentRequest(
        parent: "businesses/\(business)", transmissionId: transmission, content: bytes),
      by("network"))
  }

  func bytes(
    of name: String, _ part: ContentPart, by person: String = "clerk"
  ) async throws -> [UInt8] {
    let replies = try await documents.readDocumentContent(
      ReadDocumentContentRequest(name: name, part: part), by(person))
    var bytes: [UInt8] = []
    for try await chunk in replies { bytes += chunk.data }
    return bytes
  }

  /// The firm's view of a document.
  func view(
    _ document: Document, by person: String = "anna", firm: String = "firm"
  ) async throws -> AccountingDocument {
    try await accounting.getAccountingDocument(
      GetAccountingDocumentRequest(name: "partners/\(firm)/\(document.name)"), by(person))
  }

  /// The names in a tab, newest first.
  func tab(
    _ status: AccountingStatus, of client: String = "bakery", by person: String = "anna",
    firm: String = "firm"
  ) async throws -> [String] {
    try await accounting.listAccountingDocuments(
      ListAccountingDocumentsRequest(
        parent: "partners/\(firm)/businesses/\(client)", accountingStatus: status),
      by(person)
    ).documents.compactMap { $0.document?.name }
  }
}
