import Contracts
import RPC
import Testing

@testable import RPCServices

/// Health as a client sees it, over a real connection.
@Suite("Health over the wire", .timeLimit(.minutes(1))) struct HealthWatchTests {
  private func withServer(
    _ body: (HealthService, GrpcHealthV1HealthClient, RPCServer) async throws -> Void
  ) async throws {
    let health = HealthService(services: ["a.A"])
    let server = RPCServer(services: [health])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(health, GrpcHealthV1HealthClient(channel), server))
    } catch {
      result = .failure(error)
    }
    await channel.close()
    await server.stop(grace: .seconds(1))
    try result.get()
  }

  private static let options = CallOptions(timeout: .seconds(10), waitForReady: true)

  @Test("Check answers the status, and NOT_FOUND for a service that is not there")
  func check() async throws {
    try await withServer { health, client, _ in
      health.setServing(true)
      let served = try await client.check(.init(service: "a.A"), Self.options)
      #expect(served.status == .serving)
      let error = await #expect(throws: RPCError.self) {
        _ = try await client.check(.init(service: "nope"), Self.options)
      }
      #expect(error?.code == .notFound)
    }
  }

  @Test("Watch tells the status now, each change once, and ends when the server stops")
  func watch() async throws {
    try await withServer { health, client, _ in
      var replies = try await client.watch(.init(service: "a.A"), Self.options)
        .makeAsyncIterator()
      #expect(try await replies.next()?.status == .notServing)
      health.setServing(true)
      health.setServing(true)
      #expect(try await replies.next()?.status == .serving)
      health.setServing(false)
      #expect(try await replies.next()?.status == .notServing)
      health.setServing(true)
      #expect(try await replies.next()?.status == .serving)
      health.stop()
      #expect(try await replies.next()?.status == .notServing)
      let error = await #expect(throws: RPCError.self) { _ = try await replies.next() }
      #expect(error?.code == .unavailable)
    }
  }

  @Test("Watch of a service tells of that service alone")
  func watchOne() async throws {
    try await withServer { health, client, _ in
      var service = try await client.watch(.init(service: "a.A"), Self.options)
        .makeAsyncIterator()
      var server = try await client.watch(.init(service: ""), Self.options).makeAsyncIterator()
      #expect(try await service.next()?.status == .notServing)
      #expect(try await server.next()?.status == .notServing)
      health.setServing(true, except: ["a.A"])
      #expect(try await server.next()?.status == .serving)
      health.setServing(true)
      #expect(try await service.next()?.status == .serving)
      health.setServing(false)
      #expect(try await server.next()?.status == .notServing)
    }
  }

  @Test("Watch of a service that is not there stays open with SERVICE_UNKNOWN")
  func watchUnknown() async throws {
    try await withServer { health, client, _ in
      var replies = try await client.watch(.init(service: "nope"), Self.options)
        .makeAsyncIterator()
      #expect(try await replies.next()?.status == .serviceUnknown)
      health.setServing(true)
      #expect(health.watchCount == 1)
    }
  }

  @Test("A watch that its client gave up is forgotten")
  func cancelled() async throws {
    try await withServer { health, client, _ in
      let watching = Task {
        for try await _ in try await client.watch(.init(service: ""), Self.options) {}
      }
      while health.watchCount == 0 { try await Task.sleep(for: .milliseconds(5)) }
      watching.cancel()
      while health.watchCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
      _ = await watching.result
    }
  }

  @Test("An open watch does not hold up a graceful stop")
  func stop() async throws {
    try await withServer { health, client, server in
      var replies = try await client.watch(.init(service: ""), Self.options).makeAsyncIterator()
      _ = try await replies.next()
      health.stop()
      let elapsed = await ContinuousClock().measure { await server.stop(grace: .seconds(30)) }
      #expect(elapsed < .seconds(10))
    }
  }
}
