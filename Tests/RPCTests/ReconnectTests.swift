import RPCTestSupport
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct ReconnectTests {
  private static var quick: ChannelOptions {
    var options = ChannelOptions()
    options.backoff.initial = .milliseconds(20)
    options.backoff.maximum = .milliseconds(50)
    return options
  }

  /// A port that nobody listens on.
  private func freePort() async throws -> Int {
    let server = RPCServer(services: [])
    let port = try await server.start(host: "127.0.0.1", port: 0)
    await server.stop(grace: .zero)
    return port
  }

  @Test func `without a server a call fails at once and says what it tried`() async throws {
    let port = try await freePort()
    let channel = RPCChannel(target: "127.0.0.1:\(port)", options: Self.quick)
    for _ in 0..<3 {
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .unavailable)
      #expect(error?.message == "There is no connection to 127.0.0.1:\(port).")
      #expect(error?.cause != nil)
    }
    await channel.close()
  }

  @Test(arguments: ["nonsense", "host:", "host:0", "host:99999", ":", "unix:"])
  func `a target that makes no sense is unavailable`(target: String) async throws {
    let channel = RPCChannel(target: target, options: Self.quick)
    let error = await status { _ = try await channel.echo(TestMessage("x")) }
    #expect(error?.code == .unavailable)
    await channel.close()
  }

  @Test func `a call that waits for ready is made when the server comes`() async throws {
    let port = try await freePort()
    let channel = RPCChannel(target: "127.0.0.1:\(port)", options: Self.quick)
    let options = CallOptions(timeout: .seconds(20), waitForReady: true)
    let call = Task { try await channel.echo(TestMessage("x"), options) }
    let failing = await status { _ = try await channel.echo(TestMessage("x")) }
    #expect(failing?.code == .unavailable)
    let server = RPCServer(services: [TestService()])
    _ = try await server.start(host: "127.0.0.1", port: port)
    let answer = try await call.value
    #expect(answer.text == "x")
    await channel.close()
    await server.stop(grace: .seconds(1))
  }

  @Test func `a call that waits for ready ends at its deadline or with its task`() async throws {
    let channel = RPCChannel(target: "127.0.0.1:\(try await freePort())", options: Self.quick)
    let options = CallOptions(timeout: .milliseconds(200), waitForReady: true)
    let late = await status { _ = try await channel.echo(TestMessage("x"), options) }
    #expect(late?.code == .deadlineExceeded)
    let call = Task {
      try await channel.echo(TestMessage("x"), CallOptions(timeout: nil, waitForReady: true))
    }
    call.cancel()
    let cancelled = await status { _ = try await call.value }
    #expect(cancelled?.code == .cancelled)
    await channel.close()
  }

  @Test func `a channel comes back after its server did`() async throws {
    let first = RPCServer(services: [TestService()])
    let port = try await first.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)", options: Self.quick)
    _ = try await channel.echo(TestMessage("x"))
    await first.stop(grace: .seconds(1))
    let gone = await status { _ = try await channel.echo(TestMessage("x")) }
    #expect(gone?.code == .unavailable)
    let second = RPCServer(services: [TestService()])
    _ = try await second.start(host: "127.0.0.1", port: port)
    let options = CallOptions(timeout: .seconds(20), waitForReady: true)
    let answer = try await channel.echo(TestMessage("again"), options)
    #expect(answer.text == "again")
    await channel.close()
    await second.stop(grace: .seconds(1))
  }

  @Test func `a closed channel takes no calls`() async throws {
    try await withServer { channel, _ in
      await channel.close()
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .unavailable)
    }
  }

  @Test func `a connection that goes silent is noticed by keepalive`() async throws {
    let silent = try await SilentServer()
    var options = Self.quick
    options.keepalive = .milliseconds(50)
    options.keepaliveTimeout = .milliseconds(50)
    options.keepaliveFloor = .zero
    let channel = RPCChannel(target: "127.0.0.1:\(silent.port)", options: options)
    let error = await status { _ = try await channel.echo(TestMessage("x")) }
    #expect(error?.code == .unavailable)
    await channel.close()
    await silent.close()
  }
}
