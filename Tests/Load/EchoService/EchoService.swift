package import LoadProtos
package import RPC
import Threads

/// bench.Echo with asynchronous handlers.
package struct EchoService: BenchEchoServer {
  private static let threads = WorkThreads(count: 1)

  package init() {}

  package func unary(
    _ request: BenchEchoRequest, _ call: ServerCall
  ) async throws -> BenchEchoReply { request.reply }

  package func hop(
    _ request: BenchEchoRequest, _ call: ServerCall
  ) async throws -> BenchEchoReply {
    // As the services hand over what would hold an event loop up.
    guard let threads = Self.threads else {
      throw RPCError(.resourceExhausted, "There is no room for another thread.")
    }
    await threads.run {}
    return request.reply
  }

  package func many(
    _ request: BenchAmount, _ replies: ReplyWriter<BenchPayload>, _ call: ServerCall
  ) async throws {
    let payload = try BenchPayload(zeros: request.bytes)
    try await replies.write(
      contentsOf: repeatElement(payload, count: Int(max(0, request.messages))))
  }

  package func upload(_ request: BenchPayload, _ call: ServerCall) async throws -> BenchAmount {
    BenchAmount(messages: 1, bytes: Int32(clamping: request.body.count))
  }

  package func download(_ request: BenchAmount, _ call: ServerCall) async throws -> BenchPayload {
    try BenchPayload(zeros: request.bytes)
  }
}

/// The same methods; Unary is plain: it never suspends and runs without a task.
package struct PlainEchoService: RPCService {
  package init() {}

  package var handlers: [RPCHandler] {
    // Of two handlers for one path the later one serves.
    EchoService().handlers + [
      .plainUnary(BenchEchoMethods.unary) { (request: BenchEchoRequest, _) in request.reply }
    ]
  }
}

extension BenchEchoRequest {
  fileprivate var reply: BenchEchoReply {
    BenchEchoReply(id: id, name: name, value: value &+ 1, kind: kind, tags: tags)
  }
}

extension BenchPayload {
  /// A server's default limit for one message.
  private static let largest: Int32 = 4 << 20

  fileprivate init(zeros count: Int32) throws {
    guard (0...Self.largest).contains(count) else {
      throw RPCError(.invalidArgument, "A payload has between 0 and \(Self.largest) bytes.")
    }
    self.init(body: Array(repeating: 0, count: Int(count)))
  }
}
