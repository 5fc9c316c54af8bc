import NIOCore
import NIOHTTP1

/// Answers the one request of a connection and closes it.
final class AdminHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let routes: AdminRoutes
  private var head: HTTPRequestHead?

  init(_ routes: AdminRoutes) { self.routes = routes }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      self.head = nil
      context.eventLoop.makeFutureWithTask { [routes] in
        await routes.answer(head.method, head.uri)
      }
      .assumeIsolated().whenSuccess { answer in
        self.send(answer, to: head, context)
      }
    }
  }

  private func send(
    _ answer: AdminRoutes.Answer, to request: HTTPRequestHead, _ context: ChannelHandlerContext
  ) {
    var head = HTTPResponseHead(version: .http1_1, status: answer.status)
    head.headers.add(name: "Content-Type", value: answer.contentType)
    head.headers.add(name: "Content-Length", value: String(answer.body.utf8.count))
    head.headers.add(name: "Connection", value: "close")
    if answer.status == .methodNotAllowed { head.headers.add(name: "Allow", value: "GET, HEAD") }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      let body = context.channel.allocator.buffer(string: answer.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }

  /// What is no HTTP was answered with 400 by the pipeline.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
