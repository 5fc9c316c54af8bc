import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct HedgingTests {
  @Test func `a hedged call takes the first answer and cancels the others`() async throws {
    let started = Mutex(0)
    let cancelled = Signal()
    let service = TestService(echo: { request, _ in
      let number = started.withLock { started in
        started += 1
        return started
      }
      if number == 1 {
        do { try await Task.sleep(for: .seconds(60)) } catch { cancelled.set() }
      }
      return TestMessage("\(number)")
    })
    try await withServer(service, channel: try CallPolicy.options(CallPolicy.hedges("0.05s"))) {
      channel, _ in
      let reply = try await channel.unary(
        CallPolicy.method("Echo", .unary, .noSideEffects), TestMessage("x"), .bounded,
        as: TestMessage.self)
      #expect(reply.text == "2")
      try await cancelled.wait()
      // Not where a second call could do harm.
      started.withLock { $0 = 1 }
      let once = try await channel.unary(
        CallPolicy.method("Echo", .unary, .idempotent), TestMessage("x"), .bounded,
        as: TestMessage.self)
      #expect(once.text == "2")
    }
  }

  @Test func `hedging goes on at once after a failure and gives the last one back`() async throws {
    let failing = Failing(99)
    try await withServer(
      failing.service, channel: try CallPolicy.options(CallPolicy.hedges("30s"))
    ) { channel, _ in
      let error = await status {
        _ = try await channel.unary(
          CallPolicy.method("Echo", .unary, .noSideEffects), TestMessage("x"), .bounded,
          as: TestMessage.self)
      }
      #expect(error?.code == .unavailable)
      #expect(failing.calls == 3)
    }
    let fatal = Failing(99, RPCError(.notFound, "No."))
    try await withServer(fatal.service, channel: try CallPolicy.options(CallPolicy.hedges("30s"))) {
      channel, _ in
      let error = await status {
        _ = try await channel.unary(
          CallPolicy.method("Echo", .unary, .noSideEffects), TestMessage("x"), .bounded,
          as: TestMessage.self)
      }
      #expect(error?.code == .notFound)
      #expect(fatal.calls == 1)
    }
  }
}
