import RPC
import RPCTestSupport
import Synchronization
import Testing

/// Ended calls, as the observer saw them.
final class Recorder: ServerObserver {
  struct Ended: Sendable {
    let method: RPCMethod
    let outcome: CallOutcome
    var code: RPCError.Code { outcome.code }
    var error: RPCError? { outcome.error }
  }

  private let ended = Mutex<[Ended]>([])
  private let failed = Atomic<Int>(0)
  var calls: [Ended] { ended.withLock { $0 } }
  /// Connections that ended by an error.
  var failures: Int { failed.load(ordering: .relaxed) }

  func callStarted(_ call: ServerCall, of method: RPCMethod) {}
  func callEnded(_ call: ServerCall, of method: RPCMethod, _ outcome: CallOutcome) {
    ended.withLock { $0.append(Ended(method: method, outcome: outcome)) }
  }
  func connectionFailed(_ address: String, _ error: any Error) {
    failed.add(1, ordering: .relaxed)
  }
}

@Suite(.timeLimit(.minutes(1)))
struct StatusTests {
  struct Secret: Error {}

  private func failure(
    _ service: TestService, options: ServerOptions = ServerOptions()
  ) async throws -> RPCError? {
    try await withServer(service, options: options) { channel, _ in
      await status { _ = try await channel.echo(TestMessage("x")) }
    }
  }

  @Test(arguments: RPCError.Code.allCases.filter { $0 != .ok })
  func `every code arrives with its message, details and metadata`(code: RPCError.Code) async throws
  {
    let thrown = RPCError(
      code, "100% wrong:\nça ☠ ", details: [8, 3, 0xff], metadata: ["reason": "because"])
    let error = try await failure(TestService(echo: { _, _ in throw thrown }))
    #expect(error?.code == code)
    #expect(error?.message == thrown.message)
    #expect(error?.details == thrown.details)
    #expect(error?.metadata["reason"] == "because")
  }

  @Test func `what is no RPCError tells outsiders nothing and the observer everything`()
    async throws
  {
    let recorder = Recorder()
    var options = ServerOptions()
    options.observer = recorder
    let error = try await failure(TestService(echo: { _, _ in throw Secret() }), options: options)
    #expect(error?.code == .unknown)
    #expect(error?.message == "The call failed.")
    #expect(recorder.calls.count == 1)
    #expect(recorder.calls.first?.error?.cause is Secret)
  }

  @Test func `an error cannot pretend to be a success`() async throws {
    let error = try await failure(TestService(echo: { _, _ in throw RPCError(.ok, "fine") }))
    #expect(error?.code == .unknown)
  }

  @Test func `replies before an error are read before it`() async throws {
    let service = TestService(numbers: { _, replies, _ in
      for number in 0..<10 { try await replies.write(TestMessage("\(number)")) }
      throw RPCError(.aborted, "enough")
    })
    try await withServer(service) { channel, _ in
      var received = 0
      let error = await status {
        for try await _ in try await channel.numbers(below: 0) { received += 1 }
      }
      #expect(received == 10)
      #expect(error?.code == .aborted)
    }
  }

  @Test func `an unknown method and an unknown service are unimplemented`() async throws {
    try await withServer { channel, _ in
      for (service, name) in [("test.Service", "Nothing"), ("test.Nothing", "Echo")] {
        let method = RPCMethod(service: service, name: name, kind: .unary, idempotency: .unknown)
        let error = await status {
          _ = try await channel.unary(method, TestMessage("x"), .bounded, as: TestMessage.self)
        }
        #expect(error?.code == .unimplemented)
      }
    }
  }

  @Test func `the observer sees refused calls too, by a name of bounded length`() async throws {
    let recorder = Recorder()
    var options = ServerOptions()
    options.observer = recorder
    try await withServer(options: options) { channel, port in
      for name in ["Nothing", String(repeating: "x", count: 5_000)] {
        let method = RPCMethod(
          service: "test.Service", name: name, kind: .unary, idempotency: .unknown)
        _ = await status {
          _ = try await channel.unary(method, TestMessage("x"), .bounded, as: TestMessage.self)
        }
      }
      _ = try await RawCall.make(port, Frames.call + [("grpc-timeout", "soon")])
    }
    try #require(recorder.calls.map(\.code) == [.unimplemented, .unimplemented, .internalError])
    #expect(recorder.calls[0].method.path == "/test.Service/Nothing")
    #expect(recorder.calls[1].method.path.utf8.count == 256)
    #expect(recorder.calls[2].method == TestMethods.echo)
  }

  @Test func `the observer learns the bytes of a call's messages`() async throws {
    let recorder = Recorder()
    var options = ServerOptions()
    options.observer = recorder
    try await withServer(options: options) { channel, _ in
      _ = try await channel.echo(TestMessage(count: 1_000))
      for try await _ in try await channel.numbers(below: 10) {}
    }
    // Each message has a prefix of five bytes.
    #expect(recorder.calls.map(\.outcome.requestBytes) == [1_005, 7])
    #expect(recorder.calls.map(\.outcome.replyBytes) == [1_005, 60])
  }

  @Test func `a request that cannot be read is invalid, such a reply is internal`() async throws {
    try await withServer(TestService(echo: { _, _ in TestMessage([0xff]) })) { channel, _ in
      let request = await status { _ = try await channel.echo(TestMessage([0xff])) }
      #expect(request?.code == .invalidArgument)
      let reply = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(reply?.code == .internalError)
    }
  }

  @Test func `the authenticator decides before the message is read and names the principal`()
    async throws
  {
    final class Name: Sendable {
      let text: String
      init(_ text: String) { self.text = text }
    }
    var options = ServerOptions()
    options.authenticate = { call in
      guard let name = call.metadata["name"] else { throw RPCError(.unauthenticated, "Who?") }
      return Name(name)
    }
    let service = TestService(echo: { _, call in
      TestMessage((call.principal as? Name)?.text ?? "nobody")
    })
    try await withServer(service, options: options) { channel, _ in
      let refused = await status { _ = try await channel.echo(TestMessage([0xff])) }
      #expect(refused?.code == .unauthenticated)
      let options = CallOptions(metadata: ["name": "Ada"], timeout: .seconds(20))
      let answer = try await channel.echo(TestMessage("x"), options)
      #expect(answer.text == "Ada")
    }
  }

  /// What is let on the second time would run as whoever it was the first time.
  @Test(arguments: [true, false])
  func `an interceptor that lets a call on twice ends it`(authenticates: Bool) async throws {
    struct Twice: ServerInterceptor {
      func intercept(
        _ call: ServerCall, _ next: (ServerCall) async throws -> Void
      ) async throws {
        try await next(call)
        try await next(call)
      }
    }
    var options = ServerOptions()
    options.interceptors = [Twice()]
    if authenticates { options.authenticate = { _ in nil } }
    let handled = Mutex(0)
    let service = TestService(echo: { request, _ in
      handled.withLock { $0 += 1 }
      return request
    })
    try await withServer(service, options: options) { channel, _ in
      let twice = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(twice?.code == .internalError)
    }
    #expect(handled.withLock { $0 } == 1)
  }

  @Test func `a call has nothing of who made the call before on its connection`() async throws {
    final class Known: Sendable {}
    var options = ServerOptions()
    options.authenticate = { call in call.metadata["name"].map { _ in Known() } }
    let service = TestService(echo: { _, call in
      TestMessage(call.principal is Known ? "known" : "nobody")
    })
    try await withServer(service, options: options) { channel, _ in
      for _ in 0..<10 {
        let named = CallOptions(metadata: ["name": "Ada"], timeout: .seconds(20))
        let known = try await channel.echo(TestMessage("x"), named)
        let next = try await channel.echo(TestMessage("x"))
        #expect(known.text == "known" && next.text == "nobody")
      }
    }
  }
}
