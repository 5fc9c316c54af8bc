package import Database
package import Hosting
import Identity
package import Logging

/// What operators see of an outbox: its depth, and how long its oldest event waits.
package enum OutboxGauges {
  package static func gauges(of outbox: Outbox, in database: Database) -> [ScrapedGauge] {
    let labels = [("destination", outbox.destination)]
    return [
      ScrapedGauge(
        "daybook_outbox_events", help: "Events that wait to be delivered.", labels: labels
      ) {
        Double(try await database.read { try await outbox.depth($0) }.events)
      },
      ScrapedGauge(
        "daybook_outbox_oldest_seconds", help: "Age of the oldest event that waits.", labels: labels
      ) {
        let oldest = try await database.read { try await outbox.depth($0) }.oldestAt
        return oldest.map { Double(max(0, WallClock.now() - $0)) / 1_000_000 } ?? 0
      },
    ]
  }
}

extension OutboxRelay {
  /// The same relay, telling the log of each attempt that failed, and of what keeps it from its queue.
  package func logging(to logger: Logger) -> OutboxRelay {
    var relay = self
    relay.loop.failed = { item, error in
      logger.warning(
        "an event could not be delivered",
        metadata: [
          "queue": "\(item.id)", "space": "\(item.space)", "attempts": "\(item.attempts)",
          "cause": "\(error)",
        ])
    }
    relay.loop.stalled = { error in
      logger.error("the outbox cannot be asked for events", metadata: ["cause": "\(error)"])
    }
    return relay
  }
}
