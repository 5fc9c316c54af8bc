import Contracts
import Testing

@testable import RPC
@testable import RPCServices

@Suite("Health checks") struct HealthCheckTests {
  private static let call = ServerCall(
    method: GrpcHealthV1HealthMethods.check, metadata: [:], deadline: nil,
    peer: Peer(address: "test", certificateURIs: []))

  private func status(_ health: HealthService, _ name: String) async throws
    -> HealthService.Status
  {
    try await health.check(GrpcHealthV1HealthCheckRequest(service: name), Self.call).status
  }

  @Test("The server and each of its services have the status that was set last")
  func check() async throws {
    let health = HealthService(services: ["a.A"])
    for name in ["", "a.A"] {
      health.setServing(false)
      #expect(try await status(health, name) == .notServing)
      health.setServing(true)
      #expect(try await status(health, name) == .serving)
    }
    health.stop()
    health.setServing(true)
    #expect(try await status(health, "a.A") == .notServing)
  }

  @Test("A service can fail alone, and the list has the server and every service")
  func alone() async throws {
    let health = HealthService(services: ["a.A", "b.B"])
    health.setServing(true, except: ["b.B", "c.C"])
    let statuses = try await health.list(GrpcHealthV1HealthListRequest(), Self.call).statuses
    #expect(
      statuses.mapValues(\.status) == ["": .serving, "a.A": .serving, "b.B": .notServing])
    health.setServing(false, except: ["b.B"])
    #expect(try await status(health, "a.A") == .notServing)
  }

  @Test("Until it is told, it does not serve")
  func start() async throws {
    #expect(try await status(HealthService(services: []), "") == .notServing)
  }

  @Test("A service that it does not have is NOT_FOUND")
  func unknown() async {
    let error = await #expect(throws: RPCError.self) {
      _ = try await status(HealthService(services: ["a.A"]), "b.B")
    }
    #expect(error?.code == .notFound)
  }
}
