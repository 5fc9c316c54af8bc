import Contracts
import Database
import RPC
import TestDatabases
import Testing

@testable import IntegrationDispatch

@Suite(.onEachEngine) struct ApprovalTests {
  private static let side = "partners/firm/businesses/bakery"

  /// Active, configured → whether it is sent, and what explains it otherwise.
  @Test(arguments: [
    (true, true, Contracts.DeliveryReason.inFlight), (true, false, .misconfigured),
    (false, true, .integrationInactive), (false, false, .integrationInactive),
  ])
  func `A document is delivered when the integration is active and configured, on each side alike`(
    isActive: Bool, isConfigured: Bool, reason: Contracts.DeliveryReason
  ) async throws {
    let bench = try await Bench()
    try await bench.link()
    bench.holdLease()
    let path = isConfigured ? "in" : ""
    let own = try await bench.makeFolder(path, active: isActive)
    let theirs = try await bench.makeFolder(path, on: Self.side, as: .firm, active: isActive)
    try await bench.approve()
    let expected = isActive && isConfigured ? 1 : 0
    #expect(try await bench.list().count == expected)
    #expect(try await bench.list(Self.side, as: .firm).count == expected)
    #expect(try await bench.explain(own).reason == reason)
    #expect(try await bench.explain(theirs, as: .firm).reason == reason)
    let decisions = try await bench.database.read { tx in
      try await tx.query("SELECT obstacle FROM decision").map { try $0.text("obstacle") }
    }
    #expect(decisions.count == 2)
    #expect(decisions.allSatisfy { $0.isEmpty == (expected == 1) })
  }

  @Test func `A firm whose link has ended gets no decision and no delivery`() async throws {
    let bench = try await Bench()
    try await bench.link()
    bench.holdLease()
    _ = try await bench.makeFolder(on: Self.side, as: .firm)
    try await bench.link(false, epoch: 2)
    try await bench.approve()
    try await bench.link(true, epoch: 3)
    #expect(try await bench.list(Self.side, as: .firm).isEmpty)
  }

  @Test func `A hundred approvals at once make one delivery an integration`() async throws {
    let bench = try await Bench()
    _ = try await bench.makeFolder("a")
    _ = try await bench.makeFolder("b")
    try await withThrowingTaskGroup { group in
      for _ in 0..<100 { group.addTask { try await bench.approve() } }
      try await group.waitForAll()
    }
    #expect(try await bench.list().count == 2)
  }

  @Test func `A later event of an approved document sends nothing again`() async throws {
    let bench = try await Bench()
    _ = try await bench.makeFolder()
    try await bench.approve(sequence: 1)
    try await bench.approve(sequence: 2)
    #expect(try await bench.list().count == 1)
  }

  @Test func `Approved before it was active: not sent by itself, and a resend sends it`()
    async throws
  {
    let bench = try await Bench()
    let made = try await bench.makeFolder(active: false)
    try await bench.approve()
    _ = try await bench.integrations.activateIntegration(
      ActivateIntegrationRequest(name: made.name), Bench.call(.owner))
    #expect(try await bench.explain(made).reason == .approvedBefore)
    let resent = try await bench.deliveries.resendDocument(
      ResendDocumentRequest(document: "businesses/bakery/documents/doc-1"), Bench.call(.member))
    #expect(resent.deliveries.map(\.status) == [.queued])
    try await bench.work(until: [.delivered])
    let why = try await bench.explain(made)
    #expect(why.reason == .delivered && why.destination.hasPrefix("in/doc-1-original-"))
    #expect(why.delivery == resent.deliveries[0].name && why.deliveredTime != nil)
  }

  @Test func `What counts is the moment of the approval, not of its arrival`() async throws {
    let bench = try await Bench()
    var moments = [Bench.now]
    let made = try await bench.makeFolder()
    moments.append(Bench.now)
    _ = try await bench.integrations.deactivateIntegration(
      DeactivateIntegrationRequest(name: made.name), Bench.call(.owner))
    moments.append(Bench.now)
    _ = try await bench.integrations.activateIntegration(
      ActivateIntegrationRequest(name: made.name), Bench.call(.owner))
    moments.append(Bench.now)
    for (number, moment) in moments.enumerated() {
      try await bench.approve("doc-\(number)", at: moment)
    }
    for (number, isSent) in [false, true, false, true].enumerated() {
      #expect(
        try await bench.explain(made, document: "doc-\(number)").reason
          == (isSent ? .inFlight : .approvedBefore))
    }
    #expect(try await bench.list().count == 2)
  }

  @Test func `What was approved outside the periods of the link is not sent to the firm`()
    async throws
  {
    let bench = try await Bench()
    try await bench.link(at: Bench.now + 3_600_000_000)
    bench.holdLease()
    let made = try await bench.makeFolder(on: Self.side, as: .firm)
    try await bench.approve()
    #expect(try await bench.explain(made, as: .firm).reason == .approvedBefore)
    try await bench.approve("doc-2", at: Bench.now + 7_200_000_000)
    #expect(try await bench.list(Self.side, as: .firm).map(\.document.last) == ["2"])
  }

  @Test func `Deactivating cancels what is queued, and says so`() async throws {
    let bench = try await Bench()
    let made = try await bench.makeFolder()
    try await bench.approve()
    _ = try await bench.integrations.deactivateIntegration(
      DeactivateIntegrationRequest(name: made.name), Bench.call(.owner))
    #expect(try await bench.list().map(\.reason) == ["integration_deactivated"])
    #expect(try await bench.explain(made).reason == .integrationInactive)
    _ = try await bench.integrations.activateIntegration(
      ActivateIntegrationRequest(name: made.name), Bench.call(.owner))
    #expect(try await bench.explain(made).reason == .cancelled)
  }

  @Test(arguments: [
    (false, Contracts.DeliveryReason.notApproved), (true, .inFlight),
  ])
  func `A document whose approval is not here is asked for where it lives`(
    isApproved: Bool, reason: Contracts.DeliveryReason
  ) async throws {
    let bench = try await Bench()
    let made = try await bench.makeFolder()
    bench.library.setState(of: "businesses/bakery/documents/doc-1", isApproved: isApproved)
    #expect(try await bench.explain(made).reason == reason)
    let resend = ResendDocumentRequest(document: "businesses/bakery/documents/doc-1")
    #expect(
      await code { _ = try await bench.deliveries.resendDocument(resend, Bench.call(.owner)) }
        == (isApproved ? .unavailable : .failedPrecondition))
  }

  @Test func `A document that is nowhere is NOT_FOUND`() async throws {
    let bench = try await Bench()
    let made = try await bench.makeFolder()
    #expect(await code { _ = try await bench.explain(made) } == .notFound)
    let resend = ResendDocumentRequest(document: "businesses/bakery/documents/doc-1")
    #expect(
      await code { _ = try await bench.deliveries.resendDocument(resend, Bench.call(.owner)) }
        == .notFound)
  }

  @Test func `A resend to what is not active or not configured says what to put right`()
    async throws
  {
    let bench = try await Bench()
    let made = try await bench.makeFolder(active: false)
    try await bench.approve()
    for name in ["", made.name] {
      let request = ResendDocumentRequest(
        document: "businesses/bakery/documents/doc-1", integration: name)
      #expect(
        await code { _ = try await bench.deliveries.resendDocument(request, Bench.call(.owner)) }
          == .failedPrecondition)
    }
  }

  @Test(
    arguments: [
      { $0.document = "documents/doc-1" }, { $0.contents = [] }, { $0.approveTime = nil },
      { $0.contents[0].part = "photo" }, { $0.contents[0].sha256 = "abc" },
      { $0.contents[0].sizeBytes = -1 }, { $0.contents.append($0.contents[0]) },
    ] as [@Sendable (inout ApplyApprovalRequest) -> Void])
  func `An approval that cannot be delivered is refused whole`(
    damage: @Sendable (inout ApplyApprovalRequest) -> Void
  ) async throws {
    let bench = try await Bench()
    _ = try await bench.makeFolder()
    var request = bench.approval()
    damage(&request)
    let damaged = request
    #expect(
      await code {
        _ = try await bench.approvals.applyApproval(damaged, Bench.call(.documentStatus))
      } == .invalidArgument)
    #expect(try await bench.list().isEmpty)
  }

  @Test func `Export states stand in the order of the request`() async throws {
    let bench = try await Bench()
    _ = try await bench.makeFolder()
    try await bench.approve("doc-1")
    try await bench.work(until: [.delivered])
    try await bench.approve("doc-2")
    let answer = try await bench.deliveries.batchGetExportStates(
      BatchGetExportStatesRequest(
        parent: "businesses/bakery",
        documents: ["doc-2", "doc-3", "doc-1"].map { "businesses/bakery/documents/\($0)" }),
      Bench.call(.member))
    #expect(answer.states.map(\.state) == [.queued, .notExported, .exported])
    for documents in [[], ["businesses/butcher/documents/x"]] {
      let request = BatchGetExportStatesRequest(parent: "businesses/bakery", documents: documents)
      #expect(
        await code {
          _ = try await bench.deliveries.batchGetExportStates(request, Bench.call(.owner))
        } == (documents.isEmpty ? .invalidArgument : .notFound))
    }
  }

  @Test func `Deliveries are listed newest first, by document and by integration`() async throws {
    let bench = try await Bench()
    let first = try await bench.makeFolder("a")
    _ = try await bench.makeFolder("b")
    for number in 1...3 { try await bench.approve("doc-\(number)") }
    let all = try await bench.list()
    #expect(all.count == 6)
    #expect(all.map(\.document.last) == ["3", "3", "2", "2", "1", "1"])
    var found: [String] = []
    var token = ""
    repeat {
      let page = try await bench.deliveries.listDeliveries(
        ListDeliveriesRequest(
          parent: "businesses/bakery", integration: first.name, pageSize: 1, pageToken: token),
        Bench.call(.owner))
      found += page.deliveries.map(\.document)
      token = page.nextPageToken
    } while !token.isEmpty
    #expect(found == [3, 2, 1].map { "businesses/bakery/documents/doc-\($0)" })
    let ofDocument = try await bench.deliveries.listDeliveries(
      ListDeliveriesRequest(
        parent: "businesses/bakery", document: "businesses/bakery/documents/doc-2"),
      Bench.call(.owner))
    #expect(ofDocument.deliveries.count == 2)
  }
}
