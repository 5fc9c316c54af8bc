import RPC
import RPCTestSupport
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ClientInterceptorTests {
  @TaskLocal static var tag = "none"

  /// Adds metadata and notes how calls end.
  private struct Tagging: ClientInterceptor {
    let name: String
    let ends: Ends

    func intercept(
      _ call: OutgoingCall, _ next: (OutgoingCall) async throws -> CallEnd
    ) async throws -> CallEnd {
      var call = call
      call.options.metadata.add("tag", "\(name)-\(ClientInterceptorTests.tag)")
      do {
        let end = try await next(call)
        ends.add("\(name) \(call.method.name) OK \(end.trailingMetadata["end"] ?? "")")
        return end
      } catch {
        ends.add("\(name) \(call.method.name) \((error as? RPCError)?.code.name ?? "\(error)")")
        throw error
      }
    }
  }

  private struct Refusing: ClientInterceptor {
    func intercept(
      _ call: OutgoingCall, _ next: (OutgoingCall) async throws -> CallEnd
    ) async throws -> CallEnd { throw RPCError(.permissionDenied, "Not here.") }
  }

  private struct Ignoring: ClientInterceptor {
    func intercept(
      _ call: OutgoingCall, _ next: (OutgoingCall) async throws -> CallEnd
    ) async throws -> CallEnd {
      throw CancellationError()
    }
  }

  private final class Ends: Sendable {
    private let entries = Mutex<[String]>([])
    func add(_ entry: String) { entries.withLock { $0.append(entry) } }
    var all: [String] { entries.withLock { $0 } }
  }

  private static let service = TestService(
    echo: { request, call in
      call.addTrailingMetadata(["end": "here"])
      if request.text == "fail" { throw RPCError(.notFound, "No.") }
      return TestMessage(call.metadata.values("tag").joined(separator: ","))
    },
    numbers: { request, replies, call in
      try await replies.write(TestMessage(call.metadata.values("tag").joined(separator: ",")))
      if request.text == "1" { throw RPCError(.aborted, "No.") }
      if request.text == "2" { while true { try await replies.write(TestMessage(count: 1_000)) } }
    })

  private func options(_ interceptors: [any ClientInterceptor]) -> ChannelOptions {
    var options = ChannelOptions()
    options.interceptors = interceptors
    return options
  }

  @Test func `interceptors stand around every call, the first outermost, and see its end`()
    async throws
  {
    let ends = Ends()
    let channel = options([Tagging(name: "a", ends: ends), Tagging(name: "b", ends: ends)])
    try await withServer(Self.service, channel: channel) { channel, _ in
      let reply = try await Self.$tag.withValue("x") { try await channel.echo(TestMessage("")) }
      #expect(reply.text == "a-x,b-x")
      let failed = await status { _ = try await channel.echo(TestMessage("fail")) }
      #expect(failed?.code == .notFound)
      #expect(
        ends.all == ["b Echo OK here", "a Echo OK here", "b Echo NOT_FOUND", "a Echo NOT_FOUND"])
    }
  }

  @Test func `a streaming call is seen to its end, also when its reader goes`() async throws {
    let ends = Ends()
    try await withServer(Self.service, channel: options([Tagging(name: "a", ends: ends)])) {
      channel, _ in
      var replies: [String] = []
      try await Self.$tag.withValue("x") {
        for try await reply in try await channel.numbers(below: 0) { replies.append(reply.text) }
      }
      #expect(replies == ["a-x"])
      try await expectEnds(ends, ["a Numbers OK "])
      let failed = await status {
        for try await _ in try await channel.numbers(below: 1) {}
      }
      #expect(failed?.code == .aborted)
      try await expectEnds(ends, ["a Numbers OK ", "a Numbers ABORTED"])
      do {
        let endless = try await channel.numbers(below: 2)
        var iterator = endless.makeAsyncIterator()
        _ = try await iterator.next()
      }
      try await expectEnds(ends, ["a Numbers OK ", "a Numbers ABORTED", "a Numbers CANCELLED"])
    }
  }

  private func expectEnds(_ ends: Ends, _ expected: [String]) async throws {
    _ = try await eventually { ends.all == expected }
    #expect(ends.all == expected)
  }

  @Test func `an interceptor may refuse a call`() async throws {
    for (interceptor, code): (any ClientInterceptor, RPCError.Code) in [
      (Refusing(), .permissionDenied), (Ignoring(), .cancelled),
    ] {
      try await withServer(Self.service, channel: options([interceptor])) { channel, _ in
        let unary = await status { _ = try await channel.echo(TestMessage("")) }
        #expect(unary?.code == code)
        let stream = await status { _ = try await channel.numbers(below: 1) }
        #expect(stream?.code == code)
      }
    }
  }

  private final class Counting: ClientObserver {
    let calls = Mutex<[String]>([])
    let started = Mutex(0)

    func callStarted(_ method: RPCMethod) { started.withLock { $0 += 1 } }
    func callEnded(_ method: RPCMethod, _ outcome: CallOutcome) {
      calls.withLock { calls in
        calls.append(
          "\(method.name) \(outcome.code.name) \(outcome.requestBytes) \(outcome.replyBytes)")
      }
    }
    var all: [String] { calls.withLock { $0 } }
  }

  @Test func `an observer sees each call once, with its code and its bytes`() async throws {
    let observer = Counting()
    var options = ChannelOptions()
    options.observer = observer
    let service = TestService(echo: { request, _ in
      if request.text == "fail" { throw RPCError(.notFound, "No.") }
      return TestMessage(request.bytes + request.bytes)
    })
    try await withServer(service, channel: options) { channel, _ in
      _ = try await channel.echo(TestMessage("four"))
      _ = try? await channel.echo(TestMessage("fail"))
      for try await _ in try await channel.numbers(below: 2) {}
      let joined = try await channel.clientStreaming(
        TestMethods.join, .bounded, as: TestMessage.self
      ) { (requests: RequestWriter<TestMessage>) in
        for text in ["a", "b"] { try await requests.write(TestMessage(text)) }
      }
      #expect(joined.text == "a,b")
      _ = try await eventually { observer.all.count == 4 }
      #expect(
        observer.all == ["Echo OK 9 13", "Echo NOT_FOUND 9 0", "Numbers OK 6 12", "Join OK 12 8"])
      await channel.close()
      _ = try? await channel.echo(TestMessage("late"))
      #expect(observer.all.last == "Echo UNAVAILABLE 0 0")
      #expect(observer.started.withLock { $0 } == 5)
    }
  }
}
