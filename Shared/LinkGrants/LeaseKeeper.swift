package import Contracts
package import Database
import RPC

/// Keeps the lease: asks client-link for it three times in its duration, and ends first, in one
/// transaction, the grants that client-link names as ended.
package struct LeaseKeeper: Sendable {
  private let client: LeaseServiceClient
  private let database: Database
  private let lease: Lease
  private let incarnation: Incarnation
  private let onEnd: LinkEnded
  /// Between attempts while client-link cannot be reached, or gave no duration yet.
  private let retryInterval = Duration.seconds(1)

  /// What a service does when a link ends, in the same transaction: cancel, switch off.
  package typealias LinkEnded =
    @Sendable (_ partner: String, _ business: String, isolated Transaction) async throws -> Void

  package init(
    client: LeaseServiceClient, database: Database, lease: Lease, incarnation: Incarnation,
    onEnd: @escaping LinkEnded
  ) {
    self.client = client
    self.database = database
    self.lease = lease
    self.incarnation = incarnation
    self.onEnd = onEnd
  }

  /// Runs until its task is cancelled. `onFailure` is told of each renewal that failed.
  package func run(onFailure: @Sendable (any Error) -> Void) async {
    while !Task.isCancelled {
      var pause = retryInterval
      do {
        pause = try await renew() / 3
      } catch {
        if Task.isCancelled { return }
        onFailure(error)
      }
      try? await Task.sleep(for: pause)
    }
  }

  /// Renews once; answers the duration of the lease.
  package func renew() async throws -> Duration {
    let start = ContinuousClock.now
    let answer = try await client.renewLease(
      RenewLeaseRequest(incarnation: incarnation.id), CallOptions(timeout: .seconds(5)))
    guard !answer.reconciliationNeeded else {
      throw RPCError(
        .failedPrecondition,
        "client-link or this service was restored from a backup: run daybook reconcile")
    }
    try await apply(answer.endedLinks)
    try await noteReconciled()
    let granted = answer.leaseDuration.map { Duration(seconds: $0.seconds, nanos: $0.nanos) }
    let duration = granted ?? .zero
    lease.renew(from: start, for: duration)
    return max(duration, .milliseconds(100))
  }

  /// client-link gives a lease only to data that it has compared with its links.
  private func noteReconciled() async throws {
    guard try await !incarnation.isReconciled(in: database) else { return }
    try await database.write { [incarnation] tx in try await incarnation.markReconciled(in: tx) }
  }

  private func apply(_ ended: [LinkEpoch]) async throws {
    guard !ended.isEmpty else { return }
    try await database.write { [onEnd] tx in
      for link in ended {
        guard let partner = LinkNames.partner(link.partner),
          let business = LinkNames.business(link.business),
          try await LinkGrantStore().end(
            partner: partner, business: business, epoch: link.epoch, in: tx)
        else { continue }
        try await onEnd(partner, business, tx)
      }
    }
  }
}

extension Duration {
  init(seconds: Int64, nanos: Int32) {
    self = .seconds(seconds) + .nanoseconds(Int64(nanos))
  }
}
