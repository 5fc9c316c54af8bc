import NIOCore
import NIOPosix
import Synchronization

/// A client that sends any bytes and looks at the frames that come back.
final class FramePeer: Sendable {
  struct Received: Sendable {
    let kind: Frames.Kind?
    let flags: UInt8
    let stream: UInt32
    let payload: [UInt8]
  }

  private let channel: any Channel
  private let inbox: Inbox

  init(port: Int, preface: Bool = true) async throws {
    let inbox = Inbox()
    self.inbox = inbox
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { $0.pipeline.addHandler(inbox) }
      .connect(host: "127.0.0.1", port: port).get()
    if preface { send(Frames.preface + Frames.settings()) }
  }

  func send(_ bytes: [UInt8]) {
    channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
  }

  /// Stops reading, as a peer that only floods.
  func stopReading() async throws {
    try await channel.setOption(.autoRead, value: false).get()
  }

  func close() async { try? await channel.close() }

  var isClosed: Bool { !channel.isActive }

  var frames: [Received] {
    var rest = inbox.bytes.withLock { $0 }[...]
    var frames: [Received] = []
    while rest.count >= 9 {
      let head = Array(rest.prefix(9))
      let length = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      guard rest.count >= 9 + length else { break }
      let stream = head[5...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let payload = Array(rest.dropFirst(9).prefix(length))
      frames.append(
        Received(
          kind: Frames.Kind(rawValue: head[3]), flags: head[4], stream: stream, payload: payload))
      rest = rest.dropFirst(9 + length)
    }
    return frames
  }

  /// The error code of the first GOAWAY, after waiting for it; nil when there was none.
  func goAway() async throws -> UInt32? {
    _ = try await eventually { isClosed || frames.contains { $0.kind == .goAway } }
    return frames.first { $0.kind == .goAway }.map { Self.number($0.payload[4..<8]) }
  }

  /// The error code of a stream's RST_STREAM, after waiting for it.
  func reset(_ stream: UInt32) async throws -> UInt32? {
    func found() -> Received? { frames.first { $0.kind == .reset && $0.stream == stream } }
    _ = try await eventually { isClosed || found() != nil }
    return found().map { Self.number($0.payload[...]) }
  }

  func closes() async throws -> Bool { try await eventually { isClosed } }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private final class Inbox: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    let bytes = Mutex<[UInt8]>([])

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let received = unwrapInboundIn(data)
      bytes.withLock { $0.append(contentsOf: received.readableBytesView) }
    }
  }
}
