import Contracts
import Database
import RPC
import Synchronization
import TestDatabases
import Testing

@testable import DocumentStatus

/// An integration-dispatch that says no to the first calls.
private final class Dispatch: ApprovalServiceServer {
  let taken = Mutex<[ApplyApprovalRequest]>([])
  private let refusals: Atomic<Int>

  init(refusing count: Int) { refusals = Atomic(count) }

  func applyApproval(
    _ request: ApplyApprovalRequest, _ call: ServerCall
  ) async throws -> ApplyApprovalResponse {
    if refusals.subtract(1, ordering: .relaxed).newValue >= 0 {
      throw RPCError(.unavailable, "not yet")
    }
    taken.withLock { $0.append(request) }
    return ApplyApprovalResponse()
  }

  func listApprovals(
    _ request: ListApprovalsRequest, _ call: ServerCall
  ) async throws -> ListApprovalsResponse {
    throw RPCError(.unimplemented, "not told here")
  }
}

@Suite(.onEachEngine) struct `Approvals on their way` {
  @Test func `an approval goes to integration-dispatch until it says yes`() async throws {
    try await Desk.run { desk in
      let dispatch = Dispatch(refusing: 2)
      let server = RPCServer(services: [dispatch])
      let port = try await server.start(host: "127.0.0.1", port: 0)
      let channel = RPCChannel(target: "127.0.0.1:\(port)")
      let approved = try await desk.approve(try await desk.completePDF())
      let carrier = ApprovalCarrier(client: ApprovalServiceClient(channel), incarnation: "now")
      let relay = OutboxRelay(desk.parts.outbox, in: desk.parts.database, owner: "test") {
        try await carrier.carry($0)
      }
      let running = Task { await relay.run() }
      let deadline = ContinuousClock.now + .seconds(20)
      let parts = desk.parts
      while try await parts.database.read({ try await parts.outbox.depth($0).events }) > 0,
        ContinuousClock.now < deadline
      {
        try await Task.sleep(for: .milliseconds(20))
      }
      running.cancel()
      await running.value
      let taken = dispatch.taken.withLock { $0 }
      #expect(taken.count == 1)
      #expect(taken.first?.document == approved.name)
      #expect((taken.first?.sequence ?? 0) > 0)
      await channel.close()
      await server.stop(grace: .seconds(1))
    }
  }
}
