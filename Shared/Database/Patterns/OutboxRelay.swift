/// Carries the events of an outbox to their service. It takes keys and not events, of each key only
/// the oldest undone event, many keys at once; an event is removed when `deliver` has returned. One
/// that throws is tried again later, and its key waits with it: other keys go on.
///
/// A relay that dies between delivery and removal leaves an event that is delivered again.
package struct OutboxRelay: Sendable {
  /// Concurrency, lease, backoff and poll interval.
  package var loop: WorkLoop

  private let outbox: Outbox
  private let database: Database
  private let deliver: @Sendable (OutboxEvent) async throws -> Void

  /// - Parameter deliver: calls the other service with a deadline of its own, and throws unless it
  ///   said yes.
  package init(
    _ outbox: Outbox, in database: Database, owner: String,
    deliver: @escaping @Sendable (OutboxEvent) async throws -> Void
  ) {
    self.outbox = outbox
    self.database = database
    self.deliver = deliver
    loop = WorkLoop(outbox.keys, in: database, owner: owner)
  }

  /// Runs until the task is cancelled.
  package func run() async {
    let lease = loop.lease
    await loop.run { key in
      var delivered: OutboxEvent?
      while let event = try await database.write({ [delivered] tx in
        try await outbox.next(tx, key, delivered: delivered, lease: lease)
      }) {
        try await deliver(event)
        delivered = event
      }
    }
  }
}
