import NIOCore
import NIOPosix

/// Sends an HTTP/2 server's SETTINGS and nothing more.
struct SilentServer {
  let port: Int
  private let listener: any Channel

  init() async throws {
    listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.pipeline.addHandler(Greeter())
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = listener.localAddress?.port ?? 0
  }

  func close() async { try? await listener.close() }
}

/// Accepts connections and sends nothing at all.
struct MuteServer {
  let port: Int
  private let listener: any Channel

  init() async throws {
    listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    port = listener.localAddress?.port ?? 0
  }

  func close() async { try? await listener.close() }
}

private final class Greeter: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  func channelActive(context: ChannelHandlerContext) {
    let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: settings)), promise: nil)
  }
}
