import Foundation
import RPCTestSupport
import Testing

@testable import RPC

/// What a server holds at most, whatever its peers do: counted by the budgets themselves.
@Suite(.timeLimit(.minutes(2)), .serialized)
struct BudgetTests {
  private static let widest: UInt32 = 0x7fff_ffff

  private func serve(
    _ service: TestService = TestService(), unreadBytes: Int,
    _ body: (ServerCore, Int) async throws -> Void
  ) async throws {
    var options = ServerOptions()
    options.eventLoops = 2
    options.limits.unreadBytes = unreadBytes
    let server = RPCServer(services: [service], options: options)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    do { try await body(server.core, port) } catch {
      await server.stop(grace: .zero)
      throw error
    }
    await server.stop(grace: .zero)
  }

  /// A peer with the widest windows that reads nothing and makes as many calls.
  private func greedy(_ port: Int, _ method: RPCMethod, calls: Int) async throws -> FramePeer {
    let peer = try await FramePeer(port: port, settings: [(4, Self.widest)])
    try await peer.stopReading()
    peer.send(Frames.windowUpdate(0, Self.widest - 65_535))
    let fields = Frames.call.map { $0.0 == ":path" ? ($0.0, method.path) : $0 }
    peer.send(
      (0..<calls).flatMap { call in
        let stream = UInt32(2 * call + 1)
        return Frames.headers(stream, fields)
          + Frames.frame(.data, Frames.endStream, stream, Frames.message([7]))
      })
    return peer
  }

  /// The most that was held until it did not change for half a second.
  private func settled(_ budget: ByteBudget) async throws -> Int {
    var (last, same, most) = (-1, 0, 0)
    for _ in 0..<600 where same < 10 {
      let held = budget.held
      most = max(most, held)
      same = held == last && held > 0 ? same + 1 : 0
      last = held
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(same == 10)
    return most
  }

  @Test func `replies to readers that never read hold no more than the budget`() async throws {
    let budget = 4 << 20
    let service = TestService(numbers: { request, replies, _ in
      if let count = Int(request.text) {
        for number in 0..<count { try await replies.write(TestMessage("\(number)")) }
      } else {
        while true { try await replies.write(TestMessage(count: 10_000)) }
      }
    })
    try await serve(service, unreadBytes: budget) { core, port in
      var peers: [FramePeer] = []
      for _ in 0..<8 { peers.append(try await greedy(port, TestMethods.numbers, calls: 125)) }
      let most = try await settled(core.unread)
      // 64 MB without it.
      #expect(most > budget / 2)
      #expect(most <= budget + 8 * (ByteAccount.fairBytes + (16 << 10)))
      // Who reads is served, by calls of all kinds.
      let channel = RPCChannel(target: "127.0.0.1:\(port)")
      let answer = try await channel.echo(TestMessage(count: 10_000))
      #expect(answer.bytes.count == 10_000)
      var received = 0
      for try await _ in try await channel.numbers(below: 1_000) { received += 1 }
      #expect(received == 1_000)
      await channel.close()
      for peer in peers { await peer.close() }
      let isFree = try await eventually { core.unread.held < ByteAccount.fairBytes }
      #expect(isFree)
    }
  }

  @Test func `a thousand single replies that nobody reads hold no more than the budget`()
    async throws
  {
    // More than the sockets of both ends take by themselves.
    let budget = 32 << 20
    let reply = 256 << 10
    let service = TestService(echo: { request, _ in
      request.bytes == [7] ? TestMessage(count: reply) : request
    })
    try await serve(service, unreadBytes: budget) { core, port in
      let peer = try await greedy(port, TestMethods.echo, calls: 1_000)
      let most = try await settled(core.unread)
      // 256 MiB without it.
      #expect(most > budget / 2)
      #expect(most <= budget + ByteAccount.fairBytes + reply + (16 << 10))
      let channel = RPCChannel(target: "127.0.0.1:\(port)")
      _ = try await channel.echo(TestMessage("others go on"))
      await channel.close()
      await peer.close()
      let isFree = try await eventually { core.unread.held < ByteAccount.fairBytes }
      #expect(isFree)
    }
  }

  @Test func `calls that are opened and left are counted, and others go on`() async throws {
    let budget = 1 << 20
    try await serve(TestService(), unreadBytes: budget) { core, port in
      let peer = try await FramePeer(port: port)
      peer.send((0..<1_000).flatMap { Frames.headers(UInt32(2 * $0 + 1)) })
      let refused = try await eventually {
        peer.frames.count { $0.kind == .reset && $0.errorCode == 11 } > 700
      }
      #expect(refused)
      #expect(core.unread.held <= budget + ByteAccount.fairBytes)
      let channel = RPCChannel(target: "127.0.0.1:\(port)")
      _ = try await channel.echo(TestMessage("others go on"))
      await channel.close()
      await peer.close()
      let isFree = try await eventually { core.unread.held < ByteAccount.fairBytes }
      #expect(isFree)
    }
  }
}
