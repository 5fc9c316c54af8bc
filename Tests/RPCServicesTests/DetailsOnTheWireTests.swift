import Contracts
import RPC
import RPCServices
import Testing

@Suite("Status details over the wire", .timeLimit(.minutes(1))) struct DetailsOnTheWireTests {
  /// A health service that fails as the status details tests have it.
  private struct Failing: GrpcHealthV1HealthServer {
    func check(
      _ request: GrpcHealthV1HealthCheckRequest, _ call: ServerCall
    ) async throws -> GrpcHealthV1HealthCheckResponse { throw StatusDetailsTests.full }

    func list(
      _ request: GrpcHealthV1HealthListRequest, _ call: ServerCall
    ) async throws -> GrpcHealthV1HealthListResponse { throw StatusDetailsTests.full }

    func watch(
      _ request: GrpcHealthV1HealthCheckRequest,
      _ replies: ReplyWriter<GrpcHealthV1HealthCheckResponse>, _ call: ServerCall
    ) async throws { throw StatusDetailsTests.full }
  }

  @Test("A handler's details reach its caller")
  func details() async throws {
    let server = RPCServer(services: [Failing()])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    let error = await #expect(throws: RPCError.self) {
      _ = try await GrpcHealthV1HealthClient(channel).check(
        .init(), CallOptions(timeout: .seconds(10), waitForReady: true))
    }
    await channel.close()
    await server.stop(grace: .seconds(1))
    #expect(error?.code == .failedPrecondition)
    #expect(error?.message == StatusDetailsTests.full.message)
    #expect(error?.statusDetails == StatusDetailsTests.full.statusDetails)
    #expect(error?.statusDetails?.reason == "EVENT_NOT_ALLOWED")
  }
}
