import RPC
import RPCTestSupport
import Testing

/// A client and a server of one process, without a socket.
@Suite(.timeLimit(.minutes(1)))
struct InProcessTests {
  private func withPipe(
    _ service: TestService = TestService(), _ options: ServerOptions = ServerOptions(),
    _ body: (RPCChannel, RPCServer) async throws -> Void
  ) async throws {
    let server = RPCServer(services: [service], options: options)
    let channel = RPCChannel(inProcess: server)
    do {
      try await body(channel, server)
    } catch {
      await channel.close()
      await server.stop(grace: .zero)
      throw error
    }
    await channel.close()
    await server.stop(grace: .seconds(5))
  }

  @Test func `all four kinds of call go through`() async throws {
    try await withPipe { channel, _ in
      for _ in 0..<100 {
        let reply = try await channel.echo(TestMessage("x"))
        #expect(reply.text == "x")
      }
      var count = 0
      for try await _ in try await channel.numbers(below: 1_000) { count += 1 }
      #expect(count == 1_000)
      let (requests, replies) = try await channel.bidirectional(
        TestMethods.chat, .bounded, requests: TestMessage.self, as: TestMessage.self)
      var iterator = replies.makeAsyncIterator()
      for size in [1, 100_000, 3_000_000] {
        try await requests.write(TestMessage(count: size))
        let reply = try await iterator.next()
        #expect(reply?.bytes.count == size)
      }
      await requests.finish()
      let last = try await iterator.next()
      #expect(last == nil)
    }
  }

  @Test func `a reader that does not read stops its writer here too`() async throws {
    let written = Counter()
    let service = TestService(numbers: { _, replies, _ in
      for _ in 0..<500 {
        try await replies.write(TestMessage(count: 10_000))
        await written.add()
      }
    })
    try await withPipe(service) { channel, _ in
      let replies = try await channel.numbers(below: 0, CallOptions(timeout: .seconds(50)))
      try await expectEventually {
        // Until it stands still.
        let seen = await written.count
        try? await Task.sleep(for: .milliseconds(100))
        return await written.count == seen && seen > 0
      }
      #expect(await written.count < 200)
      var read = 0
      for try await _ in replies { read += 1 }
      #expect(read == 500)
    }
  }

  @Test func `either end may go`() async throws {
    let cancelled = Signal()
    let started = Signal()
    let service = TestService(echo: { request, _ in
      if request.text != "wait" { return request }
      started.set()
      do { try await Task.sleep(for: .seconds(60)) } catch { cancelled.set() }
      return request
    })
    try await withPipe(service) { channel, server in
      let call = Task { try await channel.echo(TestMessage("wait")) }
      try await started.wait()
      await server.stop(grace: .zero)
      let lost = await status { _ = try await call.value }
      #expect(lost?.code == .unavailable)
      try await cancelled.wait()
      let gone = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(gone?.code == .unavailable)
    }
  }
}

private actor Counter {
  private(set) var count = 0
  func add() { count += 1 }
}
