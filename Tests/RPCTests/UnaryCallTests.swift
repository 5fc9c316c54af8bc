import NIOCore
import RPCTestSupport
import Synchronization
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct UnaryCallTests {
  @Test func `a caller on the channel's loop stays there`() async throws {
    try await withServer { channel, _ in
      try await withTaskExecutorPreference(channel.taskExecutor) {
        for number in 0..<50 {
          let reply = try await channel.echo(TestMessage("\(number)"))
          #expect(reply.text == "\(number)")
          #expect(channel.executor.loop.inEventLoop)
        }
      }
    }
  }

  @Test func `callers of many threads each get their own reply, cancelled or not`() async throws {
    try await withServer { channel, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for caller in 0..<100 {
          group.addTask {
            for number in 0..<20 {
              let text = "\(caller)-\(number)"
              let call = Task { try await channel.echo(TestMessage(text)).text }
              if number % 5 == 4 { call.cancel() }
              let error = await status {
                let reply = try await call.value
                #expect(reply == text)
              }
              #expect(error == nil || error?.code == .cancelled && number % 5 == 4)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(await channel.waitingCalls == 0)
    }
  }

  @Test(arguments: [false, true])
  func `a call of a cancelled task is cancelled`(onLoop: Bool) async throws {
    try await withServer { channel, _ in
      _ = try await channel.echo(TestMessage("connected"))
      let executor = onLoop ? channel.taskExecutor : globalConcurrentExecutor
      let call = Task(executorPreference: executor) {
        // Until it is cancelled.
        try? await Task.sleep(for: .seconds(20))
        return await status { _ = try await channel.echo(TestMessage("x")) }
      }
      call.cancel()
      #expect(await call.value?.code == .cancelled)
    }
  }

  @Test func `a call without time ends before it is sent`() async throws {
    try await withServer { channel, _ in
      _ = try await channel.echo(TestMessage("connected"))
      let error = await status {
        _ = try await channel.echo(TestMessage("x"), CallOptions(timeout: .zero))
      }
      #expect(error?.code == .deadlineExceeded)
    }
  }

  @Test func `a second reply fails the call before it ends`() async throws {
    let server = try await FrameServer { peer in
      try await peer.greet()
      while let stream = try await peer.nextRequest() {
        peer.send(
          Frames.headers(stream, [(":status", "200"), ("content-type", "application/grpc")])
            + Frames.data(stream, Frames.message([1]) + Frames.message([2])))
      }
    }
    let channel = RPCChannel(target: "127.0.0.1:\(server.port)")
    for _ in 0..<3 {
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .unimplemented)
    }
    await channel.close()
    try await server.close()
  }

  private final class Outcomes: ClientObserver {
    let codes = Mutex<[RPCError.Code]>([])

    func callStarted(_ method: RPCMethod) {}
    func callEnded(_ method: RPCMethod, _ outcome: CallOutcome) {
      codes.withLock { $0.append(outcome.code) }
    }
  }

  @Test func `an observer sees that a reply could not be read`() async throws {
    var options = ChannelOptions()
    let outcomes = Outcomes()
    options.observer = outcomes
    let service = TestService(echo: { _, _ in TestMessage([0xff]) })
    try await withServer(service, channel: options) { channel, _ in
      let error = await status { _ = try await channel.echo(TestMessage("x")) }
      #expect(error?.code == .internalError)
      #expect(outcomes.codes.withLock { $0 } == [.internalError])
    }
  }
}
