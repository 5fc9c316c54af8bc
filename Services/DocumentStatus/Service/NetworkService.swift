import Assembly
import Content
import Contracts
import Database
import Identity
import RPC
import Records

/// Where the Peppol access point hands over what it received.
struct NetworkService: NetworkServiceServer {
  let database: Database
  let contents: ContentStore
  let outbox: Outbox

  func receiveDocument(
    _ request: ReceiveDocumentRequest, _ call: ServerCall
  ) async throws -> ReceiveDocumentResponse {
    let business = try Names.anyBusiness(request.parent)
    let transmission = try InputText.required(
      request.transmissionId, field: "transmission_id", maximum: 200)
    let arrival = try await Intake(contents: contents).store(networkDocument: request.content)
    let reception = Reception(by: try Cause(call), outbox: outbox)
    let received = try await database.write { tx in
      try await reception.receive(arrival, as: transmission, for: business, in: tx)
    }
    return ReceiveDocumentResponse(
      document: received.document?.message, redelivery: received.isRedelivery)
  }
}
