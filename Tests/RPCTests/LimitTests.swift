import RPC
import RPCTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct LimitTests {
  @Test func `a request over the limit is exhausted at the server`() async throws {
    var options = ServerOptions()
    options.limits.messageBytes = 1_000
    try await withServer(options: options) { channel, _ in
      let answer = try await channel.echo(TestMessage(count: 1_000))
      #expect(answer.bytes.count == 1_000)
      let error = await status { _ = try await channel.echo(TestMessage(count: 1_001)) }
      #expect(error?.code == .resourceExhausted)
    }
  }

  @Test func `a method may have sizes of its own`() async throws {
    var options = ServerOptions()
    options.limits.messageBytes = 1_000
    options.messageSizes[TestMethods.echo] = MessageSizes(request: 6 << 20, reply: 2_000)
    options.messageSizes[TestMethods.numbers] = MessageSizes(request: 1)
    let service = TestService(echo: { request, _ in
      TestMessage(count: request.text == "much" ? 2_001 : 2_000)
    })
    try await withServer(service, options: options) { channel, _ in
      let answer = try await channel.echo(TestMessage(count: 5 << 20))
      #expect(answer.bytes.count == 2_000)
      let long = await status { _ = try await channel.echo(TestMessage("much")) }
      #expect(long?.code == .resourceExhausted)
      let short = await status { for try await _ in try await channel.numbers(below: 10) {} }
      #expect(short?.code == .resourceExhausted)
      for try await _ in try await channel.numbers(below: 9) {}
      let other = await status {
        _ = try await channel.clientStreaming(
          TestMethods.join, .bounded, as: TestMessage.self
        ) { (requests: RequestWriter<TestMessage>) in
          try await requests.write(TestMessage(count: 1_001))
        }
      }
      #expect(other?.code == .resourceExhausted)
    }
  }

  @Test func `a reply over the limit is exhausted at the client`() async throws {
    var options = ChannelOptions()
    options.messageBytes = 1_000
    try await withServer(channel: options) { channel, _ in
      let error = await status { _ = try await channel.echo(TestMessage(count: 1_001)) }
      #expect(error?.code == .resourceExhausted)
      let answer = try await channel.echo(TestMessage(count: 1_000))
      #expect(answer.bytes.count == 1_000)
    }
  }

  @Test func `calls beyond the concurrent streams wait their turn`() async throws {
    var options = ServerOptions()
    options.limits.concurrentStreams = 3
    let service = TestService(echo: { request, _ in
      try await Task.sleep(for: .milliseconds(5))
      return request
    })
    try await withServer(service, options: options) { channel, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<50 { group.addTask { _ = try await channel.echo(TestMessage("x")) } }
        try await group.waitForAll()
      }
    }
  }

  @Test func `a header list over the limit is exhausted`() async throws {
    try await withServer { channel, _ in
      let metadata: Metadata = ["big": String(repeating: "x", count: 20_000)]
      let error = await status {
        _ = try await channel.echo(
          TestMessage("x"), CallOptions(metadata: metadata, timeout: .seconds(20)))
      }
      #expect(error?.code == .resourceExhausted)
      let answer = try await channel.echo(TestMessage("x"))
      #expect(answer.text == "x")
    }
  }

  @Test func `a connection beyond the limit is closed`() async throws {
    var options = ServerOptions()
    options.limits.connections = 1
    try await withServer(options: options) { channel, port in
      _ = try await channel.echo(TestMessage("x"))
      let second = RPCChannel(target: "127.0.0.1:\(port)")
      let error = await status { _ = try await second.echo(TestMessage("x")) }
      #expect(error?.code == .unavailable)
      await second.close()
    }
  }
}
