import Assembly
import Contracts
import Database
import RPC
import Records

/// What the back office does after an identity (KYC) check, in whichever partner's client list.
struct BackOfficeService: BackOfficeServiceServer {
  let changes: Changes
  let events: ClientEvents
  let endings: LinkEndings

  func rejectAccess(_ request: RejectAccessRequest, _ call: ServerCall) async throws -> Client {
    let cause = try Cause(call)
    let name = try Names.clientOfAnyPartner(request.name)
    let reason = try InputText.optional(request.reason, field: "reason", maximum: 500)
    let inside = try Self.internalReason(request.internalReason)
    let answer = try await changes.once(call, request.requestId, request) { tx in
      let client = try await events.reject(
        name, reason: reason, internalReason: inside, by: cause, in: tx)
      return try await events.view(client, in: tx).message
    }
    try await endings.settle(name)
    return answer
  }

  func liftRejection(_ request: LiftRejectionRequest, _ call: ServerCall) async throws -> Client {
    let cause = try Cause(call)
    let name = try Names.clientOfAnyPartner(request.name)
    let reason = try InputText.optional(request.reason, field: "reason", maximum: 500)
    let inside = try Self.internalReason(request.internalReason)
    return try await changes.once(call, request.requestId, request) { tx in
      let client = try await events.lift(
        name, reason: reason, internalReason: inside, by: cause, in: tx)
      return try await events.view(client, in: tx).message
    }
  }

  func passKycCheck(_ request: PassKycCheckRequest, _ call: ServerCall) async throws -> Client {
    let cause = try Cause(call)
    let name = try Names.clientOfAnyPartner(request.name)
    return try await changes.once(call, request.requestId, request) { tx in
      let client = try await events.passCheck(name, by: cause, in: tx)
      return try await events.view(client, in: tx).message
    }
  }

  private static func internalReason(_ text: String) throws -> String {
    try InputText.optional(text, field: "internal_reason", maximum: 2_000)
  }
}
