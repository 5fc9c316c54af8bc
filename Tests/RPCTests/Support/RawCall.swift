import NIOCore
import NIOPosix

@testable import RPC

/// One request with any headers and body, over our HTTP/2 session, and what came back.
struct RawCall: Sendable {
  var headers: [(String, String)] = []
  var trailers: [(String, String)] = []
  var body: [UInt8] = []
  var reset: UInt32?

  subscript(name: String) -> String? { (headers + trailers).first { $0.0 == name }?.1 }

  static func make(
    _ port: Int, _ fields: [(String, String)] = Frames.call, body: [UInt8] = [],
    endStream: Bool = true
  ) async throws -> RawCall {
    let group = MultiThreadedEventLoopGroup.singleton
    let answer = group.next().makePromise(of: RawCall.self)
    let channel = try await ClientBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = try Handler(fields, body, endStream) { answer.succeed($0) }
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    let call = try await answer.futureResult.get()
    try? await channel.close()
    return call
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let session: HTTP2Session
    private let stream = HTTP2Stream(mark: 0)
    private let finished: @Sendable (RawCall) -> Void
    private var call = RawCall()

    init(
      _ fields: [(String, String)], _ body: [UInt8], _ endStream: Bool,
      _ finished: @escaping @Sendable (RawCall) -> Void
    ) throws {
      session = try HTTP2Session(role: .client, settings: HTTP2Settings())
      self.finished = finished
      var list = HeaderList()
      for (name, value) in fields { list.add(name, value.utf8) }
      stream.outgoing.writeBytes(body)
      stream.end = endStream ? .endStream : .open
      _ = session.request(stream, list)
    }

    func channelActive(context: ChannelHandlerContext) { flush(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data)
      unsafe bytes.withUnsafeReadableBytes { try? unsafe session.receive($0) }
      act(bytes)
      flush(context)
    }

    func channelInactive(context: ChannelHandlerContext) { finished(call) }

    private func flush(_ context: ChannelHandlerContext) {
      var buffer = ByteBuffer()
      try? session.fill(&buffer, limit: .max)
      context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }

    private func act(_ input: ByteBuffer) {
      var events: [HTTP2Event] = []
      session.takeEvents(into: &events)
      for event in events {
        switch event {
        case .headers(_, let range, _, _):
          let fields = range.map {
            (session.headers.name($0).text, session.headers.value($0).text)
          }
          if call.headers.isEmpty { call.headers = fields } else { call.trailers = fields }
        case .data(let id, let offset, let count):
          call.body += Array(input.readableBytesView.dropFirst(offset).prefix(count))
          session.consumeConnection(count)
          session.consumeStream(id, count)
        case .closed(_, let code):
          if code != .noError { call.reset = code.rawValue }
          finished(call)
        default: break
        }
      }
      session.forgetHeaders()
    }
  }
}
