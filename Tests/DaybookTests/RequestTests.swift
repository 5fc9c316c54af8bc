import Contracts
import RPC
import Testing

@testable import Daybook

private let expectations = onClients + onDocuments + onIntegrations

@Suite(.timeLimit(.minutes(2))) struct `Requests of commands` {
  @Test(arguments: expectations)
  func `a command line makes its call`(expected: Expectation) async throws {
    let fake = FakeServices()
    let line = expected.line.split(separator: " ").map(String.init)
    let changes = expected.request.contains("\"requestId\":")
    _ = try await run(
      line + (changes ? ["--request-id", requestID] : []), token: expected.token, fake)
    let last = try #require(fake.received.last)
    #expect(last.method == expected.method.name)
    #expect(last.requests == [expected.request])
    #expect(last.authorization == expected.token.map { "Bearer \($0)" })
  }

  @Test func `every call that one message starts is walked above`() {
    let walked = Set(expectations.map(\.method) + ReconcileCommand.methods)
    let streamed = [ClientServiceMethods.importClients, DocumentServiceMethods.importDocument]
    let services: Set = [
      "LeaseService", "LinkGrantService", "DocumentSourceService", "ApprovalService",
    ]
    for method in AllMethods.all where !streamed.contains(method) {
      let service = method.service.split(separator: ".").last.map(String.init) ?? ""
      #expect(walked.contains(method) != services.contains(service), "\(method.path)")
    }
  }

  @Test func `reconciling compares links and then approvals`() async throws {
    let fake = FakeServices()
    let printed = try await run(["reconcile", "--dry-run"], fake)
    #expect(fake.received.map(\.method) == ReconcileCommand.methods.map(\.name))
    for call in fake.received { #expect(call.requests == [#"{"dryRun":true}"#]) }
    #expect(printed == "links: the services agree\napprovals: the services agree\n")
  }

  @Test func `each command that changes makes a request id of its own`() async throws {
    let fake = FakeServices()
    for _ in 1...2 { _ = try await run(["client", "delete", "01kb"], fake) }
    #expect(Set(fake.received.flatMap(\.requests)).count == 2)
  }

  @Test func `approving says which version is approved`() async throws {
    let printed = try await run(["document", "approve", "01kb"], token: businessToken)
    #expect(printed.hasPrefix("approving 01kb: purchase_invoice, FM-1, etag d-1\n"))
  }
}
