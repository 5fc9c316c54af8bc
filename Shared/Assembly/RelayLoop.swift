package import Database
import ServiceLifecycle

/// A loop of the database's own (an outbox's relay, leased work) as a part of the service: it stops
/// with it, having finished what it had begun.
package struct RelayLoop: Service {
  private let body: @Sendable () async -> Void

  package init(_ body: @escaping @Sendable () async -> Void) { self.body = body }

  package init(_ relay: OutboxRelay) { self.init { await relay.run() } }

  package func run() async throws {
    await withTaskGroup { group in
      group.addTask { await body() }
      group.addTask { try? await gracefulShutdown() }
      await group.next()
      group.cancelAll()
    }
  }
}
