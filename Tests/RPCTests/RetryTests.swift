import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct RetryTests {
  @Test(arguments: [
    (RPCMethod.Idempotency.unknown, 1), (.idempotent, 3), (.noSideEffects, 3),
  ])
  func `a unary call is made again only where its method allows it`(
    idempotency: RPCMethod.Idempotency, calls: Int
  ) async throws {
    let failing = Failing(99)
    try await withServer(failing.service, channel: try CallPolicy.options(CallPolicy.retries)) {
      channel, _ in
      let method = CallPolicy.method("Echo", .unary, idempotency)
      let error = await status {
        _ = try await channel.unary(
          method, TestMessage("x"), .bounded, as: TestMessage.self)
      }
      #expect(error?.code == .unavailable)
      #expect(failing.calls == calls)
    }
  }

  @Test func `all four kinds of call succeed when a later attempt does`() async throws {
    for kind in 0..<4 {
      let failing = Failing(2)
      try await withServer(failing.service, channel: try CallPolicy.options(CallPolicy.retries)) {
        channel, _ in
        switch kind {
        case 0:
          let reply = try await channel.unary(
            CallPolicy.method("Echo", .unary), TestMessage("x"), .bounded, as: TestMessage.self)
          #expect(reply.text == "x")
        case 1:
          var replies: [String] = []
          for try await reply in try await channel.serverStreaming(
            CallPolicy.method("Numbers", .serverStreaming), TestMessage("x"), .bounded,
            as: TestMessage.self)
          { replies.append(reply.text) }
          #expect(replies == ["second"])
        case 2:
          let joined = try await channel.clientStreaming(
            CallPolicy.method("Join", .clientStreaming), .bounded, as: TestMessage.self
          ) { (requests: RequestWriter<TestMessage>) in
            for text in ["a", "b", "c"] { try await requests.write(TestMessage(text)) }
          }
          #expect(joined.text == "abc")
        default:
          let (requests, replies) = try await channel.bidirectional(
            CallPolicy.method("Chat", .bidirectional), .bounded, requests: TestMessage.self,
            as: TestMessage.self)
          var iterator = replies.makeAsyncIterator()
          for text in ["a", "b"] {
            try await requests.write(TestMessage(text))
            let reply = try await iterator.next()
            #expect(reply?.text == text)
          }
          await requests.finish()
          let last = try await iterator.next()
          #expect(last == nil)
        }
      }
      #expect(failing.calls == (kind == 3 ? 4 : 3))
    }
  }

  /// A server by hand: answers each call with the next of these statuses, and keeps what it got.
  private func withStatuses(
    _ statuses: [[(String, String)]], _ body: (Int, () -> [String?]) async throws -> Void
  ) async throws {
    let attempts = Mutex<[String?]>([])
    let rest = Mutex(statuses)
    let server = try await FrameServer { peer in
      var decoder = HPACKDecoder()
      peer.send(Frames.settings())
      while let frame = try await peer.next(where: { $0.kind == .headers }) {
        let fields = try decoder.decode(frame.payload)
        attempts.withLock { attempts in
          attempts.append(fields.first { $0.0 == "grpc-previous-rpc-attempts" }?.1)
        }
        let status = rest.withLock { $0.isEmpty ? [] : $0.removeFirst() }
        peer.send(
          status.isEmpty
            ? Frames.reset(frame.stream, 7)
            : Frames.headers(
              frame.stream,
              [(":status", "200"), ("content-type", "application/grpc")] + status,
              Frames.endHeaders | Frames.endStream))
      }
    }
    try await body(server.port) { attempts.withLock { $0 } }
    try await server.close()
  }

  @Test func `a server sees how often a call was made before, and says when it is made again`()
    async throws
  {
    let unavailable = ("grpc-status", "14")
    try await withStatuses([
      [unavailable, ("grpc-retry-pushback-ms", "300")], [unavailable], [("grpc-status", "5")],
      [unavailable, ("grpc-retry-pushback-ms", "-1")],
    ]) { port, attempts in
      let channel = RPCChannel(
        target: "127.0.0.1:\(port)", options: try CallPolicy.options(CallPolicy.retries))
      func call() async -> RPCError? {
        await status {
          _ = try await channel.unary(
            CallPolicy.method("Echo", .unary), TestMessage("x"), .bounded, as: TestMessage.self)
        }
      }
      let begin = ContinuousClock.now
      let first = await call()
      #expect(first?.code == .notFound)
      #expect(ContinuousClock.now - begin >= .milliseconds(300))
      let second = await call()
      #expect(second?.code == .unavailable)
      #expect(attempts() == [nil, "1", "2", nil])
      await channel.close()
    }
  }

  @Test func `a refused call is made again once, whatever its method and kind`() async throws {
    try await withStatuses([[], [("grpc-status", "5")], [], [], [], [("grpc-status", "5")]]) {
      port, attempts in
      let channel = RPCChannel(target: "127.0.0.1:\(port)")
      for code in [RPCError.Code.notFound, .unavailable] {
        let error = await status { _ = try await channel.echo(TestMessage("x")) }
        #expect(error?.code == code)
      }
      let stream = await status {
        for try await _ in try await channel.numbers(below: 1) {}
      }
      #expect(stream?.code == .notFound)
      #expect(attempts() == [nil, nil, nil, nil, nil, nil])
      await channel.close()
    }
  }

  @Test func `a call whose response has begun is not made again`() async throws {
    let failing = Failing(99)
    try await withServer(failing.service, channel: try CallPolicy.options(CallPolicy.retries)) {
      channel, _ in
      let error = await status {
        for try await _ in try await channel.serverStreaming(
          CallPolicy.method("Numbers", .serverStreaming), TestMessage("late"), .bounded,
          as: TestMessage.self)
        {}
      }
      #expect(error?.code == .unavailable)
      #expect(failing.calls == 1)
    }
  }

  @Test func `a call that has sent more than is kept is not made again`() async throws {
    let failing = Failing(99)
    var options = try CallPolicy.options(CallPolicy.retries)
    options.replayBytes = 100
    try await withServer(failing.service, channel: options) { channel, _ in
      let large = await status {
        _ = try await channel.unary(
          CallPolicy.method("Echo", .unary), TestMessage(count: 101), .bounded, as: TestMessage.self
        )
      }
      #expect(large?.code == .unavailable)
      #expect(failing.calls == 1)
      let stream = await status {
        _ = try await channel.clientStreaming(
          CallPolicy.method("Join", .clientStreaming), .bounded, as: TestMessage.self
        ) { (requests: RequestWriter<TestMessage>) in
          for _ in 0..<3 { try await requests.write(TestMessage(count: 40)) }
        }
      }
      #expect(stream?.code == .unavailable)
      #expect(failing.calls == 2)
    }
  }

  @Test func `the deadline of a call bounds its attempts together`() async throws {
    let slow = CallPolicy.retries.replacing("0.01s", with: "30s").replacing("0.02s", with: "30s")
    let failing = Failing(99)
    try await withServer(failing.service, channel: try CallPolicy.options(slow)) { channel, _ in
      let begin = ContinuousClock.now
      let error = await status {
        _ = try await channel.unary(
          CallPolicy.method("Echo", .unary), TestMessage("x"),
          CallOptions(timeout: .seconds(1)),
          as: TestMessage.self)
      }
      #expect(error?.code == .deadlineExceeded)
      #expect(ContinuousClock.now - begin < .seconds(10))
      let before = failing.calls
      let call = Task {
        try await channel.unary(
          CallPolicy.method("Echo", .unary), TestMessage("x"), CallOptions(), as: TestMessage.self)
      }
      try await expectEventually { failing.calls > before }
      call.cancel()
      let cancelled = await status { _ = try await call.value }
      #expect(cancelled?.code == .cancelled)
    }
  }

  @Test func `a server without a listener is tried again as the policy says`() async throws {
    let free = RPCServer(services: [])
    let port = try await free.start(host: "127.0.0.1", port: 0)
    await free.stop(grace: .zero)
    var options = try CallPolicy.options(
      CallPolicy.retries.replacing("0.01s", with: "2s").replacing("0.02s", with: "2s")
        .replacing("\"maxAttempts\": 3", with: "\"maxAttempts\": 5"))
    options.backoff.initial = .milliseconds(10)
    options.backoff.maximum = .milliseconds(10)
    let channel = RPCChannel(target: "127.0.0.1:\(port)", options: options)
    let call = Task {
      try await channel.unary(
        CallPolicy.method("Echo", .unary), TestMessage("x"), .bounded, as: TestMessage.self)
    }
    try await expectEventually { await channel.state == .transientFailure }
    let server = RPCServer(services: [TestService()])
    _ = try await server.start(host: "127.0.0.1", port: port)
    let reply = try await call.value
    #expect(reply.text == "x")
    await channel.close()
    await server.stop(grace: .zero)
  }

  @Test func `failures use up the right to further attempts for the whole channel`() async throws {
    let failing = Failing(99)
    let options = try CallPolicy.options(
      CallPolicy.retries, throttling: #", "retryThrottling": {"maxTokens": 4, "tokenRatio": 1}"#)
    try await withServer(failing.service, channel: options) { channel, _ in
      for calls in [2, 3, 4] {
        _ = await status {
          _ = try await channel.unary(
            CallPolicy.method("Echo", .unary), TestMessage("x"), .bounded, as: TestMessage.self)
        }
        #expect(failing.calls == calls)
      }
    }
  }
}
