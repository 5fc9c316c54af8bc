import Database
import Testing

@testable import LinkGrants

@Suite struct `Link grants` {
  private let store = LinkGrantStore()

  private func grant(epoch: Int64, active: Bool, accountants: [String] = []) -> LinkGrant {
    LinkGrant(
      partner: "firm", business: "bakery", epoch: epoch, active: active,
      client: "partners/firm/clients/1", displayName: "Bakery", accountants: accountants)
  }

  private func withStore(
    _ body: @escaping @Sendable (LinkGrantStore, isolated Transaction) async throws -> Void
  ) async throws {
    let database = try await Database.open(
      url: "sqlite::memory:", migrations: [.library, .linkGrants])
    let store = store
    try await database.write { tx in try await body(store, tx) }
    await database.close()
  }

  @Test func `a change of an older epoch changes nothing`() async throws {
    let (begun, ended) = (grant(epoch: 1, active: true), grant(epoch: 2, active: false))
    try await withStore { store, tx in
      #expect(try await store.apply(ended, time: tx.now, in: tx))
      #expect(try await !store.apply(begun, time: tx.now, in: tx))
      let found = try await store.grant(partner: "firm", business: "bakery", in: tx)
      #expect(found == ended)
    }
  }

  @Test func `an end that comes before the news of the beginning is not forgotten`() async throws {
    let begun = grant(epoch: 1, active: true)
    try await withStore { store, tx in
      let wasActive = try await store.end(partner: "firm", business: "bakery", epoch: 2, in: tx)
      #expect(!wasActive)
      #expect(try await !store.apply(begun, time: tx.now, in: tx))
      let found = try await store.grant(partner: "firm", business: "bakery", in: tx)
      #expect(found?.active == false)
    }
  }

  @Test func `a link made again after its end is active, with a period of its own`() async throws {
    let steps = [
      grant(epoch: 1, active: true), grant(epoch: 2, active: false), grant(epoch: 3, active: true),
    ]
    try await withStore { store, tx in
      for (index, step) in steps.enumerated() {
        #expect(try await store.apply(step, time: Int64(index * 10), in: tx))
      }
      let periods = try await store.periods(partner: "firm", business: "bakery", in: tx)
      #expect(periods == [0...10, 20...Int64.max])
      let partners = try await store.activePartners(ofBusiness: "bakery", in: tx)
      #expect(partners == ["firm"])
    }
  }

  @Test func `a link whose end was known first has its period all the same, and not its access`()
    async throws
  {
    let (begun, ended) = (grant(epoch: 1, active: true), grant(epoch: 2, active: false))
    try await withStore { store, tx in
      let now = tx.now
      _ = try await store.end(partner: "firm", business: "bakery", epoch: 2, in: tx)
      // The news that it began, that its accountants changed, and that it ended.
      for time in [now - 20, now - 15] {
        #expect(try await !store.apply(begun, time: time, in: tx))
        let periods = try await store.periods(partner: "firm", business: "bakery", in: tx)
        #expect(periods == [now - 20...now])
      }
      _ = try await store.apply(ended, time: now - 10, in: tx)
      let periods = try await store.periods(partner: "firm", business: "bakery", in: tx)
      #expect(periods == [now - 20...now - 10])
      let found = try await store.grant(partner: "firm", business: "bakery", in: tx)
      #expect(found?.active == false)
    }
  }

  @Test func `links that were made and ended while the news was away have their periods`()
    async throws
  {
    let news = (1...4).map { grant(epoch: $0, active: $0 % 2 == 1) }
    try await withStore { store, tx in
      let now = tx.now
      _ = try await store.end(partner: "firm", business: "bakery", epoch: 4, in: tx)
      for change in news {
        _ = try await store.apply(change, time: now - 50 + 10 * change.epoch, in: tx)
      }
      let periods = try await store.periods(partner: "firm", business: "bakery", in: tx)
      #expect(periods == [now - 40...now - 30, now - 20...now - 10])
    }
  }

  @Test func `a link that was ended by a lease has ended when client-link says that it did`()
    async throws
  {
    let (begun, ended) = (grant(epoch: 1, active: true), grant(epoch: 2, active: false))
    try await withStore { store, tx in
      let now = tx.now
      _ = try await store.apply(begun, time: now - 20, in: tx)
      _ = try await store.end(partner: "firm", business: "bakery", epoch: 2, in: tx)
      _ = try await store.apply(ended, time: now - 10, in: tx)
      let periods = try await store.periods(partner: "firm", business: "bakery", in: tx)
      #expect(periods == [now - 20...now - 10])
    }
  }

  @Test func `assignments of the same epoch replace the earlier ones`() async throws {
    let steps = [
      grant(epoch: 1, active: true, accountants: ["a", "b"]),
      grant(epoch: 1, active: true, accountants: ["b", "c"]),
    ]
    try await withStore { store, tx in
      for step in steps { _ = try await store.apply(step, time: tx.now, in: tx) }
      let found = try await store.grant(partner: "firm", business: "bakery", in: tx)
      #expect(found?.accountants == ["b", "c"])
    }
  }
}

@Suite struct `A lease` {
  @Test func `is not held before it was given, and is over after its time`() async throws {
    let lease = Lease()
    #expect(!lease.isHeld)
    lease.renew(from: .now, for: .seconds(60))
    #expect(lease.isHeld)
    try lease.require()
    let late = Lease()
    late.renew(from: .now - .seconds(11), for: .seconds(10))
    #expect(!late.isHeld)
  }

  @Test func `is not cut short by an older renewal that comes late`() {
    let lease = Lease()
    lease.renew(from: .now, for: .seconds(60))
    lease.renew(from: .now - .seconds(59), for: .seconds(1))
    #expect(lease.isHeld)
  }
}
