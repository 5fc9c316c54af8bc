import Database
import Hosting
import LinkGrants
import StatusRules

/// What the admin port shows of deliveries.
struct Gauges: Sendable {
  let database: Database
  let queue: DeliveryQueue
  let lease: Lease

  var all: [ScrapedGauge] {
    // Delivered and cancelled ones grow without end and alarm nobody.
    let open: [DeliveryStatus] = [.queued, .inFlight, .retrying, .failed]
    return open.map(deliveries) + [oldest, held]
  }

  private func deliveries(_ status: DeliveryStatus) -> ScrapedGauge {
    ScrapedGauge(
      "daybook_deliveries", help: "Deliveries that have not arrived, by status.",
      labels: [("status", status.rawValue)]
    ) {
      Double(try await database.read { try await DeliveryStore().count(status, in: $0) })
    }
  }

  private var oldest: ScrapedGauge {
    ScrapedGauge(
      "daybook_delivery_oldest_age_seconds",
      help: "How long the destination that waits longest has had something to be sent."
    ) {
      try await database.read { tx in
        let oldest = try await queue.work.depth(tx).oldestAt
        return oldest.map { Double(tx.now - $0) / 1_000_000 } ?? 0
      }
    }
  }

  /// Shown and not a reason to be unready: without the lease businesses are still served.
  private var held: ScrapedGauge {
    ScrapedGauge(
      "daybook_lease_held", help: "1 while the state of the links is known, 0 otherwise."
    ) { lease.isHeld ? 1 : 0 }
  }
}
