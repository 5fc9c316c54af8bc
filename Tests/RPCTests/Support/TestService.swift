import RPC

enum TestMethods {
  static let echo = method("Echo", .unary)
  static let numbers = method("Numbers", .serverStreaming)
  static let join = method("Join", .clientStreaming)
  static let chat = method("Chat", .bidirectional)

  private static func method(_ name: String, _ kind: RPCMethod.Kind) -> RPCMethod {
    RPCMethod(service: "test.Service", name: name, kind: kind, idempotency: .unknown)
  }
}

/// A service whose methods a test can replace.
struct TestService: RPCService {
  var echo: @Sendable (TestMessage, ServerCall) async throws -> TestMessage = { request, _ in
    request
  }
  /// Replies with the numbers below the request's.
  var numbers: @Sendable (TestMessage, ReplyWriter<TestMessage>, ServerCall) async throws -> Void =
    { request, replies, _ in
      for number in 0..<(Int(request.text) ?? 0) {
        try await replies.write(TestMessage("\(number)"))
      }
    }
  /// Replies with the requests joined by commas.
  var join: @Sendable (RequestStream<TestMessage>, ServerCall) async throws -> TestMessage = {
    requests, _ in
    var joined: [String] = []
    for try await request in requests { joined.append(request.text) }
    return TestMessage(joined.joined(separator: ","))
  }
  /// Echoes each request.
  var chat:
    @Sendable (RequestStream<TestMessage>, ReplyWriter<TestMessage>, ServerCall) async throws ->
      Void =
      { requests, replies, _ in
        for try await request in requests { try await replies.write(request) }
      }

  var handlers: [RPCHandler] {
    [
      .unary(TestMethods.echo, echo), .serverStreaming(TestMethods.numbers, numbers),
      .clientStreaming(TestMethods.join, join), .bidirectional(TestMethods.chat, chat),
    ]
  }
}
