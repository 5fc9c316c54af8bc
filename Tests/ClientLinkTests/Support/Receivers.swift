import Contracts
import Database
import RPC
import Synchronization

@testable import ClientLink

/// document-status and integration-dispatch as far as client-link knows them: they take changes in, or
/// cannot be reached.
final class Receiver: LinkGrantServiceServer {
  private let state = Mutex<(changes: [ApplyLinkChangeRequest], isReachable: Bool)>(([], true))

  var changes: [ApplyLinkChangeRequest] { state.withLock { $0.changes } }

  func be(reachable: Bool) { state.withLock { $0.isReachable = reachable } }

  func applyLinkChange(
    _ request: ApplyLinkChangeRequest, _ call: ServerCall
  ) async throws -> ApplyLinkChangeResponse {
    try state.withLock { state in
      guard state.isReachable else { throw RPCError(.unavailable, "not now") }
      state.changes.append(request)
    }
    return ApplyLinkChangeResponse()
  }

  func listLinkGrants(
    _ request: ListLinkGrantsRequest, _ call: ServerCall
  ) async throws -> ListLinkGrantsResponse {
    throw RPCError(.unimplemented, "not told here")
  }
}

/// Both receivers with the relays that tell them.
struct Receivers: Sendable {
  let documentStatus = Receiver()
  let integrationDispatch = Receiver()

  subscript(receiver: LinkReceiver) -> Receiver {
    receiver == .documentStatus ? documentStatus : integrationDispatch
  }

  /// Runs `body` while the relays of the house run, both receivers having asked for a lease.
  func run(_ house: House, _ body: @Sendable (Receivers) async throws -> Void) async throws {
    var servers: [RPCServer] = []
    var channels: [RPCChannel] = []
    var relays: [Task<Void, Never>] = []
    for receiver in LinkReceiver.allCases {
      var options = ServerOptions()
      options.eventLoops = 1
      let server = RPCServer(services: [self[receiver]], options: options)
      let port = try await server.start(host: "127.0.0.1", port: 0)
      let channel = RPCChannel(target: "127.0.0.1:\(port)")
      try await house.endings.leases.handOut(to: receiver)
      let relay = LinkRelay(
        receiver: receiver, client: LinkGrantServiceClient(channel), endings: house.endings,
        incarnation: house.standing.incarnation
      ).relay(of: house.outboxes.links(to: receiver), in: house.database, owner: "test")
      relays.append(Task { await relay.run() })
      servers.append(server)
      channels.append(channel)
    }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body(self)) } catch { outcome = .failure(error) }
    for relay in relays { relay.cancel() }
    for relay in relays { await relay.value }
    for channel in channels { await channel.close() }
    for server in servers { await server.stop(grace: .seconds(1)) }
    try outcome.get()
  }
}

/// Waits until something holds; false after ten seconds.
func eventually(_ condition: () async throws -> Bool) async rethrows -> Bool {
  let end = ContinuousClock.now + .seconds(10)
  while ContinuousClock.now < end {
    if try await condition() { return true }
    try? await Task.sleep(for: .milliseconds(5))
  }
  return false
}
