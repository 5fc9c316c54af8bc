import Database
import Identity
import LinkGrants
import RPC
import Records

/// Runs the calls of users on a side: permission and work in one transaction.
struct SideCalls: Sendable {
  let database: Database
  let changes: Changes
  let access: SideAccess

  func read<Answer: Sendable>(
    _ call: ServerCall, _ side: Side, for name: String,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    let user = try call.caller.user
    return try await database.read(
      under: { [access] tx in try await access.require(user, side, for: name, in: tx) },
      { _, tx in try await body(tx) })
  }

  /// Once for each `request_id`. A repeated request is asked for its permission again: what it was
  /// answered before the link's end is not answered after it.
  func change<Request: WireMessage, Answer: WireMessage>(
    _ call: ServerCall, _ side: Side, for name: String, _ requestID: String, _ request: Request,
    _ body: @escaping @Sendable (isolated Transaction) async throws -> Answer
  ) async throws -> Answer {
    let user = try call.caller.user
    return try await changes.once(
      call, requestID, request,
      permitted: { [access] tx in try await access.require(user, side, for: name, in: tx) }, body)
  }
}
