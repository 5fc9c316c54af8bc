import InteropProtos
import RPC

extension Server {
  func emptyUnary() async throws {
    try expect(
      await client.emptyCall(GrpcTestingEmpty(), .bounded), GrpcTestingEmpty(), "the reply")
  }

  func largeUnary() async throws {
    let request = GrpcTestingSimpleRequest(responseSize: 314_159, payload: .zeros(271_828))
    try expectZeros(try await client.unaryCall(request, .bounded).payload, 314_159)
  }

  func concurrentLargeUnary() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<1_000 { group.addTask { try await largeUnary() } }
      try await group.waitForAll()
    }
  }

  /// Ten calls, each within a second.
  func soak() async throws { try await soak { try await largeUnary() } }

  /// As `soak`, each call on a channel of its own.
  func channelSoak() async throws {
    try await soak {
      let channel = RPCChannel(target: target, options: options)
      do {
        try await withChannel(channel).largeUnary()
      } catch {
        await channel.close()
        throw error
      }
      await channel.close()
    }
  }

  private func soak(_ call: () async throws -> Void) async throws {
    let clock = ContinuousClock()
    for number in 0..<10 {
      let took = try await clock.measure { try await call() }
      if took > .seconds(1) {
        throw Mismatch(description: "call \(number) took \(took), more than a second")
      }
    }
  }
}
