package import RPC

package enum TestMethods {
  package static let echo = method("Echo", .unary)
  package static let numbers = method("Numbers", .serverStreaming)
  package static let join = method("Join", .clientStreaming)
  package static let chat = method("Chat", .bidirectional)

  private static func method(_ name: String, _ kind: RPCMethod.Kind) -> RPCMethod {
    RPCMethod(service: "test.Service", name: name, kind: kind, idempotency: .unknown)
  }
}

/// A service whose methods a test can replace.
package struct TestService: RPCService {
  package typealias Echo = @Sendable (TestMessage, ServerCall) async throws -> TestMessage
  package typealias Numbers =
    @Sendable (TestMessage, ReplyWriter<TestMessage>, ServerCall) async throws -> Void
  package typealias Join =
    @Sendable (RequestStream<TestMessage>, ServerCall) async throws -> TestMessage
  package typealias Chat =
    @Sendable (RequestStream<TestMessage>, ReplyWriter<TestMessage>, ServerCall) async throws
    -> Void

  package var echo: Echo
  package var numbers: Numbers
  package var join: Join
  package var chat: Chat

  /// As they are: `echo` gives its request back, `numbers` replies with the numbers below the
  /// request's, `join` with the requests joined by commas, `chat` echoes each request.
  package init(
    echo: @escaping Echo = { request, _ in request },
    numbers: @escaping Numbers = { request, replies, _ in
      for number in 0..<(Int(request.text) ?? 0) {
        try await replies.write(TestMessage("\(number)"))
      }
    },
    join: @escaping Join = { requests, _ in
      var joined: [String] = []
      for try await request in requests { joined.append(request.text) }
      return TestMessage(joined.joined(separator: ","))
    },
    chat: @escaping Chat = { requests, replies, _ in
      for try await request in requests { try await replies.write(request) }
    }
  ) {
    self.echo = echo
    self.numbers = numbers
    self.join = join
    self.chat = chat
  }

  package var handlers: [RPCHandler] {
    [
      .unary(TestMethods.echo, echo), .serverStreaming(TestMethods.numbers, numbers),
      .clientStreaming(TestMethods.join, join), .bidirectional(TestMethods.chat, chat),
    ]
  }
}
