import Contracts
import Database
import StatusRules
import Synchronization
import TestDatabases
import Testing

@testable import IntegrationDispatch

/// A destination that answers as it is told, in turn; the last answer stays.
private final class Scripted: IntegrationDispatch.Connector {
  let kind = ConnectorKind.email
  private let answers: Mutex<[AttemptResult]>
  private let sent = Mutex<[String]>([])
  private let found: AttemptResult?
  private let gate: Gate?
  let began = Atomic<Int>(0)

  init(_ answers: [AttemptResult], found: AttemptResult? = nil, gate: Gate? = nil) {
    self.answers = Mutex(answers)
    self.found = found
    self.gate = gate
  }

  var deliveries: [String] { sent.withLock { $0 } }

  func gaps(in settings: [String: String], secrets: Set<String>) -> [SettingGap] { [] }

  func look(for consignment: Consignment) async -> AttemptResult? { found }

  func send(_ consignment: Consignment) async -> AttemptResult {
    began.add(1, ordering: .relaxed)
    await gate?.wait()
    sent.withLock { $0.append(consignment.delivery.delivery) }
    return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
  }
}

/// Holds everybody until it is opened.
private final class Gate: Sendable {
  private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>(
    (false, []))

  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

@Suite(.onEachEngine) struct WorkerTests {
  private static let arrived = AttemptResult.delivered(place: "there", answer: "taken")
  private static let busy = AttemptResult.passing(answer: "HTTP 503")

  private func bench(
    _ connector: Scripted, policy: RetryPolicy = .quick
  ) async throws -> (Bench, Integration) {
    let bench = try await Bench(policy: policy, more: [connector])
    let made = try await bench.make(Integration(connector: "email", displayName: "Mail"))
    return (bench, made)
  }

  @Test func `A passing fault is tried again under the same id, and every attempt is kept`()
    async throws
  {
    let connector = Scripted([Self.busy, Self.busy, Self.arrived])
    let (bench, _) = try await bench(connector)
    try await bench.approve()
    try await bench.work(until: [.delivered])
    let delivery = try await bench.get(try await bench.list()[0].name)
    #expect(delivery.attempts.map(\.answer) == ["HTTP 503", "HTTP 503", "taken"])
    #expect(delivery.attempts.map(\.delivered) == [false, false, true])
    #expect(delivery.attempts.map(\.number) == [1, 2, 3])
    #expect(delivery.attempts.allSatisfy { $0.endTime != nil })
    #expect(Set(connector.deliveries).count == 1 && delivery.destination == "there")
  }

  @Test func `With its attempts spent a delivery fails, and a resend is a new one`() async throws {
    let connector = Scripted([Self.busy, Self.busy, Self.busy, Self.arrived])
    let (bench, made) = try await bench(connector)
    try await bench.approve()
    try await bench.work(until: [.failed])
    let why = try await bench.explain(made)
    #expect(why.reason == .failed && why.detail == "HTTP 503")
    let failed = try await bench.list()[0]
    _ = try await bench.deliveries.resendDocument(
      ResendDocumentRequest(
        document: "businesses/bakery/documents/doc-1", integration: made.name), Bench.call(.owner))
    try await bench.work(until: [.failed, .delivered])
    let all = try await bench.list()
    #expect(all.map(\.status) == [.delivered, .failed])
    #expect(all[1] == failed && all[0].name != failed.name)
  }

  @Test func `A permanent fault is not tried again`() async throws {
    let connector = Scripted([.permanent(answer: "HTTP 404")])
    let (bench, _) = try await bench(connector)
    try await bench.approve()
    try await bench.work(until: [.failed])
    #expect(connector.deliveries.count == 1)
  }

  @Test func `What the destination asks to wait is waited`() async throws {
    let connector = Scripted([.passing(answer: "HTTP 429", retryAfter: 7_200_000_000)])
    let (bench, made) = try await bench(connector)
    try await bench.approve()
    try await bench.work(until: [.retrying])
    let why = try await bench.explain(made)
    let delivery = try await bench.list()[0]
    let created = delivery.createTime?.microseconds ?? 0
    #expect(why.reason == .retrying && why.dueTime == delivery.dueTime)
    #expect((delivery.dueTime?.microseconds ?? 0) - created >= 7_200_000_000)
  }

  @Test(arguments: [true, false])
  func `After a lost worker the destination is looked at first`(isThere: Bool) async throws {
    let connector = Scripted([Self.arrived], found: isThere ? Self.arrived : nil)
    let (bench, _) = try await bench(connector)
    try await bench.approve()
    try await lose(bench)
    try await bench.work(until: [.delivered])
    #expect(connector.deliveries.count == (isThere ? 0 : 1))
    let delivery = try await bench.get(try await bench.list()[0].name)
    #expect(delivery.attempts.count == 2)
    #expect(delivery.attempts[0].endTime == nil && delivery.attempts[0].answer.contains("lost"))
  }

  @Test func `A worker lost in the last attempt leaves a delivery that needs a person`()
    async throws
  {
    let (bench, _) = try await bench(Scripted([Self.arrived]))
    try await bench.approve()
    for _ in 0..<3 {
      try await lose(bench)
      _ = try await reclaim(bench)
    }
    #expect(try await bench.list().map(\.status) == [.failed])
  }

  @Test func `Deactivated in flight: the attempt finishes, none follows`() async throws {
    let gate = Gate()
    let connector = Scripted([Self.busy], gate: gate)
    let (bench, made) = try await bench(connector)
    try await bench.approve()
    try await withThrowingTaskGroup { group in
      group.addTask { try await bench.work(until: [.cancelled]) }
      #expect(
        try await Bench.within(seconds: 20) { connector.began.load(ordering: .relaxed) == 1 })
      _ = try await bench.integrations.deactivateIntegration(
        DeactivateIntegrationRequest(name: made.name), Bench.call(.owner))
      #expect(try await bench.list().map(\.status) == [.inFlight])
      gate.open()
      try await group.waitForAll()
    }
    #expect(connector.deliveries.count == 1)
    #expect(try await bench.list().map(\.attemptCount) == [1])
  }

  @Test func `A destination that never answers delays no other`() async throws {
    let gate = Gate()
    let stuck = Scripted([Self.arrived], gate: gate)
    let (bench, _) = try await bench(stuck)
    for number in 0..<40 { try await bench.approve("stuck-\(number)") }
    let good = try await bench.makeFolder()
    try await bench.approve("good")
    // Two places: the stuck destination takes one of them, whatever waits for it.
    try await bench.work(destinations: 2) {
      defer { if !bench.root.visible("businesses/bakery/in").isEmpty { gate.open() } }
      return try await bench.explain(good, document: "good").reason == .delivered
    }
    #expect(stuck.began.load(ordering: .relaxed) >= 1)
    gate.open()
  }

  @Test func `A worker that lost its lease records nothing`() async throws {
    let gate = Gate()
    let connector = Scripted([Self.arrived], gate: gate)
    let (bench, _) = try await bench(connector)
    try await bench.approve()
    let items = try await bench.database.write { tx in
      try await bench.queue.work.lease(tx, owner: "first", limit: 1, for: .seconds(30))
    }
    let attending = Task { try await bench.worker.attend(items[0]) }
    #expect(try await Bench.within(seconds: 20) { connector.began.load(ordering: .relaxed) == 1 })
    // Somebody else has the integration now.
    try await bench.database.write { tx in
      try await bench.queue.work.cancel(tx, space: items[0].space, id: items[0].id)
    }
    gate.open()
    await #expect(throws: LeaseLost.self) { try await attending.value }
    #expect(try await bench.list().map(\.status) == [.inFlight])
  }

  /// An attempt begins and its worker is never heard of again.
  private func lose(_ bench: Bench) async throws {
    let attempt = try await bench.database.write { tx in
      // Whatever waits is due, so that nothing depends on the clock.
      try await tx.execute("UPDATE delivery SET due_time = 0 WHERE due_time IS NOT NULL")
      guard let name = try await self.integration(in: tx) else { return false }
      return try await bench.worker.attempts.begin(name, in: tx) != nil
    }
    #expect(attempt)
  }

  private func reclaim(_ bench: Bench) async throws {
    try await bench.database.write { tx in
      guard let name = try await self.integration(in: tx) else { return }
      try await bench.worker.attempts.reclaim(name, in: tx)
    }
  }

  private func integration(in tx: isolated Transaction) async throws -> IntegrationName? {
    try await IntegrationStore().all(after: nil, limit: 1, in: tx).first?.name
  }
}
