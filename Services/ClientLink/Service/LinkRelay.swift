import Contracts
import Database
import Hosting
import RPC
import Records

/// Tells one of the receivers of every change of a link, in order for each pair, until it says yes; what
/// it has taken in is kept as its confirmation.
struct LinkRelay: Sendable {
  /// An answer takes milliseconds; one that takes longer is asked for again.
  private static let timeout = Duration.seconds(5)

  let receiver: LinkReceiver
  let client: LinkGrantServiceClient
  let endings: LinkEndings
  /// Of these links.
  let incarnation: Incarnation

  func deliver(_ event: OutboxEvent) async throws {
    var change = try ApplyLinkChangeRequest(storedBytes: event.payload)
    change.sequence = event.sequence
    change.incarnation = incarnation.id
    let context = RequestContext(of: ["traceparent": event.trace])
    _ = try await context.run { [change] in
      try await client.applyLinkChange(change, CallOptions(timeout: Self.timeout).inRequest)
    }
    try await endings.confirmed(try EndedLink(change), by: receiver)
  }

  func relay(of outbox: Outbox, in database: Database, owner: String) -> OutboxRelay {
    var relay = OutboxRelay(outbox, in: database, owner: owner, deliver: deliver)
    // Whoever ended a link waits for this: an unreachable receiver is asked again soon.
    relay.loop.backoff.first = .milliseconds(100)
    relay.loop.backoff.longest = .seconds(2)
    return relay
  }
}
