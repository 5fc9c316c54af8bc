import NIOCore
import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct BalancerTests {
  private static func quick(_ balancing: LoadBalancing) -> RPC.ChannelOptions {
    var options = RPC.ChannelOptions()
    options.backoff.initial = .milliseconds(20)
    options.backoff.maximum = .milliseconds(50)
    options.loadBalancing = balancing
    return options
  }

  /// A server whose echo says which one it is.
  private func start(_ name: String, port: Int = 0) async throws -> (RPCServer, Int) {
    let server = RPCServer(services: [TestService(echo: { _, _ in TestMessage(name) })])
    return (server, try await server.start(host: "127.0.0.1", port: port))
  }

  private func target(_ ports: Int...) -> String {
    "ipv4:" + ports.map { "127.0.0.1:\($0)" }.joined(separator: ",")
  }

  private let patient = CallOptions(timeout: .seconds(20), waitForReady: true)

  @Test func `pick_first stays with the first address that answers and goes on with the next`()
    async throws
  {
    let (first, firstPort) = try await start("first")
    let (second, secondPort) = try await start("second")
    let (none, closed) = try await start("none")
    await none.stop(grace: .zero)
    var options = Self.quick(.pickFirst())
    // On a busy machine the first may need more than its usual head start.
    options.attemptDelay = .seconds(20)
    let channel = RPCChannel(target: target(closed, firstPort, secondPort), options: options)
    for _ in 0..<5 {
      let answer1 = try await channel.echo(TestMessage("")).text
      #expect(answer1 == "first")
    }
    await first.stop(grace: .zero)
    let answer2 = try await channel.echo(TestMessage(""), patient).text
    #expect(answer2 == "second")
    await channel.close()
    await second.stop(grace: .zero)
  }

  @Test func `pick_first goes on when an address is silent`() async throws {
    let silent = try await MuteServer()
    let (server, port) = try await start("there")
    let channel = RPCChannel(
      target: target(silent.port, port), options: Self.quick(.pickFirst()))
    // Shorter than an attempt at the silent address takes.
    let bound = CallOptions(timeout: channel.options.connectTimeout * 3 / 4)
    let answer3 = try await channel.echo(TestMessage(""), bound).text
    #expect(answer3 == "there")
    await channel.close()
    await server.stop(grace: .zero)
    await silent.close()
  }

  @Test func `pick_first in random order uses each address at some time`() async throws {
    let (first, firstPort) = try await start("first")
    let (second, secondPort) = try await start("second")
    var seen: Set<String> = []
    for _ in 0..<64 where seen.count < 2 {
      let channel = RPCChannel(
        target: target(firstPort, secondPort), options: Self.quick(.pickFirst(shuffled: true)))
      seen.insert(try await channel.echo(TestMessage("")).text)
      await channel.close()
    }
    #expect(seen == ["first", "second"])
    await first.stop(grace: .zero)
    await second.stop(grace: .zero)
  }

  @Test func `round_robin spreads calls and leaves out who is gone until it is back`() async throws
  {
    let (first, firstPort) = try await start("first")
    let (second, secondPort) = try await start("second")
    let channel = RPCChannel(
      target: target(firstPort, secondPort), options: Self.quick(.roundRobin))
    func seen(_ count: Int = 20) async throws -> [String: Int] {
      var seen: [String: Int] = [:]
      for _ in 0..<count {
        seen[try await channel.echo(TestMessage(""), patient).text, default: 0] += 1
      }
      return seen
    }
    try await expectEventually { (try? await seen())?.count == 2 }
    let answer4 = try await seen()
    #expect(answer4 == ["first": 10, "second": 10])
    await second.stop(grace: .zero)
    try await expectEventually { (try? await seen()) == ["first": 20] }
    let (third, _) = try await start("third", port: secondPort)
    try await expectEventually { (try? await seen()) == ["first": 10, "third": 10] }
    await first.stop(grace: .zero)
    await third.stop(grace: .zero)
    try await expectEventually { await channel.state == .transientFailure }
    let error = await status { _ = try await channel.echo(TestMessage("")) }
    #expect(error?.code == .unavailable)
    await channel.close()
    #expect(await channel.state == .shutdown)
  }

  @Test func `a name is looked up again when its address is lost`() async throws {
    let (first, firstPort) = try await start("first")
    let (second, secondPort) = try await start("second")
    let found = Mutex(firstPort)
    let asked = Mutex(0)
    var options = Self.quick(.pickFirst())
    options.resolutionInterval = .milliseconds(20)
    options.lookUp = { host, port in
      #expect(host == "moving.example" && port == 7)
      asked.withLock { $0 += 1 }
      return [try SocketAddress(ipAddress: "127.0.0.1", port: found.withLock { $0 })]
    }
    let channel = RPCChannel(target: "moving.example:7", options: options)
    let answer5 = try await channel.echo(TestMessage("")).text
    #expect(answer5 == "first")
    found.withLock { $0 = secondPort }
    await first.stop(grace: .zero)
    let answer6 = try await channel.echo(TestMessage(""), patient).text
    #expect(answer6 == "second")
    #expect(asked.withLock { $0 } >= 2)
    await channel.close()
    await second.stop(grace: .zero)
  }

  @Test func `a name that is not found fails calls, and those that wait get it when it is`()
    async throws
  {
    let (server, port) = try await start("found")
    let isKnown = Mutex(false)
    var options = Self.quick(.pickFirst())
    options.lookUp = { host, _ in
      guard isKnown.withLock({ $0 }) else { throw NameLookupFailure(host: host, code: -2) }
      return [try SocketAddress(ipAddress: "127.0.0.1", port: port)]
    }
    let channel = RPCChannel(target: "new.example:1", options: options)
    let error = await status { _ = try await channel.echo(TestMessage("")) }
    #expect(error?.code == .unavailable)
    #expect(error.map { "\($0)" }?.contains("new.example") == true)
    let waiting = Task { try await channel.echo(TestMessage(""), patient) }
    isKnown.withLock { $0 = true }
    let answer7 = try await waiting.value.text
    #expect(answer7 == "found")
    await channel.close()
    await server.stop(grace: .zero)
  }

  @Test func `a real name leads to its server`() async throws {
    let (server, port) = try await start("local")
    let channel = RPCChannel(target: "dns:///localhost:\(port)", options: Self.quick(.pickFirst()))
    let answer8 = try await channel.echo(TestMessage("")).text
    #expect(answer8 == "local")
    await channel.close()
    await server.stop(grace: .zero)
  }
}
