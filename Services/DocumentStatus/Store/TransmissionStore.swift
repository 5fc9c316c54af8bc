import Database

/// Which transmissions of the network came in, and as which document: for ever, also when the document
/// was discarded since.
struct TransmissionStore: Sendable {
  func document(
    of transmission: String, in business: String, tx: isolated Transaction
  ) async throws -> DocumentName? {
    let row = try await tx.first(
      "SELECT document FROM transmission WHERE business = $1 AND transmission = $2",
      [.text(business), .text(transmission)])
    return try row.map { DocumentName(business: business, document: try $0.text("document")) }
  }

  func insert(
    _ transmission: String, of document: DocumentName, in tx: isolated Transaction
  ) async throws {
    try await tx.execute(
      "INSERT INTO transmission (business, transmission, document) VALUES ($1, $2, $3)",
      [.text(document.business), .text(transmission), .text(document.document)])
  }
}
