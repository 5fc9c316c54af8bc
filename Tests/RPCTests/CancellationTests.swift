import RPC
import RPCTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
  /// A service whose handlers wait until they are cancelled.
  private static func waiting(_ started: Signal, _ cancelled: Signal) -> TestService {
    @Sendable func wait() async {
      started.set()
      do { try await Task.sleep(for: .seconds(60)) } catch { cancelled.set() }
    }
    return TestService(
      echo: { request, _ in
        if request.text != "wait" { return request }
        await wait()
        return request
      }, numbers: { _, _, _ in await wait() })
  }

  @Test func `cancelling the caller's task cancels the handler`() async throws {
    let (started, cancelled) = (Signal(), Signal())
    try await withServer(Self.waiting(started, cancelled)) { channel, _ in
      let call = Task { try await channel.echo(TestMessage("wait")) }
      try await started.wait()
      call.cancel()
      let error = await status { _ = try await call.value }
      #expect(error?.code == .cancelled)
      try await cancelled.wait()
      let answer = try await channel.echo(TestMessage("still there"))
      #expect(answer.text == "still there")
    }
  }

  @Test func `letting go of the replies cancels the handler`() async throws {
    let (started, cancelled) = (Signal(), Signal())
    try await withServer(Self.waiting(started, cancelled)) { channel, _ in
      do {
        let replies = try await channel.numbers(below: 1)
        try await started.wait()
        withExtendedLifetime(replies) {}
      }
      try await cancelled.wait()
    }
  }

  @Test func `losing the connection cancels the handler`() async throws {
    let (started, cancelled) = (Signal(), Signal())
    try await withServer(Self.waiting(started, cancelled)) { channel, port in
      let other = RPCChannel(target: "127.0.0.1:\(port)")
      let call = Task { try await other.echo(TestMessage("wait")) }
      try await started.wait()
      await other.close()
      let error = await status { _ = try await call.value }
      #expect(error?.code == .unavailable)
      try await cancelled.wait()
      let answer = try await channel.echo(TestMessage("still there"))
      #expect(answer.text == "still there")
    }
  }

  @Test func `a cancelled worker serves no later call`() async throws {
    let service = TestService(echo: { request, _ in
      if request.text == "slow" { try? await Task.sleep(for: .seconds(60)) }
      return TestMessage(Task.isCancelled ? "cancelled" : "fresh")
    })
    try await withServer(service) { channel, _ in
      for _ in 0..<20 {
        _ = try? await channel.echo(TestMessage("slow"), CallOptions(timeout: .milliseconds(10)))
        let answer = try await channel.echo(TestMessage("x"))
        #expect(answer.text == "fresh")
      }
    }
  }

  @Test func `a handler may work on other executors and answer from there`() async throws {
    actor Elsewhere {
      func write(_ replies: ReplyWriter<TestMessage>, _ number: Int) async throws {
        try await replies.write(TestMessage("\(number)"))
      }
    }
    let service = TestService(numbers: { _, replies, _ in
      let elsewhere = Elsewhere()
      for number in 0..<50 {
        try await elsewhere.write(replies, number)
        try await Task.detached { try await replies.write(TestMessage("\(number)")) }.value
        await Task { @MainActor in }.value
      }
    })
    try await withServer(service) { channel, _ in
      var received = 0
      for try await _ in try await channel.numbers(below: 0) { received += 1 }
      #expect(received == 100)
    }
  }
}
