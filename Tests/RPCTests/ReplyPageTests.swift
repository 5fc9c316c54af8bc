import RPC
import RPCTestSupport
import Synchronization
import Testing

/// Replies that are at hand, written at once.
@Suite(.timeLimit(.minutes(1)))
struct ReplyPageTests {
  /// Three times what a stream holds until its writer waits, of many lengths.
  private static let page = (0..<3_000).map { number in
    TestMessage([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: number % 131))
  }

  private func replies(
    _ channel: RPCChannel, _ options: CallOptions = .bounded
  ) async throws -> [TestMessage] {
    var received: [TestMessage] = []
    for try await reply in try await channel.numbers(below: 0, options) { received.append(reply) }
    return received
  }

  @Test func `come as they would one by one`() async throws {
    let service = TestService(numbers: { _, replies, _ in
      try await replies.write(contentsOf: [])
      try await replies.write(TestMessage("first"))
      try await replies.write(contentsOf: Self.page)
      try await replies.write(contentsOf: Self.page.lazy.filter { $0.bytes.count > 100 })
      try await replies.write(contentsOf: CollectionOfOne(TestMessage("last")))
    })
    try await withServer(service) { channel, _ in
      let long = Self.page.filter { $0.bytes.count > 100 }
      let received = try await replies(channel)
      #expect(received == [TestMessage("first")] + Self.page + long + [TestMessage("last")])
    }
  }

  @Test(arguments: [true, false])
  func `come compressed where the call and they want that`(compressed: Bool) async throws {
    let service = TestService(numbers: { _, replies, call in
      call.compressReplies(with: .gzip)
      try await replies.write(
        contentsOf: repeatElement(TestMessage(count: 1_000), count: 100), compressed: compressed)
    })
    try await withServer(service) { channel, _ in
      let stream = try await channel.numbers(below: 0)
      var received = 0
      for try await reply in stream {
        #expect(reply == TestMessage(count: 1_000))
        let wasCompressed = await stream.lastWasCompressed
        #expect(wasCompressed == compressed)
        received += 1
      }
      #expect(received == 100)
    }
  }

  @Test func `come from other executors too`() async throws {
    actor Elsewhere {
      func write(_ replies: ReplyWriter<TestMessage>, _ page: [TestMessage]) async throws {
        try await replies.write(contentsOf: page)
      }
    }
    let service = TestService(numbers: { _, replies, _ in
      try await Elsewhere().write(replies, Array(Self.page.prefix(1_000)))
      try await replies.write(contentsOf: Self.page.dropFirst(1_000))
    })
    try await withServer(service) { channel, _ in
      let received = try await replies(channel)
      #expect(received == Self.page)
    }
  }

  @Test func `are asked for no faster than they are read`() async throws {
    let asked = Counter()
    let service = TestService(numbers: { _, replies, _ in
      try await replies.write(
        contentsOf: sequence(first: TestMessage(count: 10_000)) { last in
          asked.value.add(1, ordering: .relaxed)
          return last
        })
    })
    try await withServer(service) { channel, _ in
      let unread = try await channel.numbers(below: 0)
      var (last, same) = (-1, 0)
      for _ in 0..<200 where same < 5 {
        let now = asked.value.load(ordering: .relaxed)
        same = now == last && now > 0 ? same + 1 : 0
        last = now
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(same == 5)
      // 256 KiB of window, 64 KiB of mark and a message more.
      #expect(last < 40)
      withExtendedLifetime(unread) {}
    }
  }

  @Test func `end with the call`() async throws {
    let thrown = Signal()
    let service = TestService(numbers: { _, replies, _ in
      do {
        try await replies.write(contentsOf: repeatElement(TestMessage(count: 100), count: .max))
      } catch {
        thrown.set()
        throw error
      }
    })
    try await withServer(service) { channel, _ in
      var received = 0
      for try await _ in try await channel.numbers(below: 0) {
        received += 1
        if received == 10 { break }
      }
      try await thrown.wait()
    }
  }

  /// One that knows its room, and one that does not.
  @Test(arguments: [101, 102])
  func `stop at the one that cannot be sent, and those before it arrive`(tooMany: Int) async throws
  {
    var options = ServerOptions()
    options.messageSizes[TestMethods.numbers] = MessageSizes(reply: 100)
    let page = [99, 100, tooMany, 1].map { TestMessage(count: $0) }
    let service = TestService(numbers: { _, replies, _ in
      let refused = await status { try await replies.write(contentsOf: page) }
      #expect(refused?.code == .resourceExhausted)
      try await replies.write(contentsOf: page.suffix(1))
      throw RPCError(.aborted, "That was all.")
    })
    try await withServer(service, options: options) { channel, _ in
      var received: [Int] = []
      let error = await status {
        for try await reply in try await channel.numbers(below: 0) {
          received.append(reply.bytes.count)
        }
      }
      #expect(error?.code == .aborted)
      #expect(received == [99, 100, 1])
    }
  }

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
  }
}
