import ArgumentParser
import Foundation
import Glibc
import LoadProtos
import RPC

/// Calls bench.Echo/Unary by our client in a closed loop and prints its calls a second and its CPU
/// microseconds per call. Calls carry what the benchmark calls full headers; every reply is decoded
/// and looked at. Callers are where their channel is, as callbacks of other clients are.
@main struct EchoClient: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echo-client", abstract: "The client that the benchmark measures.")

  @Option(help: "The server's port on this machine.") var port: Int
  @Option(help: "Connections.") var connections = 8
  @Option(help: "Calls at once on each.") var streams = 100
  @Option(help: "Calls in all.") var calls = 100_000

  struct WrongReply: Error {}

  private static let options = CallOptions(
    metadata: [
      "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      "authorization": "Bearer eyJhbGciOiJFUzI1NiJ9." + String(repeating: "x", count: 399),
    ], timeout: .seconds(5))

  func run() async throws {
    let channels = (0..<connections).map { _ in RPCChannel(target: "127.0.0.1:\(port)") }
    // What connecting costs is no call's cost.
    try await call(channels, calls / 20)
    let (clock, begin, used) = (ContinuousClock(), ContinuousClock.now, Self.processorSeconds)
    try await call(channels, calls)
    let took = (clock.now - begin) / .seconds(1)
    let cost = (Self.processorSeconds - used) / Double(calls) * 1e6
    print(String(format: "%.0f %.3f", Double(calls) / took, cost))
    for channel in channels { await channel.close() }
  }

  private func call(_ channels: [RPCChannel], _ calls: Int) async throws {
    let callers = channels.count * streams
    try await withThrowingDiscardingTaskGroup { group in
      for caller in 0..<callers {
        let channel = channels[caller % channels.count]
        let client = BenchEchoClient(channel)
        group.addTask(executorPreference: channel.taskExecutor) {
          for number in stride(from: caller, to: calls, by: callers) {
            let reply = try await client.unary(Self.request(number), Self.options)
            guard reply.value == Int64(number) + 1, reply.tags.count == 4 else {
              throw WrongReply()
            }
          }
        }
      }
    }
  }

  /// As body.txtpb, with another value.
  private static func request(_ number: Int) -> BenchEchoRequest {
    BenchEchoRequest(
      id: "3f2b8c1e-7a44-4d0a-9c55-0f6d2f1b9a77", name: "warehouse-inventory-reservation-service",
      value: Int64(number), kind: .b,
      tags: ["region:eu-west", "tenant:acme-42", "prio:standard", "trace:sampled"])
  }

  /// Of all threads of this process; POSIX has a million clocks in a second.
  private static var processorSeconds: Double { Double(clock()) / 1e6 }
}
