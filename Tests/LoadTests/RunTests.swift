import Contracts
import Foundation
import RPC
import RPCServices
import Testing

@testable import DaybookLoad

private struct Handlers: RPCService {
  let handlers: [RPCHandler]
}

/// Runs a schedule against a real server on a port of its own.
private func run(
  _ name: String, _ json: String, _ schedule: any Schedule, _ service: any RPCService,
  warmup: Nanoseconds = 0, patience: Duration = .seconds(30)
) async throws -> Report {
  let server = RPCServer(services: [service])
  let port = try await server.start(host: "127.0.0.1", port: 0)
  let schema = try Schema.daybook()
  let method = try schema.method(name)
  let channel = RPCChannel(target: "127.0.0.1:\(port)")
  let measurements = Measurements(begin: steadyNow() + warmup)
  await LoadRun(
    caller: Caller(
      method: method, requests: try RequestSource(json, method, schema),
      options: CallOptions(timeout: .seconds(20))),
    channels: [channel], schedule: schedule, measurements: measurements, patience: patience
  ).run()
  await channel.close()
  await server.stop(grace: .zero)
  return Report(
    measurements.snapshot, method: name, target: "", load: "", connections: 1, begun: .now)
}

@Suite(.serialized, .timeLimit(.minutes(2))) struct `Runs` {
  @Test func `a server that stalls for a second shows it in every call of that second`()
    async throws
  {
    // Calls 50 to 249 are due while the server stands still. A generator that waits for an answer
    // before it asks again would see one slow call: its 99th percentile would not know.
    let stalls = RPCHandler.unary(ClientServiceMethods.getClient) {
      (request: GetClientRequest, _) -> Client in
      if request.name == "0000000050" { try await Task.sleep(for: .seconds(1)) }
      return Client()
    }
    let report = try await run(
      "GetClient", #"{"name": "{number}"}"#,
      OpenLoop(rate: 200, spacing: .even, callers: 1, limit: .calls(400)),
      Handlers(handlers: [stalls]))
    #expect(report.calls == 400)
    #expect(report.failed == 0)
    #expect(try #require(report.latency[99]) >= 900_000)
    #expect(try #require(report.latency[75]) >= 300_000)
    #expect(report.latency.max >= 1_000_000)
    #expect(report.timeline.map(\.calls).reduce(0, +) == 400)
  }

  @Test func `statuses are counted and the first failure is kept`() async throws {
    let moody = RPCHandler.unary(ClientServiceMethods.getClient) {
      (request: GetClientRequest, _) -> Client in
      guard request.name != "b" else { throw RPCError(.notFound, "no b") }
      return Client(name: request.name)
    }
    let report = try await run(
      "GetClient", #"[{"name": "a"}, {"name": "b"}, {"name": "c"}]"#,
      ClosedLoop(callers: 4, limit: .calls(300)), Handlers(handlers: [moody]))
    #expect(report.statuses == ["OK": 200, "NOT_FOUND": 100])
    #expect(report.failed == 100)
    #expect(report.failures == ["NOT_FOUND": "no b"])
    #expect(report.messagesSent == 300)
    #expect(report.messagesReceived == 200)
  }

  @Test func `what warms up is not counted`() async throws {
    let quick = RPCHandler.unary(ClientServiceMethods.getClient) { (_: GetClientRequest, _) in
      Client()
    }
    let report = try await run(
      "GetClient", "{}", OpenLoop(rate: 100, spacing: .even, callers: 10, limit: .calls(100)),
      Handlers(handlers: [quick]), warmup: 900_000_000)
    #expect((1..<100).contains(report.calls))
  }

  @Test func `calls that never began are told of and their waiting counts`() async throws {
    let slow = RPCHandler.unary(ClientServiceMethods.getClient) {
      (_: GetClientRequest, _) -> Client in
      try await Task.sleep(for: .seconds(3))
      return Client()
    }
    let report = try await run(
      "GetClient", "{}", OpenLoop(rate: 1_000, spacing: .even, callers: 1, limit: .calls(100)),
      Handlers(handlers: [slow]), patience: .seconds(1))
    #expect(report.calls == 1)
    #expect(report.unsent == 99)
    #expect(try #require(report.latency[50]) >= 300_000)
  }

  @Test func `a stream of replies is read to its end`() async throws {
    let chunks = RPCHandler.serverStreaming(DocumentServiceMethods.readDocumentContent) {
      (_: ReadDocumentContentRequest, replies: ReplyWriter<ContentChunk>, _) in
      for _ in 0..<5 { try await replies.write(ContentChunk(data: Array(repeating: 1, count: 98))) }
    }
    let report = try await run(
      "ReadDocumentContent", "{}", ClosedLoop(callers: 2, limit: .calls(20)),
      Handlers(handlers: [chunks]))
    #expect(report.statuses == ["OK": 20])
    #expect(report.messagesReceived == 100)
    #expect(report.bytesReceived == 100 * 100)
    #expect(report.firstReply != nil)
  }

  @Test func `a stream of requests is sent whole in each call`() async throws {
    let takes = RPCHandler.clientStreaming(DocumentServiceMethods.importDocument) {
      (requests: RequestStream<ImportDocumentRequest>, _) -> Document in
      var names: [String] = []
      for try await request in requests { names.append(request.parent) }
      return Document(name: names.joined())
    }
    let report = try await run(
      "DocumentService/ImportDocument", #"[{"parent": "a"}, {"parent": "b"}, {"parent": "c"}]"#,
      ClosedLoop(callers: 2, limit: .calls(10)), Handlers(handlers: [takes]))
    #expect(report.statuses == ["OK": 10])
    #expect(report.messagesSent == 30)
    // A tag, a length and three letters.
    #expect(report.bytesReceived == 50)
  }

  @Test func `both sides may stream: the real reflection service answers each request`()
    async throws
  {
    let report = try await run(
      "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
      #"[{"list_services": ""}, {"file_containing_symbol": "grpc.health.v1.Health"}]"#,
      ClosedLoop(callers: 2, limit: .calls(10)),
      ReflectionService(services: ["grpc.health.v1.Health"]))
    #expect(report.statuses == ["OK": 10])
    #expect(report.messagesSent == 20)
    #expect(report.messagesReceived == 20)
  }
}
