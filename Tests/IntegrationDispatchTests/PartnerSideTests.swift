import Contracts
import Database
import Identity
import LinkGrants
import RPC
import TestDatabases
import Testing

@testable import IntegrationDispatch

@Suite(.onEachEngine) struct PartnerSideTests {
  private static let side = "partners/firm/businesses/bakery"

  private func list(_ bench: Bench, _ caller: Caller) async -> RPCError.Code? {
    await code {
      _ = try await bench.integrations.listIntegrations(
        ListIntegrationsRequest(parent: Self.side), Bench.call(caller))
    }
  }

  @Test func `A firm acts under lease, link and assignment`() async throws {
    let bench = try await Bench()
    try await bench.link()
    #expect(await list(bench, .firm) == .unavailable)
    bench.holdLease()
    #expect(await list(bench, .firm) == nil)
    #expect(await list(bench, .accountant) == nil)
    #expect(await list(bench, .unassigned) == .notFound)
    try await bench.link(false, epoch: 2)
    #expect(await list(bench, .firm) == .notFound)
  }

  @Test func `An accountant sets up the firm's integration, and the business does not see it`()
    async throws
  {
    let bench = try await Bench()
    try await bench.link()
    bench.holdLease()
    let made = try await bench.makeFolder(on: Self.side, as: .accountant)
    #expect(made.status == .active)
    let own = try await bench.integrations.listIntegrations(
      ListIntegrationsRequest(parent: "businesses/bakery"), Bench.call(.owner))
    #expect(own.integrations.isEmpty)
    #expect(
      await code {
        _ = try await bench.integrations.getIntegration(
          GetIntegrationRequest(name: made.name), Bench.call(.owner))
      } == .notFound)
  }

  @Test func `A repeated request is not answered after the link's end`() async throws {
    let bench = try await Bench()
    try await bench.link()
    bench.holdLease()
    let request = CreateIntegrationRequest(
      parent: Self.side, integration: Integration(connector: "folder", displayName: "F"),
      requestId: "0192f0c0-0000-7000-8000-000000000002")
    _ = try await bench.integrations.createIntegration(request, Bench.call(.firm))
    try await bench.link(false, epoch: 2)
    #expect(
      await code {
        _ = try await bench.integrations.createIntegration(request, Bench.call(.firm))
      } == .notFound)
  }

  @Test func `A link's end that commits while a repeated request is under way ends its answer`()
    async throws
  {
    // Only a database in a file is read while it is written.
    let bench = try await Bench(isInFile: true)
    try await bench.link()
    bench.holdLease()
    let request = CreateIntegrationRequest(
      parent: Self.side, integration: Integration(connector: "folder", displayName: "F"),
      requestId: "0192f0c0-0000-7000-8000-000000000003")
    _ = try await bench.integrations.createIntegration(request, Bench.call(.firm))
    let (ended, progress) = AsyncStream<Void>.makeStream()
    async let end: Void = bench.database.write { tx in
      _ = try await LinkGrantStore().end(partner: "firm", business: "bakery", epoch: 2, in: tx)
      progress.yield()
      // Counts for some tenths of a second before the commit: who reads meanwhile sees the link.
      _ = try await tx.query(
        """
        WITH RECURSIVE number (value) AS (
          SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < 2000000)
        SELECT COUNT(*) AS numbers FROM number
        """)
    }
    for await _ in ended { break }
    let repeated = { () async -> RPCError.Code? in
      await code {
        _ = try await bench.integrations.createIntegration(request, Bench.call(.firm))
      }
    }
    // With one writer the request comes after the end. PostgreSQL answers it before the end is there.
    let meanwhile = await repeated()
    #expect(meanwhile == .notFound || TestEngine.current == .postgresql && meanwhile == nil)
    try await end
    let afterwards = await repeated()
    #expect(afterwards == .notFound)
  }

  @Test func `A link made sets up what was prepared, once and inactive`() async throws {
    let bench = try await Bench()
    bench.holdLease()
    let prepared = [
      PreparedIntegration(connector: "folder", displayName: "Folder"),
      PreparedIntegration(connector: "yuki", displayName: "Yuki"),
    ]
    for _ in 0..<3 { try await bench.link(prepared: prepared) }
    let made = try await bench.integrations.listIntegrations(
      ListIntegrationsRequest(parent: Self.side), Bench.call(.firm)
    ).integrations
    #expect(made.map(\.connector).sorted() == ["folder", "yuki"])
    #expect(made.allSatisfy { $0.status == .inactive && !$0.configured })
  }

  @Test func `A link made again sets up what there is room for, and stands`() async throws {
    let bench = try await Bench()
    bench.holdLease()
    let prepared = PreparedIntegration(connector: "folder", displayName: "Folder")
    try await bench.link(prepared: Array(repeating: prepared, count: 49))
    try await bench.link(false, epoch: 2)
    try await bench.link(epoch: 3, prepared: [prepared, prepared])
    let made = try await bench.integrations.listIntegrations(
      ListIntegrationsRequest(parent: Self.side, pageSize: 100), Bench.call(.firm))
    #expect(made.integrations.count == 50)
  }

  @Test func `A link's end switches off and cancels on the firm's side alone`() async throws {
    let bench = try await Bench()
    try await bench.link()
    bench.holdLease()
    let theirs = try await bench.makeFolder(on: Self.side, as: .firm)
    _ = try await bench.makeFolder()
    try await bench.approve()
    try await bench.link(false, epoch: 2)
    try await bench.link(true, epoch: 3)
    let cancelled = try await bench.list(Self.side, as: .firm)
    #expect(cancelled.map(\.status) == [.cancelled])
    #expect(cancelled.map(\.reason) == ["link_ended"])
    #expect(try await bench.list().map(\.status) == [.queued])
    let present = try await bench.integrations.getIntegration(
      GetIntegrationRequest(name: theirs.name), Bench.call(.firm))
    #expect(present.status == .inactive)
    _ = try await bench.integrations.activateIntegration(
      ActivateIntegrationRequest(name: theirs.name), Bench.call(.firm))
    let why = try await bench.explain(theirs, as: .firm)
    #expect(why.reason == .cancelled && why.detail == "link_ended")
  }

  @Test func `An end of an older epoch changes nothing`() async throws {
    let bench = try await Bench()
    try await bench.link(epoch: 5)
    bench.holdLease()
    let made = try await bench.makeFolder(on: Self.side, as: .firm)
    try await bench.link(false, epoch: 4)
    let present = try await bench.integrations.getIntegration(
      GetIntegrationRequest(name: made.name), Bench.call(.firm))
    #expect(present.status == .active)
  }

  @Test func `Without the lease nothing of the firm is sent, and the business's is`() async throws {
    let bench = try await Bench(workerHasLease: false)
    try await bench.link()
    bench.holdLease()
    _ = try await bench.makeFolder("theirs", on: Self.side, as: .firm)
    _ = try await bench.makeFolder("own")
    try await bench.approve()
    try await bench.work(until: [.delivered])
    #expect(try await bench.list(Self.side, as: .firm).map(\.status) == [.queued])
    #expect(bench.root.visible("partners/firm/theirs").isEmpty)
  }
}
