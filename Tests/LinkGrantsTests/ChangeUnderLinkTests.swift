import Database
import TestDatabases
import Testing

@testable import LinkGrants

/// A firm's change and the end of its link, on two replicas of a service.
@Suite(.enabled(if: PostgreSQLServer.programs != nil)) struct `A change under a link` {
  @Test func `commits before an end that comes while it is made`() async throws {
    let url = try await TestEngine.postgresql.freshURL()
    let sets: [MigrationSet] = [.library, .linkGrants]
    let first = try await Database.open(url: url, migrations: sets)
    let second = try await Database.open(url: url, migrations: sets)
    let begun = LinkGrant(
      partner: "firm", business: "bakery", epoch: 1, active: true, client: "", displayName: "",
      accountants: [])
    try await first.write { tx in
      _ = try await LinkGrantStore().apply(begun, time: tx.now, in: tx)
    }
    let (reached, progress) = AsyncStream<Void>.makeStream()
    async let change: Void = first.write { tx in
      let grant = try await LinkGrantStore().grant(partner: "firm", business: "bakery", in: tx)
      #expect(grant?.active == true)
      progress.yield()
      _ = try await tx.query("SELECT pg_sleep(1) IS NULL AS slept")
      _ = try await Inbox.accept(tx, source: "test", space: "s", key: "k", sequence: 1)
    }
    for await _ in reached { break }
    try await second.write { tx in
      _ = try await LinkGrantStore().end(partner: "firm", business: "bakery", epoch: 2, in: tx)
    }
    // In the database: of two commits the later may be heard of first.
    let changes = try await second.read { tx in
      try await tx.query("SELECT sequence FROM inbox_mark WHERE source = 'test'").count
    }
    #expect(changes == 1)
    try await change
    await first.close()
    await second.close()
  }
}
