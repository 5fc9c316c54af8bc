import Foundation
import RPCTestSupport
import Testing

@testable import Hosting

@Suite("Admin port", .serialized) struct AdminPortTests {
  struct Failed: Error, CustomStringConvertible { let description = "no\nspace left" }

  /// Runs `body` against an admin port with small bounds.
  private func withPort(
    checks: [ReadyCheck] = [], phase: Readiness.Phase = .serving,
    gauges: [ScrapedGauge] = [], connectionTime: Duration = .milliseconds(700),
    _ body: @Sendable (Int, Readiness) async throws -> Void
  ) async throws {
    let readiness = Readiness(checks: checks, checkTimeout: .milliseconds(200))
    readiness.enter(phase)
    var limits = AdminServer.Limits()
    limits.connectionTime = connectionTime
    limits.requestBytes = 1_024
    limits.connections = 3
    let registry = MetricRegistry()
    registry.counter("seen").increment(by: 1)
    let server = AdminServer(
      routes: AdminRoutes(registry: registry, readiness: readiness, gauges: gauges), limits: limits)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    do {
      try await body(port, readiness)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  private func get(_ port: Int, _ request: String) async throws -> String {
    let client = try RawClient(port: port)
    client.send(request + " HTTP/1.1\r\nHost: x\r\n\r\n")
    return await client.readToEnd()
  }

  private func code(_ port: Int, _ request: String) async throws -> String {
    String(try await get(port, request).dropFirst("HTTP/1.1 ".count).prefix(3))
  }

  @Test(
    "Each path answers its own code, and a HEAD no body",
    arguments: [
      ("GET /livez", "200", "ok\n"), ("HEAD /livez", "200", ""), ("GET /livez?x=1", "200", "ok\n"),
      ("GET /", "404", "known: /metrics /livez /readyz\n"), ("GET /metrics/", "404", nil),
      ("POST /metrics", "405", "GET or HEAD\n"), ("DELETE /livez", "405", nil),
      ("GET /readyz", "200", "phase serving\n"), ("nonsense", "400", nil),
    ])
  func paths(request: String, code: String, body: String?) async throws {
    try await withPort { (port, _) async throws in
      let answer = try await get(port, request)
      #expect(answer.hasPrefix("HTTP/1.1 \(code) "), "\(answer)")
      if let body { #expect(answer.hasSuffix("\r\n\r\n" + body), "\(answer)") }
    }
  }

  @Test("Metrics are Prometheus text; a gauge that fails or hangs is not a number")
  func metrics() async throws {
    let gauges = [
      ScrapedGauge("depth", help: "A depth.", labels: [("a", "1")]) { 4 },
      ScrapedGauge("broken", help: "Fails.") { throw Failed() },
    ]
    try await withPort(gauges: gauges) { (port, _) async throws in
      let answer = try await get(port, "GET /metrics")
      let body = try #require(answer.firstRange(of: "\r\n\r\n")).upperBound
      let text = try PrometheusParser(String(answer[body...]))
      #expect(text.value("seen_total") == 1)
      #expect(text.value("depth", ["a": "1"]) == 4)
      #expect(text.help["depth"] == "A depth.")
      #expect(text.value("broken")?.isNaN == true)
      #expect(try #require(text.value("process_resident_memory_bytes")) > 1_000_000)
      #expect(try #require(text.value("process_open_fds")) > 2)
    }
  }

  @Test("Readiness names each check, fails with any of them and when a check hangs")
  func checks() async throws {
    let checks = [
      ReadyCheck("store") {}, ReadyCheck("grant") { throw Failed() },
      ReadyCheck("slow") { try await Task.sleep(for: .seconds(60)) },
      ReadyCheck("deaf") {
        await Task.detached { try? await Task.sleep(for: .seconds(2)) }.value
      },
    ]
    try await withPort(checks: checks) { (port, _) async throws in
      let answer = try await get(port, "GET /readyz")
      #expect(answer.hasPrefix("HTTP/1.1 503 "))
      #expect(
        answer.hasSuffix(
          "phase serving\nok store\nfailed grant: no\\nspace left\n"
            + "failed slow: no answer within 200ms\nfailed deaf: no answer within 200ms\n"),
        "\(answer)")
    }
  }

  @Test("A check that concerns some services alone is told and leaves the process ready")
  func partial() async throws {
    let checks = [ReadyCheck("grant", of: ["a.A"]) { throw Failed() }, ReadyCheck("store") {}]
    try await withPort(checks: checks) { (port, readiness) async throws in
      let answer = try await get(port, "GET /readyz")
      #expect(answer.hasPrefix("HTTP/1.1 200 "))
      #expect(answer.hasSuffix("failed grant: no\\nspace left\nok store\n"), "\(answer)")
      #expect(await readiness.report().failing == ["a.A"])
    }
  }

  @Test("Not ready while it starts and once it stops, alive all the time")
  func phases() async throws {
    try await withPort(phase: .starting) { (port, readiness) async throws in
      #expect(try await code(port, "GET /readyz") == "503")
      #expect(try await code(port, "GET /livez") == "200")
      readiness.enter(.serving)
      #expect(try await code(port, "GET /readyz") == "200")
      readiness.enter(.stopping)
      #expect(try await code(port, "GET /readyz") == "503")
    }
  }

  @Test("A client that trickles its request is cut off in time, bytes or no bytes")
  func slow() async throws {
    try await withPort { (port, _) async throws in
      let client = try RawClient(port: port)
      let start = ContinuousClock.now
      client.send("GET /livez HTTP/1.1\r\n")
      while !client.isClosed, ContinuousClock.now - start < .seconds(5) {
        client.send("X: y\r\n")
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(client.isClosed)
      #expect(ContinuousClock.now - start < .seconds(3))
    }
  }

  /// Long before a connection's time is up, on a slow machine too.
  private static let connectionTime = Duration.seconds(8)
  private static let soon = Duration.seconds(6)

  @Test("A request that is too long is cut off")
  func long() async throws {
    try await withPort(connectionTime: Self.connectionTime) { (port, _) async throws in
      let client = try RawClient(port: port)
      let start = ContinuousClock.now
      client.send("GET /livez HTTP/1.1\r\nX: " + String(repeating: "y", count: 2_000))
      #expect(await client.readToEnd() == "")
      #expect(ContinuousClock.now - start < Self.soon)
    }
  }

  @Test("A connection more than allowed is closed, and there is room again once one ended")
  func crowd() async throws {
    try await withPort(connectionTime: Self.connectionTime) { (port, _) async throws in
      let idle = try (0..<3).map { _ in try RawClient(port: port) }
      for client in idle { client.send("G") }
      let start = ContinuousClock.now
      let extra = try RawClient(port: port)
      #expect(await extra.readToEnd() == "")
      #expect(ContinuousClock.now - start < Self.soon)
      idle[0].end()
      // The server sees it by and by.
      let isServed = try await eventually { try await code(port, "GET /livez") == "200" }
      #expect(isServed)
      #expect(!idle[1].isClosed)
    }
  }
}
