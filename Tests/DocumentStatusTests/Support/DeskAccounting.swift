import Contracts
import RPC

/// What a firm does at the desk.
extension Desk {
  func mark(
    _ name: String, by person: String = "anna", etag: String = ""
  ) async throws -> AccountingDocument {
    try await accounting.markProcessed(
      MarkProcessedRequest(name: "partners/firm/\(name)", etag: etag), by(person))
  }

  func unmark(
    _ name: String, by person: String = "anna"
  ) async throws -> AccountingDocument {
    try await accounting.unmarkProcessed(
      UnmarkProcessedRequest(name: "partners/firm/\(name)"), by(person))
  }

  func takeOver(
    from: String = "", to: String = "", by person: String = "anna"
  ) async throws -> Int64 {
    try await accounting.takeOverDocuments(
      TakeOverDocumentsRequest(
        parent: "partners/firm/businesses/bakery", fromDate: from, toDate: to),
      by(person)
    ).takenOver
  }
}
