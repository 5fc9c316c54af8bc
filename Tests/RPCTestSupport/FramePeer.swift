import NIOCore
import NIOPosix
package import NIOSSL
import Synchronization

/// One end of a connection that sends any bytes and looks at the frames that come back: a client
/// of ours, or (see `FrameServer`) a server to our client.
package final class FramePeer: Sendable {
  package struct Frame: Sendable {
    /// Nil for a type that RFC 9113 does not have.
    package let kind: Frames.Kind?
    package let flags: UInt8
    package let stream: UInt32
    package let payload: [UInt8]

    package var endsStream: Bool {
      (kind == .data || kind == .headers) && flags & Frames.endStream != 0
    }
    package var isAcknowledgement: Bool {
      (kind == .settings || kind == .ping) && flags & Frames.acknowledge != 0
    }
    /// The error code of a RST_STREAM or GOAWAY.
    package var errorCode: UInt32? {
      switch kind {
      case .reset: payload.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
      case .goAway: payload.dropFirst(4).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
      default: nil
      }
    }
  }

  package enum Event: Sendable {
    case frame(Frame)
    case closed
    case timeout
  }

  private let channel: any Channel
  private let inbox: FrameInbox

  /// Connects to a server.
  package init(
    port: Int, preface: Bool = true, settings: [(UInt16, UInt32)] = [], tls: NIOSSLContext? = nil
  ) async throws {
    let inbox = FrameInbox(skipping: 0)
    self.inbox = inbox
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            let handler = try NIOSSLClientHandler(context: tls, serverHostname: nil)
            try channel.pipeline.syncOperations.addHandler(handler)
          }
          try channel.pipeline.syncOperations.addHandler(inbox)
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    if preface { send(Frames.preface + Frames.settings(settings)) }
  }

  /// A client's connection, accepted.
  init(accepted channel: any Channel, _ inbox: FrameInbox) {
    self.channel = channel
    self.inbox = inbox
  }

  package func send(_ bytes: [UInt8]) {
    channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
  }

  /// Returns when the bytes have left; throws when the other side is gone.
  package func sendAll(_ bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
  }

  /// Stops reading, as a peer that only floods.
  package func stopReading() async throws {
    try await channel.setOption(.autoRead, value: false).get()
  }

  package func close() async { try? await channel.close() }

  package var isClosed: Bool { !channel.isActive }

  /// Every frame that has come.
  package var frames: [Frame] { inbox.frames }

  /// The next frame in order, or what came in its place.
  package func next(within limit: Duration = .seconds(15)) async throws -> Event {
    let deadline = ContinuousClock.now + limit
    while true {
      if let event = inbox.take() { return event }
      if ContinuousClock.now >= deadline { return .timeout }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  /// The next frame that fits, passing over others; nil when the connection or the time ends.
  package func next(
    within limit: Duration = .seconds(15), where fits: (Frame) -> Bool
  ) async throws -> Frame? {
    let deadline = ContinuousClock.now + limit
    while case .frame(let frame) = try await next(within: deadline - .now) {
      if fits(frame) { return frame }
    }
    return nil
  }

  /// The error code of the first GOAWAY, after waiting for it; nil when there was none.
  package func goAway() async throws -> UInt32? {
    _ = try await eventually { isClosed || frames.contains { $0.kind == .goAway } }
    return frames.first { $0.kind == .goAway }?.errorCode
  }

  /// The error code of a stream's RST_STREAM, after waiting for it.
  package func reset(_ stream: UInt32) async throws -> UInt32? {
    func found() -> Frame? { frames.first { $0.kind == .reset && $0.stream == stream } }
    _ = try await eventually { isClosed || found() != nil }
    return found()?.errorCode
  }

  package func closes() async throws -> Bool { try await eventually { isClosed } }
}

extension FramePeer.Frame {
  /// What SETTINGS say of a stream's first window.
  package var initialWindow: Int? {
    for start in stride(from: 0, to: payload.count - 5, by: 6)
    where payload[start] == 0 && payload[start + 1] == 4 {
      return Int(payload[(start + 2)..<(start + 6)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
    return nil
  }
}

/// Waits until `condition` holds or `limit` has passed.
package func eventually(
  within limit: Duration = .seconds(15), _ condition: () async throws -> Bool
) async throws -> Bool {
  let deadline = ContinuousClock.now + limit
  while true {
    if try await condition() { return true }
    if ContinuousClock.now >= deadline { return false }
    try await Task.sleep(for: .milliseconds(5))
  }
}
