import Foundation
import RPC
import RPCTestSupport
import Testing

/// The addresses that a server listens on, and the loops that its connections go to.
@Suite(.timeLimit(.minutes(1)))
struct ListenerTests {
  @Test(arguments: [false, true])
  func `a server serves on several ports and a Unix socket`(isTLS: Bool) async throws {
    let certificates = try Certificates()
    try certificates.make("server", "DNS:localhost")
    var options = ServerOptions()
    var channelOptions = ChannelOptions()
    if isTLS {
      options.tls = TLSOptions(
        certificateChain: certificates.path("server.pem"),
        privateKey: certificates.path("server.key"))
      channelOptions.tls = TLSOptions(
        trustRoots: certificates.path("ca.pem"), serverName: "localhost")
    }
    let service = TestService(echo: { _, call in TestMessage(call.peer.address) })
    let server = RPCServer(services: [service], options: options)
    let socket = certificates.path("s")
    var targets = ["unix:\(socket)"]
    #expect(try await server.start(host: "unix:\(socket)", port: 0) == 0)
    for _ in 0..<2 {
      targets.append("127.0.0.1:\(try await server.start(host: "127.0.0.1", port: 0))")
    }
    #expect(Set(targets).count == 3)
    for target in targets {
      let channel = RPCChannel(target: target, options: channelOptions)
      let answer = try await channel.echo(TestMessage("x"))
      #expect(answer.text.hasPrefix(target.hasPrefix("unix:") ? "unix:" : "127.0.0.1:"))
      await channel.close()
    }
    await server.stop(grace: .seconds(5))
    for target in targets {
      let channel = RPCChannel(target: target, options: channelOptions)
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .unavailable)
      await channel.close()
    }
  }

  @Test func `a socket that was left behind is replaced`() async throws {
    let certificates = try Certificates()
    let host = "unix:\(certificates.path("s"))"
    for _ in 0..<2 {
      let server = RPCServer(services: [TestService()])
      _ = try await server.start(host: host, port: 0)
      let channel = RPCChannel(target: host)
      #expect(try await channel.echo(TestMessage("x")).text == "x")
      await channel.close()
      await server.stop(grace: .seconds(5))
    }
  }

  @Test func `connections are dealt evenly to the loops`() async throws {
    var options = ServerOptions()
    options.eventLoops = 4
    let service = TestService(echo: { _, _ in TestMessage("\(pthread_self())") })
    try await withServer(service, options: options) { _, port in
      var loops: [String: Int] = [:]
      var channels: [RPCChannel] = []
      for _ in 0..<40 {
        let channel = RPCChannel(target: "127.0.0.1:\(port)")
        channels.append(channel)
        loops[try await channel.echo(TestMessage("x")).text, default: 0] += 1
      }
      #expect(loops.values.sorted() == [10, 10, 10, 10])
      for channel in channels { await channel.close() }
    }
  }

  /// "PID/task/TID" of the thread that asks.
  private static func thread() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
  }

  private func isThere(_ thread: String) -> Bool {
    FileManager.default.fileExists(atPath: "/proc/" + thread)
  }

  @Test func `event loops of a server's own end with it, shared ones do not`() async throws {
    for loops in [2, 0] {
      var options = ServerOptions()
      options.eventLoops = loops
      let service = TestService(echo: { _, _ in TestMessage(try Self.thread()) })
      let threads = try await withServer(service, options: options) { _, port in
        var threads: Set<String> = []
        for _ in 0..<4 {
          let channel = RPCChannel(target: "127.0.0.1:\(port)")
          threads.insert(try await channel.echo(TestMessage("x")).text)
          await channel.close()
        }
        return threads
      }
      if loops == 2 { #expect(threads.count == 2) }
      // Joined by now, or about to be.
      for thread in threads where loops > 0 {
        let hasEnded = try await eventually { !isThere(thread) }
        #expect(hasEnded)
      }
      if loops == 0 { #expect(threads.allSatisfy(isThere)) }
    }
  }

  @Test func `a handler that heeds no cancellation comes to its end after the stop`() async throws {
    var options = ServerOptions()
    options.eventLoops = 1
    let (isRunning, mayGo, hasEnded) = (Signal(), Signal(), Signal())
    let service = TestService(echo: { request, _ in
      isRunning.set()
      await Task.detached { try? await mayGo.wait() }.value
      hasEnded.set()
      return request
    })
    let server = RPCServer(services: [service], options: options)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = RPCChannel(target: "127.0.0.1:\(port)")
    async let call = status { _ = try await channel.echo(TestMessage("x")) }
    try await isRunning.wait()
    await server.stop(grace: .zero)
    #expect(await call?.code == .unavailable)
    mayGo.set()
    try await hasEnded.wait()
    await channel.close()
    // Once more does nothing.
    await server.stop(grace: .zero)
  }

  @Test func `a stopped server of this process is not reached any more`() async throws {
    var options = ServerOptions()
    options.eventLoops = 1
    let server = RPCServer(services: [TestService()], options: options)
    let channel = RPCChannel(inProcess: server)
    #expect(try await channel.echo(TestMessage("x")).text == "x")
    await server.stop(grace: .seconds(5))
    let error = await status { _ = try await channel.echo(TestMessage("x")) }
    #expect(error?.code == .unavailable)
    await channel.close()
  }
}
