import Synchronization

/// Works on a queue until its task is cancelled: leases what is due, runs the handler on many items at
/// once, keeps their leases alive, and waits when nothing is due. Any number of processes may run one
/// on the same queue.
///
/// A handler may outlive its lease: when the database cannot be written to, no lease is renewed, and
/// work that has begun is not always to be stopped. Such an item is not begun again here before its
/// handler has ended; another process may take it up.
package struct WorkLoop: Sendable {
  /// Items handled at once.
  package var concurrency = 16
  /// How long the work of a process that died stays with it.
  package var lease: Duration = .seconds(30)
  /// How often a lease is renewed; nil for each third of it.
  var heartbeat: Duration?
  /// Work that another process scheduled is seen within this time; one's own at once.
  package var pollInterval: Duration = .seconds(2)
  package var backoff = Backoff()
  /// Told of every attempt that failed, for the log.
  package var failed: @Sendable (LeasedWork.Item, any Error) -> Void = { _, _ in }
  /// Told why the queue cannot be asked for work: once, however often it is asked, until it answers or
  /// fails in another way.
  package var stalled: @Sendable (any Error) -> Void = { _ in }

  private let work: LeasedWork
  private let database: Database
  private let owner: String

  /// - Parameter owner: names this process in the table. What an earlier process of that name left
  ///   leased is taken up at once; no two running processes may have the same.
  package init(_ work: LeasedWork, in database: Database, owner: String) {
    self.work = work
    self.database = database
    self.owner = owner
  }

  /// - Parameter handle: does the work and, in its own transaction, finishes or releases the item. What
  ///   it throws releases the item for later (`backoff`). It is cancelled with the loop, and when its
  ///   lease is lost; its calls to others carry deadlines of their own.
  package func run(_ handle: @escaping @Sendable (LeasedWork.Item) async throws -> Void) async {
    let hand = Hand()
    var trouble = Trouble(told: stalled)
    // Where this fails, the leases run out by themselves.
    try? await database.write { tx in try await work.reclaim(tx, owner: owner) }
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        let seen = work.signal.count
        let asked = ContinuousClock.now
        let (items, pause) = await take(besides: hand.items, &trouble)
        for item in items {
          hand.take(item)
          group.addTask {
            await attend(item, since: asked, handle)
            hand.drop(item)
            work.signal.raise()
          }
        }
        await work.signal.wait(since: seen, atMost: pause)
      }
      group.cancelAll()
    }
  }

  /// Leases as many items as may be handled besides those in hand, and says how long to wait for the
  /// next.
  private func take(
    besides held: [LeasedWork.Item], _ trouble: inout Trouble
  ) async -> ([LeasedWork.Item], Duration) {
    let free = concurrency - held.count
    guard free > 0 else { return ([], pollInterval) }
    let lease = lease
    do {
      let (items, next) = try await database.write { tx in
        let items = try await work.lease(tx, owner: owner, limit: free, for: lease, except: held)
        let next = try await work.nextDue(tx, except: held)
        return (items, next.map { max(0, $0 - tx.now) })
      }
      trouble.ended()
      guard let next, items.count < free else { return (items, pollInterval) }
      return (items, min(pollInterval, .microseconds(next)))
    } catch {
      // Asked again after the usual pause.
      if !Task.isCancelled { trouble.met(error) }
      return ([], pollInterval)
    }
  }

  private func attend(
    _ item: LeasedWork.Item, since begun: ContinuousClock.Instant,
    _ handle: @escaping @Sendable (LeasedWork.Item) async throws -> Void
  ) async {
    do {
      try await withThrowingTaskGroup { group in
        group.addTask { try await handle(item) }
        group.addTask { try await keepAlive(item, since: begun) }
        defer { group.cancelAll() }
        try await group.next()
      }
    } catch is LeaseLost {
      failed(item, LeaseLost(queue: work.queue, id: item.id))
    } catch {
      failed(item, error)
      await release(item, after: error)
    }
  }

  /// Returns never but by an error: cancelled, or the lease is lost. Where the database fails, the lease is
  /// lost once it has run out, and not before: until then nobody else takes the item up.
  ///
  /// - Parameter begun: No later than the lease.
  private func keepAlive(
    _ item: LeasedWork.Item, since begun: ContinuousClock.Instant
  ) async throws {
    let interval = heartbeat ?? lease / 3
    var (end, pause) = (begun + lease, interval)
    while true {
      try await Task.sleep(for: pause)
      let now = ContinuousClock.now
      do {
        try await database.write { tx in try await work.heartbeat(tx, item, for: lease) }
        (end, pause) = (now + lease, interval)
      } catch {
        let left = ContinuousClock.now.duration(to: end)
        if error is LeaseLost || Task.isCancelled || left <= .zero { throw error }
        pause = min(interval / 4, left)
      }
    }
  }

  /// Gives an item back also when the loop is being stopped: then at once, for another process. Where
  /// the database fails it is tried again for as long as the lease, which would end the wait as well.
  private func release(_ item: LeasedWork.Item, after error: any Error) async {
    let pause = Task.isCancelled ? 0 : backoff.pause(after: item.attempts)
    let text = String(String(describing: error).prefix(1_000))
    let end = ContinuousClock.now + lease
    var tries = 0
    while true {
      // A task of its own, since a cancelled one is not let into the database.
      let released = await Task {
        try await database.write { tx in
          try await work.release(tx, item, dueAt: tx.now + pause, error: text)
        }
      }.result
      guard case .failure(let cause) = released, !(cause is LeaseLost) else { return }
      tries += 1
      // A loop that is being stopped does not wait for a database that is away: the lease runs out.
      try? await Task.sleep(for: .microseconds(Self.releasing.pause(after: tries)))
      if Task.isCancelled || ContinuousClock.now >= end { return }
    }
  }

  /// Between the tries to give an item back.
  private static let releasing = Backoff(first: .milliseconds(50), longest: .seconds(1))
}

/// Tells of what goes wrong again and again once for each kind of it.
private struct Trouble {
  let told: @Sendable (any Error) -> Void
  private var last: String?

  init(told: @escaping @Sendable (any Error) -> Void) { self.told = told }

  mutating func met(_ error: any Error) {
    let kind = (error as? DatabaseError)?.kind.rawValue ?? "\(type(of: error))"
    if kind != last { told(error) }
    last = kind
  }

  mutating func ended() { last = nil }
}

/// The items whose handlers are at work.
private final class Hand: Sendable {
  private let held = Mutex<[LeasedWork.Item]>([])

  var items: [LeasedWork.Item] { held.withLock { $0 } }

  func take(_ item: LeasedWork.Item) { held.withLock { $0.append(item) } }

  func drop(_ item: LeasedWork.Item) { held.withLock { $0.removeAll { $0 == item } } }
}
