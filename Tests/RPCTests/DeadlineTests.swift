import RPC
import RPCTestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct DeadlineTests {
  @Test func `a deadline ends the call at both ends and cancels the handler`() async throws {
    let (started, cancelled) = (Signal(), Signal())
    let recorder = Recorder()
    var options = ServerOptions()
    options.observer = recorder
    let service = TestService(echo: { request, _ in
      if request.text == "connect" { return request }
      started.set()
      do { try await Task.sleep(for: .seconds(60)) } catch { cancelled.set() }
      return request
    })
    try await withServer(service, options: options) { channel, _ in
      _ = try await channel.echo(TestMessage("connect"))
      // On a busy machine a short one passes before the call is there.
      for timeout in [Duration.milliseconds(500), .seconds(3), .seconds(10)] where !started.isSet {
        let start = ContinuousClock.now
        let error = await status {
          _ = try await channel.echo(TestMessage("x"), CallOptions(timeout: timeout))
        }
        #expect(error?.code == .deadlineExceeded)
        #expect(ContinuousClock.now - start >= timeout)
      }
      try await cancelled.wait()
      let isRecorded = try await eventually {
        recorder.calls.contains { $0.code == .deadlineExceeded || $0.code == .cancelled }
      }
      #expect(isRecorded)
    }
  }

  @Test func `what remains of a deadline bounds the calls made inside the call`() async throws {
    let service = TestService(echo: { request, call in
      guard request.text == "outer" else {
        let remaining = call.deadline?.remaining ?? .zero
        return TestMessage(remaining > .zero && remaining < .seconds(20) ? "bounded" : "unbounded")
      }
      return request
    })
    try await withServer(service) { inner, port in
      let outer = TestService(echo: { _, _ in
        try await inner.echo(TestMessage("inner"), CallOptions())
      })
      try await withServer(outer) { channel, _ in
        let answer = try await channel.echo(TestMessage("x"))
        #expect(answer.text == "bounded")
      }
    }
  }

  @Test func `a deadline that has passed makes no call`() async throws {
    let wasCalled = Signal()
    let service = TestService(
      echo: { request, _ in
        if request.text == "late" { wasCalled.set() }
        return request
      }, numbers: { _, _, _ in wasCalled.set() })
    try await withServer(service) { channel, _ in
      // Without a connection, then with one.
      for _ in 0..<2 {
        let unary = await status {
          _ = try await channel.echo(TestMessage("late"), CallOptions(timeout: .zero))
        }
        #expect(unary?.code == .deadlineExceeded)
        let stream = await status {
          for try await _ in try await channel.numbers(below: 1, CallOptions(timeout: .zero)) {}
        }
        #expect(stream?.code == .deadlineExceeded)
        _ = try await channel.echo(TestMessage("connect"))
      }
      #expect(!wasCalled.isSet)
    }
  }

  @Test func `a stream ends at its deadline though nobody reads it`() async throws {
    let cancelled = Signal()
    let service = TestService(numbers: { _, replies, _ in
      defer { cancelled.set() }
      while true { try await replies.write(TestMessage(count: 10_000)) }
    })
    try await withServer(service) { channel, _ in
      _ = try await channel.echo(TestMessage("connect"))
      let replies = try await channel.numbers(below: 1, CallOptions(timeout: .seconds(4)))
      try await cancelled.wait()
      let error = await status { for try await _ in replies {} }
      #expect(error?.code == .deadlineExceeded)
    }
  }
}
