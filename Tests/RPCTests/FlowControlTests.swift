import RPC
import RPCTestSupport
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FlowControlTests {
  /// True when the count has not moved for 300 ms: the writer has stopped.
  private func hasSettled(_ count: borrowing Atomic<Int>) async throws -> Bool {
    var last = -1
    for _ in 0..<100 {
      let now = count.load(ordering: .relaxed)
      if now == last, now > 0 { return true }
      last = now
      try await Task.sleep(for: .milliseconds(300))
    }
    return false
  }

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
    func add() { value.add(1, ordering: .relaxed) }
  }

  @Test func `a reader that never reads stops its writer and nobody else`() async throws {
    let written = Counter()
    let service = TestService(numbers: { _, replies, _ in
      while true {
        try await replies.write(TestMessage(count: 10_000))
        written.add()
      }
    })
    try await withServer(service) { channel, _ in
      let unread = try await channel.numbers(below: 1)
      let settled = try await hasSettled(written.value)
      #expect(settled)
      // 256 KiB of window, 64 KiB of mark and a message more.
      #expect(written.value.load(ordering: .relaxed) < 40)
      let answer = try await channel.echo(TestMessage(count: 1 << 20))
      #expect(answer.bytes.count == 1 << 20)
      withExtendedLifetime(unread) {}
    }
  }

  @Test func `several tasks that write into one call all go on when there is room`() async throws {
    let written = Counter()
    let service = TestService(numbers: { _, replies, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask {
            for _ in 0..<50 {
              try await replies.write(TestMessage(count: 10_000))
              written.add()
            }
          }
        }
        try await group.waitForAll()
      }
    })
    try await withServer(service) { channel, _ in
      let replies = try await channel.numbers(below: 1)
      let settled = try await hasSettled(written.value)
      #expect(settled)
      var read = 0
      for try await _ in replies { read += 1 }
      #expect(read == 150)
    }
  }

  @Test func `a handler that never reads stops its client and nobody else`() async throws {
    let written = Counter()
    let service = TestService(join: { _, _ in
      try await Task.sleep(for: .seconds(60))
      return TestMessage("")
    })
    try await withServer(service) { channel, _ in
      let unread = Task {
        try await channel.clientStreaming(TestMethods.join, .bounded, as: TestMessage.self) {
          (requests: RequestWriter<TestMessage>) in
          while true {
            try await requests.write(TestMessage(count: 10_000))
            written.add()
          }
        }
      }
      let settled = try await hasSettled(written.value)
      #expect(settled)
      #expect(written.value.load(ordering: .relaxed) < 40)
      let answer = try await channel.echo(TestMessage(count: 1 << 20))
      #expect(answer.bytes.count == 1 << 20)
      unread.cancel()
      _ = try? await unread.value
    }
  }

  @Test func `many streams that nobody reads hold no more than the budget`() async throws {
    var options = ServerOptions()
    options.eventLoops = 1
    options.limits.unreadBytes = 1 << 20
    let service = TestService(join: { _, _ in
      try await Task.sleep(for: .seconds(60))
      return TestMessage("")
    })
    try await withServer(service, options: options) { channel, _ in
      let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
        // Each may hold its window of 256 KiB: the fifth is over 1 MiB.
        for _ in 0..<8 {
          group.addTask {
            let error = await status {
              _ = try await channel.clientStreaming(
                TestMethods.join, CallOptions(timeout: .seconds(5)), as: TestMessage.self
              ) { (requests: RequestWriter<TestMessage>) in
                while true { try await requests.write(TestMessage(count: 10_000)) }
              }
            }
            return error?.code == .resourceExhausted
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect((4...5).contains(refused))
      let answer = try await channel.echo(TestMessage("free again"))
      #expect(answer.text == "free again")
    }
  }
}
