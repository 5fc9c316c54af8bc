package import RPC
import Synchronization

/// The lease under which this service may answer partners: without it, it would not know of a link
/// that has ended. Held in memory alone, so a service that starts has none until it asked.
package final class Lease: Sendable {
  private let expiry = Mutex<ContinuousClock.Instant?>(nil)

  package init() {}

  /// UNAVAILABLE while there is no lease.
  package func require() throws(RPCError) {
    guard isHeld else {
      throw RPCError(
        .unavailable,
        "the state of the links cannot be confirmed at the moment; try again in a few seconds")
    }
  }

  package var isHeld: Bool {
    let now = ContinuousClock.now
    return expiry.withLock { $0.map { now < $0 } ?? false }
  }

  /// - Parameter start: When the request for it was sent: never later than when it was given, so that
  ///   this side believes it over before client-link does, whatever the clocks and the network do.
  func renew(from start: ContinuousClock.Instant, for duration: Duration) {
    let end = start + duration
    expiry.withLock { $0 = max($0 ?? end, end) }
  }
}
