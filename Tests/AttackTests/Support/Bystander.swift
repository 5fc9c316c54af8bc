import RPC
import RPCTestSupport

/// A client that has nothing to do with the attack and calls all the while.
actor Bystander {
  private static let method = RPCMethod(
    service: "grpc.testing.TestService", name: "EmptyCall", kind: .unary, idempotency: .unknown)

  private let channel: RPCChannel
  private(set) var answered = 0

  init(port: Int) { channel = RPCChannel(target: "127.0.0.1:\(port)") }

  func call() async throws {
    _ = try await channel.unary(
      Self.method, TestMessage([]), .bounded, as: TestMessage.self)
    answered += 1
  }

  /// Calls until the task is cancelled; answers what went wrong.
  func run() async -> [RPCError] {
    answered = 0
    var failures: [RPCError] = []
    while !Task.isCancelled {
      do {
        try await call()
        try await Task.sleep(for: .milliseconds(2))
      } catch let error as RPCError where !Task.isCancelled {
        failures.append(error)
      } catch {
        break
      }
    }
    return failures
  }

  func close() async { await channel.close() }
}
