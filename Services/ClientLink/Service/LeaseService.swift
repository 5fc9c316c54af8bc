import Contracts
import Database
import Identity
import RPC

/// Hands out the leases under which the other services answer partners.
struct LeaseService: LeaseServiceServer {
  let database: Database
  let leases: LeaseBook
  let standing: Standing

  func renewLease(
    _ request: RenewLeaseRequest, _ call: ServerCall
  ) async throws -> RenewLeaseResponse {
    guard let receiver = LinkReceiver(rawValue: try call.caller.service.rawValue) else {
      throw RPCError(.permissionDenied, "this service holds no grants")
    }
    guard try await standing.mayAnswer(receiver, request.incarnation) else {
      return RenewLeaseResponse(reconciliationNeeded: true)
    }
    // Counted before the ended links are read: an end that this answer misses waits for this lease.
    try await leases.handOut(to: receiver)
    let ends = try await database.read { tx in try await LinkEndStore().ends(for: receiver, in: tx)
    }
    return RenewLeaseResponse(
      leaseDuration: GoogleProtobufDuration(microseconds: leases.duration.microseconds),
      endedLinks: ends.map(\.message))
  }
}
